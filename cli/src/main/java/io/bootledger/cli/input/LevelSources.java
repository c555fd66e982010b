package io.bootledger.cli.input;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.levels.LevelPlacer;
import io.bootledger.analyzer.levels.known.LevelKnowledge;
import io.bootledger.analyzer.levels.known.LevelLearner;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.traces.symbols.SymbolTable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what else than the log tells an initcall's level. */
public final class LevelSources {
    @Option(
            names = "--symbols",
            paramLabel = "FILE",
            description = {
                "System.map, /proc/kallsyms or the output of nm, of the kernel that booted: says which",
                "level an initcall is of."
            })
    private @Nullable Path symbols;

    @Option(
            names = "--knowledge",
            paramLabel = "FILE",
            description = "What `bootledger symbols learn` has learned, where it is not in its usual place.")
    private @Nullable Path knowledge;

    /**
     * What the options lead to.
     *
     * @param taught names of the kernels that the user taught
     */
    public record Read(AnalysisOptions options, List<String> taught) {}

    public Read read(Surroundings here, Messages messages) {
        SymbolTable table = symbols == null ? null : SymbolFile.read("--symbols " + symbols, symbols);
        LevelLearner own = own(here, messages);
        if (own.sources().isEmpty()) {
            return new Read(table == null ? AnalysisOptions.LOG_ONLY : new AnalysisOptions(table), List.of());
        }
        LevelKnowledge all = LevelKnowledge.shipped().and(own.knowledge());
        return new Read(new AnalysisOptions(table, new LevelPlacer(table, () -> all)), own.sources());
    }

    /** A file that was asked for has to be there and whole; the usual one need not. */
    private LevelLearner own(Surroundings here, Messages messages) {
        KnowledgeFile file = KnowledgeFile.of(here, knowledge);
        if (file == null) {
            return new LevelLearner();
        }
        if (knowledge != null) {
            file.refuseMissing();
            return file.read();
        }
        try {
            return file.read();
        } catch (CommandFailure broken) {
            messages.say(broken.getMessage() + "; until then it is not used");
            return new LevelLearner();
        }
    }
}
