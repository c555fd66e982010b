package io.bootledger.analyzer;

import io.bootledger.traces.symbols.SymbolTable;
import org.jspecify.annotations.Nullable;

/**
 * What an analysis may use besides the log.
 *
 * @param symbols the initcalls of the kernel that booted; null when nobody has them
 */
public record AnalysisOptions(@Nullable SymbolTable symbols) {
    /** The log alone. */
    public static final AnalysisOptions LOG_ONLY = new AnalysisOptions(null);
}
