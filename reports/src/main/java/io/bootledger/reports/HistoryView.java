package io.bootledger.reports;

import io.bootledger.analyzer.compare.measure.Environment.Difference;
import io.bootledger.analyzer.gate.Budgets.Waiver;
import io.bootledger.analyzer.gate.MetricPattern;
import io.bootledger.analyzer.history.AcceptedSteps;
import io.bootledger.analyzer.history.Build;
import io.bootledger.analyzer.history.ChangePoint;
import io.bootledger.analyzer.history.ChangePoints;
import io.bootledger.analyzer.history.History;
import io.bootledger.analyzer.history.Series;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.rule.Scope;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A history, to be shown.
 *
 * @param by what makes boots one build: {@code kernel}, {@code tag.day}
 * @param accepted changes that someone has accepted
 * @param metrics which metrics to show; empty for the total, the phases, and whatever changed
 */
public record HistoryView(History history, String by, AcceptedSteps accepted, List<MetricPattern> metrics) {
    /** One change of one metric. */
    public record Finding(
            Build build,
            Series series,
            ChangePoint change,
            @Nullable Waiver accepted) {
        /** Negative when it became faster. */
        public long shiftUs() {
            return change.afterUs() - change.beforeUs();
        }

        /** {@code 24.1 s -> 24.5 s (+438 ms, +1.8 %)}. */
        public String words() {
            return DurationText.change(change.beforeUs(), change.afterUs(), shiftUs(), change.changePerMille());
        }

        /** Whether someone should look at it. */
        public boolean alarming() {
            return change.slower() && accepted == null;
        }
    }

    public HistoryView {
        metrics = List.copyOf(metrics);
    }

    /** The metrics to show, in the order of the history. */
    public List<Series> series() {
        return history.series().stream().filter(this::isShown).toList();
    }

    /** The metrics that are wanted and not there. */
    public Stream<MetricPattern> unknown() {
        return metrics.stream()
                .filter(pattern ->
                        history.series().stream().noneMatch(series -> pattern.matches(series.scope(), series.id())));
    }

    private boolean isShown(Series series) {
        return metrics.isEmpty()
                ? series.scope().compareTo(Scope.PHASE) <= 0
                        || !series.changes().isEmpty()
                : metrics.stream().anyMatch(pattern -> pattern.matches(series.scope(), series.id()));
    }

    /** The changes of these metrics: by build, then total, phases, levels and initcalls, the largest first. */
    public List<Finding> findings() {
        return series().stream()
                .flatMap(series -> series.changes().stream().map(change -> finding(series, change)))
                .sorted(Comparator.comparingInt(
                                (Finding finding) -> finding.change().index())
                        .thenComparing(finding -> finding.series().scope())
                        .thenComparingLong(finding -> -Math.abs(finding.shiftUs())))
                .toList();
    }

    /** The metrics to draw: the first, which is the total where it is shown, then those that changed most. */
    public List<HistoryCurve> curves() {
        Map<Series, List<Finding>> findings = findings().stream().collect(Collectors.groupingBy(Finding::series));
        List<HistoryCurve> all = series().stream()
                .map(series -> HistoryCurve.of(series, findings.getOrDefault(series, List.of()), !history.tooShort()))
                .toList();
        return Stream.concat(
                        all.stream().limit(1),
                        all.stream().skip(1).sorted(Comparator.comparingLong(curve -> -curve.largestUs())))
                .toList();
    }

    /** {@code 30 builds: 2 changes, 1 slower and not accepted}. */
    public String summary() {
        List<Finding> findings = findings();
        long alarming = findings.stream().filter(Finding::alarming).count();
        int builds = history.builds().size();
        return builds
                + (builds == 1 ? " build: " : " builds: ")
                + (findings.isEmpty()
                        ? history.tooShort()
                                ? "too few to tell a change from chance, which takes " + ChangePoints.FEWEST
                                : "no change found"
                        : findings.size() + (findings.size() == 1 ? " change, " : " changes, ") + alarming
                                + " slower and not accepted");
    }

    private Finding finding(Series series, ChangePoint change) {
        return new Finding(
                history.builds().get(change.index()),
                series,
                change,
                accepted.of(history, series, change).orElse(null));
    }

    /** {@code console differs: ttyS0, then ttyS1}. */
    public static String words(Difference one) {
        return one.key() + " differs: " + String.join("/", one.baseline()) + ", then "
                + String.join("/", one.candidate());
    }

    /** The same with the phase as a boot's report calls it: {@code phase after the initcalls}. */
    public static String title(Series series) {
        return Arrays.stream(Phase.Kind.values())
                .filter(kind -> series.scope() == Scope.PHASE && kind.toString().equals(series.id()))
                .map(kind -> series.scope() + " " + kind.title())
                .findFirst()
                .orElseGet(() -> name(series));
    }

    /** As {@code --metric} takes it: {@code total}, {@code level device}, {@code initcall acpi_init}. */
    public static String name(Series series) {
        return series.scope() == Scope.TOTAL ? series.id() : series.scope() + " " + series.id();
    }
}
