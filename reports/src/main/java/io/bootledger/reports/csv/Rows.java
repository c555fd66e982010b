package io.bootledger.reports.csv;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file, and its columns.
 *
 * @param <T> what a row shows
 */
record Rows<T>(Function<BootAnalysis, List<T>> of, List<Column<T>> columns) {
    static final Rows<Initcall> INITCALLS = new Rows<>(
            boot -> boot.timeline().initcalls(),
            List.of(
                    new Column<>("ordinal", Initcall::ordinal),
                    new Column<>("function", Initcall::function),
                    new Column<>("symbol", call -> call.symbol().text()),
                    new Column<>("module", Initcall::module),
                    new Column<>("level", Initcall::level),
                    new Column<>("level_evidence", Initcall::levelEvidence),
                    new Column<>("pid", Initcall::pid),
                    new Column<>("start_us", Initcall::startUs),
                    new Column<>("end_us", Initcall::endUs),
                    new Column<>("duration_us", Initcall::durationUs),
                    new Column<>("duration_evidence", Initcall::durationEvidence),
                    new Column<>("reported_us", Initcall::reportedUs),
                    new Column<>("return", Initcall::returnValue),
                    new Column<>("errno", Initcall::errno),
                    new Column<>("outcome", Initcall::outcome),
                    new Column<>("line", Initcall::line)));

    static final Rows<Probe> PROBES = new Rows<>(
            boot -> boot.timeline().probes(),
            List.of(
                    new Column<>("device", Probe::device),
                    new Column<>("driver", Probe::driver),
                    new Column<>("start_us", Probe::startUs),
                    new Column<>("end_us", Probe::endUs),
                    new Column<>("duration_us", Probe::durationUs),
                    new Column<>("return", Probe::returnValue),
                    new Column<>("errno", Probe::errno),
                    new Column<>("outcome", Probe::outcome),
                    new Column<>("line", Probe::line)));

    record Column<T>(String name, Function<T, @Nullable Object> value) {}

    String[] header() {
        return Stream.concat(Stream.of("source", "boot"), columns.stream().map(Column::name))
                .toArray(String[]::new);
    }

    void write(BootAnalysis boot, int number, CSVPrinter csv) throws IOException {
        List<@Nullable Object> cells = new ArrayList<>();
        for (T row : of.apply(boot)) {
            cells.clear();
            cells.add(cell(boot.source()));
            cells.add(number);
            columns.forEach(column -> cells.add(cell(column.value().apply(row))));
            csv.printRecord(cells);
        }
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe; numbers stay numbers. */
    private static @Nullable Object cell(@Nullable Object value) {
        if (value == null || value instanceof Number) {
            return value;
        }
        String text = value.toString();
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
