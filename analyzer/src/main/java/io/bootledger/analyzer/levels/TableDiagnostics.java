package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.levels.OrderDifference.Kind;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.reading.Diagnostic.Severity;
import io.bootledger.analyzer.timeline.Blacklisted;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.traces.symbols.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what the symbol table that somebody gave is worth for this boot. */
public final class TableDiagnostics {
    /** Nothing where there is no table, or nothing to compare it with. */
    public static List<Diagnostic> of(@Nullable SymbolTable table, Timeline timeline) {
        List<Diagnostic> found = new ArrayList<>();
        if (table != null) {
            judgeTable(table, found);
            judgeOrder(table, timeline, found);
        }
        return found;
    }

    /** The calls of a boot beside the table of its kernel. */
    public static OrderComparison compared(SymbolTable table, Timeline timeline) {
        Set<String> skipped =
                timeline.blacklisted().stream().map(Blacklisted::function).collect(Collectors.toSet());
        return OrderComparison.of(timeline.initcalls(), skipped, table);
    }

    private static void judgeTable(SymbolTable table, List<Diagnostic> found) {
        Integer missing = table.missing();
        if (missing != null && missing > 0) {
            say(
                    found,
                    Severity.WARNING,
                    "symbols-incomplete",
                    "the symbol table names %d initcalls, and the image has room for %d more: is the file complete?",
                    table.entries().size(),
                    missing);
        }
        if (!table.ordered()) {
            say(
                    found,
                    Severity.INFO,
                    "symbols-unordered",
                    "the symbol table holds stub functions only: it tells levels, and no order");
        }
    }

    private static void judgeOrder(SymbolTable table, Timeline timeline, List<Diagnostic> found) {
        OrderComparison order = compared(table, timeline);
        if (!table.ordered() || order.calls() == 0) {
            return;
        }
        if (order.ofAnotherKernel()) {
            say(
                    found,
                    Severity.WARNING,
                    "symbols-of-another-kernel",
                    "this symbol table is of another kernel: of %d built-in initcalls it has %d in their order, so it is not"
                            + " used",
                    order.calls(),
                    order.matched());
        } else if (!order.differences().isEmpty()) {
            say(
                    found,
                    Severity.INFO,
                    "order-differs",
                    "compared with the symbol table, %d initcalls ran out of link order, %d are missing and %d are extra:"
                            + " bootledger levels names them",
                    order.count(Kind.OUT_OF_ORDER),
                    order.count(Kind.MISSING),
                    order.count(Kind.EXTRA));
        }
    }

    private static void say(List<Diagnostic> found, Severity severity, String code, String text, Object... values) {
        found.add(new Diagnostic(severity, code, null, String.format(Locale.ROOT, text, values)));
    }

    private TableDiagnostics() {}
}
