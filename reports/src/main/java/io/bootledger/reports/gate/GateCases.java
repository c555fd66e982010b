package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.gate.Budgets.Severity;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateResult.Excluded;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.Status;
import io.bootledger.analyzer.gate.Verdict;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.reports.gate.GateCase.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which test cases a verdict is, by the name of their suite: what every output for test results shows. */
final class GateCases {
    static Map<String, List<GateCase>> of(GateResult result) {
        Map<String, List<GateCase>> suites = new LinkedHashMap<>();
        suites.put("boot.gate", List.of(new GateCase("verdict", 0, verdict(result))));
        for (Scope scope : Scope.values()) {
            suites.put("boot." + scope, metrics(result, scope));
        }
        suites.put("boot.structure", FailureWords.cases(result));
        suites.put("boot.warning", warnings(result));
        suites.put(
                "boot.excluded",
                result.excluded().stream().map(GateCases::excluded).toList());
        suites.put(
                "boot.budget", result.budgets().stream().map(GateCases::budget).toList());
        suites.values().removeIf(List::isEmpty);
        return suites;
    }

    private static @Nullable Finding verdict(GateResult result) {
        String headline = GateHeadline.of(result);
        return result.verdict() == Verdict.OK || result.verdict() == Verdict.DETERMINISTIC
                ? null
                : new Finding(result.failed() ? GateCase.FAILURE : GateCase.SKIPPED, headline, result.reason());
    }

    private static List<GateCase> metrics(GateResult result, Scope scope) {
        return result.metrics().stream()
                .filter(metric -> metric.scope() == scope)
                .filter(metric -> !scope.many() || metric.status() != Status.OK)
                .map(metric -> new GateCase(metric.id(), metric.candidateMedianUs(), finding(metric, result)))
                .toList();
    }

    private static @Nullable Finding finding(Metric metric, GateResult result) {
        String reason = metric.acceptedBecause();
        String change =
                metric.status() + ": " + GateWords.change(metric) + (reason == null ? "" : ", accepted: " + reason);
        return switch (metric.status()) {
            case REGRESSED ->
                result.failsBySlowness()
                        ? Finding.failed(change, GateWords.evidence(metric, result))
                        : Finding.skipped(change, GateWords.evidence(metric, result));
            case NOTED, INCONCLUSIVE, INSUFFICIENT, WAIVED, MOVED, CHANGED ->
                Finding.skipped(change, GateWords.evidence(metric, result));
            case IMPROVED, OK -> null;
        };
    }

    /** But for those of failures, which are cases of their own. */
    private static List<GateCase> warnings(GateResult result) {
        return GateWarnings.besideFailures(result).stream()
                .map(warning -> new GateCase(warning, 0, Finding.skipped(warning, "")))
                .toList();
    }

    private static GateCase excluded(Excluded boot) {
        String side = boot.candidate() ? "candidate " : "baseline ";
        return new GateCase(side + boot.boot(), 0, Finding.skipped("left out: " + boot.why(), ""));
    }

    private static GateCase budget(Check check) {
        long us = check.unit().equals("us") ? check.actual() : 0;
        String kind = check.severity() == Severity.ERROR ? GateCase.FAILURE : GateCase.SKIPPED;
        return new GateCase(check.what(), us, check.broken() ? new Finding(kind, GateWords.budget(check), "") : null);
    }

    private GateCases() {}
}
