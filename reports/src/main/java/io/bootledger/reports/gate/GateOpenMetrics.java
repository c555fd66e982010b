package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.Metric.Scope;
import io.bootledger.analyzer.gate.Verdict;
import io.bootledger.reports.Durations;
import io.bootledger.reports.Printable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The candidate's numbers as OpenMetrics text, for GitLab to show in a merge request: few, and rounded to milliseconds, since it
 * tells as changed whatever is written differently.
 */
public final class GateOpenMetrics {
    static final int MOST = 30;

    private GateOpenMetrics() {}

    public static String of(GateResult result) {
        StringBuilder text = new StringBuilder();
        text.append("# TYPE boot_gate_failed gauge\nboot_gate_failed ")
                .append(result.verdict() == Verdict.REGRESSED ? 1 : 0)
                .append('\n');
        List<Metric> shown = shown(result);
        if (!shown.isEmpty()) {
            text.append("# TYPE boot_time_seconds gauge\n# UNIT boot_time_seconds seconds\n");
        }
        shown.forEach(metric -> text.append("boot_time_seconds{scope=\"")
                .append(metric.scope())
                .append("\",name=\"")
                .append(escaped(metric.id()))
                .append("\"} ")
                .append(seconds(metric.candidateMedianUs()))
                .append('\n'));
        return text.append("# EOF\n").toString();
    }

    /** The total and its parts, then the longest initcalls. */
    private static List<Metric> shown(GateResult result) {
        Stream<Metric> parts = result.metrics().stream().filter(metric -> metric.scope() != Scope.INITCALL);
        Stream<Metric> longest = result.metrics().stream()
                .filter(metric -> metric.scope() == Scope.INITCALL)
                .sorted(Comparator.comparingLong(Metric::candidateMedianUs)
                        .reversed()
                        .thenComparing(Metric::id));
        return Stream.concat(parts, longest).limit(MOST - 1L).toList();
    }

    /** {@code 24.811}. */
    private static String seconds(long us) {
        return Durations.exactMillis(Math.round(us / 1_000.0));
    }

    private static String escaped(String name) {
        return Printable.of(name).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
