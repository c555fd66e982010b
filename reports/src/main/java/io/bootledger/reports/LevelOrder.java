package io.bootledger.reports;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.levels.LevelCalls;
import io.bootledger.analyzer.levels.OrderComparison;
import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which order a boot ran its initcalls, to be shown.
 *
 * @param only the level to show; null for all
 * @param order the calls beside the symbol table; null where nobody has a table that tells an order, or it is another kernel's
 * @param taught names of the kernels whose tables the user taught, used where levels are inferred
 */
public record LevelOrder(
        BootAnalysis boot,
        @Nullable InitcallLevel only,
        @Nullable OrderComparison order,
        List<String> taught) {

    /** The levels to show. */
    public List<LevelCalls> levels() {
        return LevelCalls.of(boot.timeline(), only);
    }
}
