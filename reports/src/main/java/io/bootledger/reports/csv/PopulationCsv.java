package io.bootledger.reports.csv;

import io.bootledger.analyzer.compare.measure.FailureKey;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.population.Population;
import io.bootledger.analyzer.population.Population.Counted;
import io.bootledger.analyzer.population.Population.InitcallSpread;
import io.bootledger.analyzer.population.Population.KernelBoots;
import io.bootledger.analyzer.population.Population.Part;
import io.bootledger.analyzer.population.Spread;
import io.bootledger.reports.PopulationTable;
import io.bootledger.reports.table.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** One table over many boots, its columns named as in the JSON. */
public final class PopulationCsv {
    private static final List<Column<KernelBoots>> KERNELS = with(
            KernelBoots::total,
            List.of(
                    Column.text("release", KernelBoots::release),
                    Column.text("boots", KernelBoots::boots),
                    Column.text("complete", KernelBoots::complete),
                    Column.text("handovers", each -> String.join(" ", each.handovers())),
                    Column.text("since", KernelBoots::since),
                    Column.text(
                            "new",
                            each -> each.since() == null ? null : each.added().size()),
                    Column.text(
                            "gone",
                            each -> each.since() == null ? null : each.gone().size())));

    private static final List<Column<InitcallSpread>> INITCALLS = with(
            InitcallSpread::duration,
            List.of(
                    Column.text("function", each -> each.initcall().function()),
                    Column.text("module", each -> each.initcall().module()),
                    Column.text("occurrence", each -> each.initcall().occurrence()),
                    Column.text("level", InitcallSpread::level),
                    Column.text("boots", InitcallSpread::boots)));

    private static final List<Column<Counted<FailureKey>>> FAILURES = List.of(
            Column.text("kind", each -> each.what().kind()),
            Column.text("name", each -> each.what().name()),
            Column.text("module", each -> each.what().module()),
            Column.text("error", each -> each.what().error()),
            Column.text("boots", Counted::boots));

    private record Change(KernelBoots kernel, String change, InitcallKey initcall) {}

    private static final List<Column<Change>> CHANGES = List.of(
            Column.text("release", each -> each.kernel().release()),
            Column.text("since", each -> each.kernel().since()),
            Column.text("change", Change::change),
            Column.text("function", each -> each.initcall().function()),
            Column.text("module", each -> each.initcall().module()),
            Column.text("occurrence", each -> each.initcall().occurrence()));

    /** The table, its header first. */
    public static String of(Population population, PopulationTable table) {
        return switch (table) {
            case KERNEL -> written(population.kernels(), KERNELS);
            case PHASE -> written(population.phases(), parts("phase"));
            case SEGMENT -> written(population.segments(), parts("segment"));
            case LEVEL -> written(population.levels(), parts("level"));
            case INITCALL -> written(population.initcalls(), INITCALLS);
            case FAILURE -> written(population.failures(), FAILURES);
            case CHANGE -> written(changes(population), CHANGES);
        };
    }

    private static List<Change> changes(Population population) {
        List<Change> changes = new ArrayList<>();
        for (KernelBoots kernel : population.kernels()) {
            kernel.added().forEach(key -> changes.add(new Change(kernel, "new", key)));
            kernel.gone().forEach(key -> changes.add(new Change(kernel, "gone", key)));
        }
        return changes;
    }

    private static List<Column<Part>> parts(String title) {
        return with(Part::duration, List.of(Column.text(title, Part::name)));
    }

    private static <T> List<Column<T>> with(Function<T, @Nullable Spread> spread, List<Column<T>> first) {
        List<Column<T>> columns = new ArrayList<>(first);
        columns.add(of("timed", spread, Spread::count));
        columns.add(of("median_us", spread, Spread::medianUs));
        columns.add(of("p95_us", spread, Spread::p95Us));
        columns.add(of("min_us", spread, Spread::minUs));
        columns.add(of("max_us", spread, Spread::maxUs));
        columns.add(of("cv_permille", spread, Spread::cvPermille));
        return List.copyOf(columns);
    }

    private static <T> Column<T> of(
            String name, Function<T, @Nullable Spread> spreads, Function<Spread, @Nullable Object> value) {
        return Column.text(name, row -> {
            Spread spread = spreads.apply(row);
            return spread == null ? null : value.apply(spread);
        });
    }

    private static <T> String written(List<T> rows, List<Column<T>> columns) {
        StringBuilder out = new StringBuilder();
        String[] header = columns.stream().map(Column::name).toArray(String[]::new);
        try (CSVPrinter csv = CsvReport.format(header).print(out)) {
            for (T row : rows) {
                csv.printRecord(columns.stream().map(column -> CsvRows.cell(column.of(row))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private PopulationCsv() {}
}
