package io.bootledger.analyzer;

import io.bootledger.analyzer.axis.SecondFile;
import io.bootledger.analyzer.knowledge.Maintainers;
import io.bootledger.analyzer.levels.LevelPlacer;
import io.bootledger.analyzer.levels.known.LevelKnowledge;
import io.bootledger.traces.symbols.SymbolTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an analysis may use besides the log.
 *
 * @param symbols the initcalls of the kernel that booted; null when nobody has them
 * @param levels places initcalls at their levels, by those symbols and what is known of other kernels
 * @param maintainers who answers for what in that kernel, people included; null when nobody has it
 * @param beside what other files tell of the same boot
 */
public record AnalysisOptions(
        @Nullable SymbolTable symbols,
        LevelPlacer levels,
        @Nullable Maintainers maintainers,
        List<SecondFile> beside) {
    /** The log alone. */
    public static final AnalysisOptions LOG_ONLY = new AnalysisOptions(null);

    /** With the levels that Bootledger knows. */
    public AnalysisOptions(@Nullable SymbolTable symbols) {
        this(symbols, new LevelPlacer(symbols, LevelKnowledge::shipped));
    }

    /** With levels from elsewhere. */
    public AnalysisOptions(@Nullable SymbolTable symbols, LevelPlacer levels) {
        this(symbols, levels, null, List.of());
    }

    /** The same, with the symbols of the kernel that booted. */
    public AnalysisOptions with(SymbolTable table) {
        return new AnalysisOptions(table, levels.with(table), maintainers, beside);
    }

    /** The same, with people for owners. */
    public AnalysisOptions with(@Nullable Maintainers people) {
        return new AnalysisOptions(symbols, levels, people, beside);
    }

    /** The same, beside other files. */
    public AnalysisOptions with(List<SecondFile> files) {
        return new AnalysisOptions(symbols, levels, maintainers, List.copyOf(files));
    }
}
