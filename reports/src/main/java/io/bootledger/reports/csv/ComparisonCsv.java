package io.bootledger.reports.csv;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.InitcallChange;
import io.bootledger.analyzer.compare.measure.Shift;
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
            new Column<>("function", change -> change.key().function()),
            new Column<>("module", change -> change.key().module()),
            new Column<>("occurrence", change -> change.key().occurrence()),
            new Column<>("level", InitcallChange::level),
            new Column<>("kind", InitcallChange::kind),
            new Column<>("baseline_us", InitcallChange::baselineUs),
            new Column<>("candidate_us", InitcallChange::candidateUs),
            new Column<>("shift_us", change -> shift(change, Shift::us)),
            new Column<>("shift_low_us", change -> shift(change, Shift::lowUs)),
            new Column<>("shift_high_us", change -> shift(change, Shift::highUs)),
            new Column<>("owner", InitcallChange::owner));

    public static String of(Comparison comparison) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = CsvReport.format(header()).print(text)) {
            for (InitcallChange change : comparison.initcalls()) {
                csv.printRecord(
                        COLUMNS.stream().map(column -> column.cellOf(change)).toList());
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
