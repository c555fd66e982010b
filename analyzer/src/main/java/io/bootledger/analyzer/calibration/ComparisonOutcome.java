package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.Status;
import io.bootledger.analyzer.gate.Verdict;
import io.bootledger.analyzer.rule.Scope;
import java.util.List;

/**
 * What one comparison came to.
 *
 * @param slower the metrics that were found slower beyond doubt
 * @param booted how many candidate boots it took
 */
record ComparisonOutcome(Verdict verdict, List<Metric> slower, boolean global, boolean inconclusive, int booted) {
    static ComparisonOutcome of(GateResult result) {
        List<Metric> slower = with(result, Status.REGRESSED);
        return new ComparisonOutcome(
                result.verdict(),
                slower,
                result.globalShift() && slower.stream().anyMatch(metric -> metric.scope() == Scope.TOTAL),
                with(result, Status.INCONCLUSIVE).stream().anyMatch(metric -> metric.scope() == Scope.TOTAL),
                result.candidateBoots());
    }

    private static List<Metric> with(GateResult result, Status status) {
        return result.metrics().stream()
                .filter(metric -> metric.status() == status)
                .toList();
    }

    boolean insufficient() {
        return verdict == Verdict.INSUFFICIENT;
    }

    boolean red() {
        return verdict == Verdict.REGRESSED;
    }

    boolean found(Scope scope) {
        return slower.stream().anyMatch(metric -> metric.scope() == scope);
    }

    boolean found(Scope scope, String id) {
        return slower.stream()
                .anyMatch(metric -> metric.scope() == scope && metric.id().equals(id));
    }
}
