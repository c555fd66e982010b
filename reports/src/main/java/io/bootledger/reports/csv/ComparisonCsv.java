package io.bootledger.reports.csv;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.InitcallChange;
import io.bootledger.analyzer.compare.measure.Shift;
import io.bootledger.reports.table.Column;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The initcalls of a comparison as a table, those that changed most first. An absent fact is an empty cell. */
public final class ComparisonCsv {
    private static final List<Column<InitcallChange>> COLUMNS = List.of(
            Column.text("function", change -> change.key().function()),
            Column.text("module", change -> change.key().module()),
            Column.text("occurrence", change -> change.key().occurrence()),
            Column.text("level", InitcallChange::level),
            Column.text("kind", InitcallChange::kind),
            Column.text("baseline_us", InitcallChange::baselineUs),
            Column.text("candidate_us", InitcallChange::candidateUs),
            Column.text("shift_us", change -> shift(change, Shift::us)),
            Column.text("shift_low_us", change -> shift(change, Shift::lowUs)),
            Column.text("shift_high_us", change -> shift(change, Shift::highUs)),
            Column.text("owner", InitcallChange::owner));

    public static String of(Comparison comparison) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = CsvReport.format(header()).print(text)) {
            for (InitcallChange change : comparison.initcalls()) {
                csv.printRecord(COLUMNS.stream()
                        .map(column -> CsvRows.cell(column.of(change)))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static @Nullable Long shift(InitcallChange change, Function<Shift, @Nullable Long> what) {
        return change.shift() == null ? null : what.apply(change.shift());
    }

    private static String[] header() {
        return COLUMNS.stream().map(Column::name).toArray(String[]::new);
    }

    private ComparisonCsv() {}
}
