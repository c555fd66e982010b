package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.Matched;
import io.bootledger.analyzer.compare.measure.OrdinarySpeed;
import io.bootledger.analyzer.rule.MetricTable;
import io.bootledger.analyzer.rule.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Splits the difference of two sets of boots into its parts, once somebody asks: a verdict needs it for its reports only. */
public final class Explained {
    /** Of boots of which one side has none. */
    static final Explained NOTHING = new Explained(List.of(), List.of(), null, List.of(), null);

    private static final long WORTH_NAMING_US = 1_000;

    private final List<BootMeasures> baseline;
    private final List<BootMeasures> candidate;
    private final @Nullable Matched matched;
    private final List<Metric> metrics;
    private final @Nullable MetricTable table;
    private @Nullable Waterfall waterfall;

    Explained(
            List<BootMeasures> baseline,
            List<BootMeasures> candidate,
            @Nullable Matched matched,
            List<Metric> metrics,
            @Nullable MetricTable table) {
        this.table = table;
        this.baseline = baseline;
        this.candidate = candidate;
        this.matched = matched;
        this.metrics = metrics;
    }

    @Nullable
    synchronized Waterfall waterfall() {
        if (waterfall == null && matched != null) {
            waterfall = waterfall(matched);
        }
        return waterfall;
    }

    List<Long> boots(Metric metric) {
        return table == null
                ? List.of()
                : table.rows().stream()
                        .filter(row -> row.scope() == metric.scope() && row.id().equals(metric.id()))
                        .flatMap(row -> Arrays.stream(row.us()).mapToObj(Math::round))
                        .toList();
    }

    /** With those initcalls named of which there is a finding, and what else is large. */
    private Waterfall waterfall(Matched known) {
        Set<String> findings = metrics.stream()
                .filter(metric -> metric.scope() == Scope.INITCALL && metric.status() != Status.OK)
                .map(Metric::id)
                .collect(Collectors.toSet());
        return Waterfall.of(
                        OrdinarySpeed.of(baseline, candidate, known),
                        BootMeasures::outside,
                        Waterfall.BETWEEN_INITCALLS)
                .naming(row -> row.kind() == Waterfall.Kind.INITCALL
                        ? findings.contains(row.name())
                        : Math.abs(row.us()) >= WORTH_NAMING_US);
    }
}
