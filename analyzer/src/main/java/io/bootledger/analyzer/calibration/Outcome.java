package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.Metric.Scope;
import io.bootledger.analyzer.gate.Status;
import io.bootledger.analyzer.gate.Verdict;
import java.util.Set;
import java.util.stream.Collectors;

/** What one comparison came to. */
record Outcome(boolean red, boolean total, boolean part, Set<String> initcalls, boolean global, boolean inconclusive) {
    static Outcome of(GateResult result) {
        return new Outcome(
                result.verdict() == Verdict.REGRESSED,
                has(result, Scope.TOTAL, Status.REGRESSED),
                has(result, Scope.PHASE, Status.REGRESSED) || has(result, Scope.LEVEL, Status.REGRESSED),
                result.metrics().stream()
                        .filter(metric -> metric.scope() == Scope.INITCALL && metric.status() == Status.REGRESSED)
                        .map(Metric::id)
                        .collect(Collectors.toUnmodifiableSet()),
                result.globalShift() && has(result, Scope.TOTAL, Status.REGRESSED),
                has(result, Scope.TOTAL, Status.INCONCLUSIVE));
    }

    private static boolean has(GateResult result, Scope scope, Status status) {
        return result.metrics().stream().anyMatch(metric -> metric.scope() == scope && metric.status() == status);
    }
}
