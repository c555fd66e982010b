package io.bootledger.kernelsource;

import io.bootledger.analyzer.knowledge.KernelFacts;
import io.bootledger.analyzer.knowledge.KernelFacts.Code;
import io.bootledger.analyzer.knowledge.Maintainers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads all that Bootledger keeps of a kernel out of its source. */
public final class KernelSource {
    private KernelSource() {}

    /** The facts of a tree; takes a minute or so. */
    public static KernelFacts read(SourceTree tree) throws IOException {
        Maintainers maintainers = Maintainers.of(tree.prose("MAINTAINERS"));
        BuildRules rules = BuildRules.of(tree);
        Kconfig kconfig = Kconfig.of(tree);
        Set<String> words = new TreeSet<>(CommandLineWords.in(tree, rules));
        kconfig.symbols().forEach(symbol -> words.add(KernelFacts.SYMBOL + symbol));
        return new KernelFacts(
                tree.version(), initcalls(tree, rules, maintainers), modules(tree, rules, kconfig, maintainers), words);
    }

    private static List<Code> initcalls(SourceTree tree, BuildRules rules, Maintainers maintainers) {
        BuiltBy builtBy = new BuiltBy(tree, rules);
        List<Code> codes = new ArrayList<>();
        for (Registration each : Registrations.in(tree)) {
            codes.add(new Code(
                    each.function(),
                    each.file(),
                    builtBy.of(each.file()),
                    each.level(),
                    maintainers.titles(each.file())));
        }
        return codes;
    }

    private static List<Code> modules(SourceTree tree, BuildRules rules, Kconfig kconfig, Maintainers maintainers) {
        List<Code> codes = new ArrayList<>();
        Modules.in(tree, rules, kconfig)
                .forEach((object, file) -> codes.add(new Code(
                        SourceTree.name(object).replace('-', '_'),
                        file.path(),
                        file.kconfig(),
                        "",
                        maintainers.titles(file.path()))));
        return codes;
    }
}
