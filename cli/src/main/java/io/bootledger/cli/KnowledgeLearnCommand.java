package io.bootledger.cli;

import io.bootledger.analyzer.knowledge.CodeKnowledgeText;
import io.bootledger.analyzer.knowledge.KernelFacts;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.process.WholeFile;
import io.bootledger.cli.process.Writing;
import io.bootledger.kernelsource.KernelSource;
import io.bootledger.kernelsource.SourceTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bootledger knowledge learn}: writes the tables that the program ships, from the sources of kernels. */
@Command(
        name = "learn",
        description = {
            "Write known-initcalls.txt.gz, known-modules.txt.gz and known-words.txt.gz: init functions",
            "and modules with their files, symbols and MAINTAINERS sections, and the words of the",
            "command line, of these kernels together."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class KnowledgeLearnCommand implements Runnable {
    /** Each kernel is a digit in the tables. */
    private static final int MOST_KERNELS = 10;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TREE", arity = "1..*", description = "Unpacked source of a kernel.")
    private List<Path> trees = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write the tables.")
    private Path out = Path.of("");

    @Override
    public void run() {
        if (trees.size() > MOST_KERNELS) {
            throw CommandFailure.usage("at most " + MOST_KERNELS + " kernels fit into a table");
        }
        List<KernelFacts> kernels = new ArrayList<>();
        Set<String> versions = new HashSet<>();
        for (Path tree : trees) {
            KernelFacts facts = read(tree);
            if (!versions.add(facts.version().toString())) {
                throw CommandFailure.usage("two of the trees are Linux " + facts.version() + ": give each kernel once");
            }
            kernels.add(facts);
            say(facts);
        }
        write("known-initcalls.txt.gz", CodeKnowledgeText.initcalls(kernels));
        write("known-modules.txt.gz", CodeKnowledgeText.modules(kernels));
        write("known-words.txt.gz", CodeKnowledgeText.words(kernels));
    }

    /** At once: the next tree takes a minute. */
    private void say(KernelFacts facts) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "Linux %s: %d init functions, %d modules, %d words and symbols%n",
                facts.version(),
                facts.initcalls().size(),
                facts.modules().size(),
                facts.words().size());
        out.flush();
    }

    private static KernelFacts read(Path tree) {
        try {
            return KernelSource.read(SourceTree.open(tree));
        } catch (NoSuchFileException e) {
            throw CommandFailure.unreadable(tree + " is no kernel source: it lacks " + e.getMessage(), e);
        } catch (IOException | UncheckedIOException e) {
            throw CommandFailure.unreadable(tree + ": " + e.getMessage(), e);
        }
    }

    private void write(String name, String text) {
        Path file = out.resolve(name);
        Writing.to(file, () -> {
            Files.createDirectories(out);
            try (WholeFile whole = WholeFile.at(file)) {
                GZIPOutputStream packed = new GZIPOutputStream(whole);
                packed.write(text.getBytes(StandardCharsets.UTF_8));
                packed.finish();
                whole.finish();
            }
        });
    }
}
