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
                    new Column<>("release", KernelBoots::release),
                    new Column<>("boots", KernelBoots::boots),
                    new Column<>("complete", KernelBoots::complete),
                    new Column<>("handovers", each -> String.join(" ", each.handovers())),
                    new Column<>("since", KernelBoots::since),
                    new Column<>(
                            "new",
                            each -> each.since() == null ? null : each.added().size()),
                    new Column<>(
                            "gone",
                            each -> each.since() == null ? null : each.gone().size())));

    private static final List<Column<InitcallSpread>> INITCALLS = with(
            InitcallSpread::duration,
            List.of(
                    new Column<>("function", each -> each.initcall().function()),
                    new Column<>("module", each -> each.initcall().module()),
                    new Column<>("occurrence", each -> each.initcall().occurrence()),
                    new Column<>("level", InitcallSpread::level),
                    new Column<>("boots", InitcallSpread::boots)));

    private static final List<Column<Counted<FailureKey>>> FAILURES = List.of(
            new Column<>("kind", each -> each.what().kind()),
            new Column<>("name", each -> each.what().name()),
            new Column<>("module", each -> each.what().module()),
            new Column<>("error", each -> each.what().error()),
            new Column<>("boots", Counted::boots));

    private record Change(KernelBoots kernel, String change, InitcallKey initcall) {}

    private static final List<Column<Change>> CHANGES = List.of(
            new Column<>("release", each -> each.kernel().release()),
            new Column<>("since", each -> each.kernel().since()),
            new Column<>("change", Change::change),
            new Column<>("function", each -> each.initcall().function()),
            new Column<>("module", each -> each.initcall().module()),
            new Column<>("occurrence", each -> each.initcall().occurrence()));

    /** The table, its header first. */
    public static String of(Population population, PopulationTable table) {
        return switch (table) {
            case KERNEL -> written(population.kernels(), KERNELS);
            case PHASE -> written(population.phases(), parts("phase"));
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
        return with(Part::duration, List.of(new Column<>(title, Part::name)));
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
            String name, Function<T, @Nullable Spread> spread, Function<Spread, @Nullable Object> value) {
        return new Column<>(name, row -> spread.apply(row) == null ? null : value.apply(spread.apply(row)));
    }

    private static <T> String written(List<T> rows, List<Column<T>> columns) {
        StringBuilder out = new StringBuilder();
        String[] header = columns.stream().map(Column::name).toArray(String[]::new);
        try (CSVPrinter csv = CsvReport.format(header).print(out)) {
            for (T row : rows) {
                csv.printRecord(columns.stream().map(column -> column.cellOf(row)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private PopulationCsv() {}
}
