package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.symbols.SymbolTable;
import java.util.List;
import java.util.Set;

/**
 * A boot's built-in calls beside the initcalls of its image.
 *
 * @param matched calls found in link order
 * @param before entries before the first of them: what a log that lost its head does not hold
 * @param after entries behind the last of them: what a boot that did not get so far did not run
 * @param differences what is missing, in the order of the table, then calls without a place in it, in call order
 */
public record OrderComparison(int matched, int before, int after, List<OrderDifference> differences) {
    public OrderComparison {
        differences = List.copyOf(differences);
    }

    /**
     * Compares calls, in call order, with the table.
     *
     * @param skipped functions that the kernel was told to skip ({@code initcall_blacklist=}): they are not missing
     */
    public static OrderComparison of(List<Initcall> calls, Set<String> skipped, SymbolTable table) {
        List<Initcall> builtIn = calls.stream().filter(LevelPlacer::isBuiltIn).toList();
        return new OrderFindings(table, builtIn).comparison(skipped);
    }

    /** How many differences are of a kind. */
    public int count(OrderDifference.Kind kind) {
        return (int) differences.stream()
                .filter(difference -> difference.kind() == kind)
                .count();
    }

    /** How many built-in calls were compared. */
    public int calls() {
        return matched + count(OrderDifference.Kind.OUT_OF_ORDER) + count(OrderDifference.Kind.EXTRA);
    }

    /** Whether so few calls are found that the table must be another kernel's; then its levels are not used. */
    public boolean ofAnotherKernel() {
        return !TableAlignment.fits(matched, calls());
    }
}
