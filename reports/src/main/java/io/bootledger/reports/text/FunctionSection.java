package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.functiongraph.FunctionGraph;
import io.bootledger.analyzer.functiongraph.FunctionTime;
import io.bootledger.analyzer.functiongraph.GraphedCall;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The functions that took most themselves, where a function graph shows them. */
public final class FunctionSection {
    private static final int SHOWN = 8;
    private static final long NS = 1_000;

    private record Row(String within, FunctionTime time) {}

    public static void write(BootAnalysis boot, Page page) {
        FunctionGraph graph = boot.accounting().functionGraph();
        List<Row> rows = rows(graph);
        if (rows.isEmpty()) {
            return;
        }
        page.title(graph.isAlone() ? "Functions" : "Functions below initcalls");
        TextTable table = table();
        rows.stream().limit(SHOWN).forEach(row -> add(table, row.time(), row.within()));
        page.table(table);
        page.note("Self time, without what they called. export --as folded has all "
                + Wording.counted(stacks(graph), "stack", "stacks") + " for a flame graph.");
    }

    /** What is known below one initcall. */
    public static void write(List<FunctionTime> functions, Page page) {
        if (functions.isEmpty()) {
            return;
        }
        page.title("Functions below");
        TextTable table = table();
        functions.stream().limit(SHOWN).forEach(time -> add(table, time, ""));
        page.table(table);
    }

    private static TextTable table() {
        return new TextTable()
                .right("self ms")
                .right("calls")
                .elastic("function")
                .elastic("in");
    }

    private static void add(TextTable table, FunctionTime time, String within) {
        table.row(
                Cell.of(DurationText.exactMillis((time.selfNs() + NS / 2) / NS)),
                Cell.of(Long.toString(time.calls())),
                Cell.of(time.function()),
                Cell.of(within.equals(time.function()) ? "itself" : within));
    }

    /** Those below initcalls; where there are none, those of the trace. */
    private static List<Row> rows(FunctionGraph graph) {
        Stream<GraphedCall> calls =
                graph.isAlone() ? Stream.of(graph.elsewhere()) : graph.initcalls().values().stream();
        return calls.flatMap(call -> call.functions().stream().map(time -> new Row(call.name(), time)))
                .sorted(Comparator.comparingLong((Row row) -> row.time().selfNs())
                        .reversed())
                .toList();
    }

    private static int stacks(FunctionGraph graph) {
        return graph.elsewhere().stacks().size()
                + graph.initcalls().values().stream()
                        .mapToInt(call -> call.stacks().size())
                        .sum();
    }

    private FunctionSection() {}
}
