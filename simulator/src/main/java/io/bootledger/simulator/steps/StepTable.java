package io.bootledger.simulator.steps;

import io.bootledger.traces.event.KernelVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What the functions of a kernel call, in order, as far as it has to do with init functions: {@code steps.tsv}, a row for each call and
 * range of versions, read in {@code init/main.c} and {@code kernel/module.c} (since 5.19 {@code kernel/module/main.c}).
 */
public final class StepTable {
    private static final List<TableRow> ROWS = rows();

    private final Map<String, List<TableRow>> byCaller;

    public StepTable(KernelVersion version) {
        byCaller = ROWS.stream().filter(row -> row.isOf(version)).collect(Collectors.groupingBy(TableRow::caller));
    }

    /** What a function calls, in order; nothing for one that the table does not look into. */
    public List<TableRow> calls(String caller) {
        return byCaller.getOrDefault(caller, List.of());
    }

    /** The rows of all versions. */
    static List<TableRow> all() {
        return ROWS;
    }

    private static List<TableRow> rows() {
        try (InputStream table = Objects.requireNonNull(StepTable.class.getResourceAsStream("steps.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(TableRow::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
