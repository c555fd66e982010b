package io.bootledger.simulator.steps;

import io.bootledger.simulator.machine.VersionRange;
import io.bootledger.traces.event.KernelVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the functions of a kernel call, in order, as far as it has to do with init functions: {@code steps.tsv}, a row for each call and
 * range of versions, read in {@code init/main.c} and {@code kernel/module.c} (since 5.19 {@code kernel/module/main.c}).
 */
public final class StepTable {
    private static final List<TableRow> ROWS = VersionRange.table(StepTable.class, "steps.tsv", TableRow::of);

    private final Map<String, List<TableRow>> byCaller;

    public StepTable(KernelVersion version) {
        byCaller = ROWS.stream()
                .filter(row -> row.kernels().holds(version))
                .collect(Collectors.groupingBy(TableRow::caller));
    }

    /** What a function calls, in order; nothing for one that the table does not look into. */
    public List<TableRow> calls(String caller) {
        return byCaller.getOrDefault(caller, List.of());
    }

    /** The rows of all versions. */
    static List<TableRow> all() {
        return ROWS;
    }
}
