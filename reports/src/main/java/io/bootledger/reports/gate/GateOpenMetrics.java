package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.Verdict;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.reports.metrics.OpenMetrics;
import io.bootledger.reports.metrics.OpenMetrics.Family;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The candidate's numbers as OpenMetrics text, for GitLab to show in a merge request: few, and rounded to milliseconds, since it
 * tells as changed whatever is written differently.
 */
public final class GateOpenMetrics {
    private static final int DURATIONS = 29;
    /** Samples. */
    static final int MOST = DURATIONS + 2 + Verdict.values().length;

    private GateOpenMetrics() {}

    /** @param exitCode what the process will say */
    public static String of(GateResult result, int exitCode) {
        OpenMetrics metrics = new OpenMetrics();
        metrics.gauge("boot_gate_failed", "Whether the gate fails the build: 1, else 0.")
                .number(result.failed() ? 1 : 0);
        metrics.gauge("boot_gate_exit_code", "What the gate ends with.").number(exitCode);
        Family verdict = metrics.stateset("boot_gate_verdict", "What the gate says: 1 of what it is.");
        for (Verdict one : Verdict.values()) {
            verdict.number(one == result.verdict() ? 1 : 0, "boot_gate_verdict", one.toString());
        }
        Family times = metrics.seconds("boot_time_seconds", "The median of the candidate's boots.");
        shown(result)
                .forEach(metric -> times.millis(
                        metric.candidateMedianUs(), "scope", metric.scope().toString(), "name", metric.id()));
        return metrics.text();
    }

    /** The total and its parts, then the longest initcalls. */
    private static List<Metric> shown(GateResult result) {
        Stream<Metric> parts =
                result.metrics().stream().filter(metric -> !metric.scope().many());
        Stream<Metric> longest = result.metrics().stream()
                .filter(metric -> metric.scope() == Scope.INITCALL)
                .sorted(Comparator.comparingLong(Metric::candidateMedianUs)
                        .reversed()
                        .thenComparing(Metric::id));
        return Stream.concat(parts, longest).limit(DURATIONS).toList();
    }
}
