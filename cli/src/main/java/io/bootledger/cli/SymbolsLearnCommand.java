package io.bootledger.cli;

import io.bootledger.analyzer.levels.known.LevelKnowledge;
import io.bootledger.analyzer.levels.known.LevelLearner;
import io.bootledger.analyzer.levels.known.Novelty;
import io.bootledger.cli.input.AnalysisRun;
import io.bootledger.cli.input.KernelName;
import io.bootledger.cli.input.KnowledgeFile;
import io.bootledger.cli.input.KnowledgePlace;
import io.bootledger.cli.input.SymbolFile;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.StandardInput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import io.bootledger.reports.Printable;
import io.bootledger.traces.symbols.SymbolTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bootledger symbols learn}: adds the tables of kernels to the user's own knowledge, all of them or none. */
@Command(
        name = "learn",
        description = "Remember at which level your kernels run which function.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class SymbolsLearnCommand implements Runnable {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "System.map, /proc/kallsyms or the output of nm vmlinux, plain or compressed; - is",
                "standard input."
            })
    private List<String> files = List.of();

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = {
                "What to call the kernel; else its release where the file's name has it, or the file.",
                "What the same name taught before is forgotten."
            })
    private @Nullable String name;

    @Mixin
    private final KnowledgePlace place = new KnowledgePlace();

    private record Table(String name, SymbolTable symbols) {}

    SymbolsLearnCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public void run() {
        refuseContradictions();
        KnowledgeFile file = place.file(here);
        List<Table> tables = files.stream().map(this::read).toList();
        refuseNamesakes(tables);
        List<String> learned = new ArrayList<>();
        file.change(learner -> {
            tables.forEach(table -> learned.add(learn(learner, table)));
            learned.add(SymbolsListCommand.total(learner, file));
        });
        learned.forEach(spec.commandLine().getOut()::println);
    }

    private Table read(String file) {
        if (file.equals(StandardInput.SIGN)) {
            return withLevels(new Table(
                    Objects.requireNonNull(name, "standard input is refused without a name"),
                    SymbolFile.readStandardInput(here)));
        }
        Path path = Path.of(file);
        return withLevels(new Table(name == null ? KernelName.of(path) : name, SymbolFile.read(file, path)));
    }

    private static Table withLevels(Table table) {
        if (Novelty.of(table.symbols(), LevelKnowledge.none()).initcalls() == 0) {
            throw CommandFailure.unreadable(
                    table.name() + ": its initcalls have no levels (they came with Linux 2.6.19): nothing to learn",
                    null);
        }
        return table;
    }

    private static String learn(LevelLearner learner, Table table) {
        String shown = Printable.of(table.name());
        String same = learner.sourceOf(table.symbols());
        if (same != null) {
            return shown + ": nothing new, " + Printable.of(same) + " says the same";
        }
        LevelKnowledge known = LevelKnowledge.shipped().and(learner.knowledge());
        Novelty news = Novelty.of(table.symbols(), known);
        boolean replaced = learner.sources().contains(table.name());
        learner.learn(table.name(), table.symbols());
        return shown + ": " + news.initcalls() + " initcalls, " + news.unheard() + " of functions not known before, "
                + news.conflicting() + " known only at another level"
                + (replaced ? "; its earlier table is forgotten" : "")
                + missing(table.symbols());
    }

    private static String missing(SymbolTable table) {
        Integer missing = table.missing();
        return missing == null || missing == 0
                ? ""
                : "; the image has room for " + missing + " more than the file names";
    }

    private void refuseContradictions() {
        AnalysisRun.refuseTwice(files);
        if (name != null && name.isBlank()) {
            throw CommandFailure.usage("--as needs a name that is not empty");
        }
        if (name != null && files.size() > 1) {
            throw CommandFailure.usage("--as names one kernel: give one file");
        }
        if (name == null && files.contains(StandardInput.SIGN)) {
            throw CommandFailure.usage("standard input has no name: say --as NAME");
        }
    }

    /** The second would make the first forgotten. */
    private static void refuseNamesakes(List<Table> tables) {
        Set<String> names = new HashSet<>();
        for (Table table : tables) {
            if (!names.add(table.name())) {
                throw CommandFailure.usage(
                        "two of the files would be called " + table.name() + ": learn them one by one with --as NAME");
            }
        }
    }
}
