package io.bootledger.reports.html;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.Status;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.reports.gate.AcceptLine;
import io.bootledger.reports.gate.GateHeadline;
import io.bootledger.reports.gate.GateWarnings;
import io.bootledger.reports.gate.GateWords;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A verdict as the page's script reads it. */
final class GateData {
    private static final Comparator<Metric> WORST_FIRST = Comparator.comparing(
                    (Metric metric) -> metric.scope() != Scope.TOTAL)
            .thenComparing(metric -> metric.status() != Status.REGRESSED)
            .thenComparing(metric -> metric.status() != Status.INCONCLUSIVE)
            .thenComparing(Metric::shiftUs, Comparator.reverseOrder())
            .thenComparing(Metric::id);

    static Map<String, Object> of(GateResult result) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("verdict", result.verdict().toString());
        // The verdict is a headline of its own.
        facts.put(
                "headline",
                GateHeadline.of(result).substring(result.verdict().toString().length() + 1));
        facts.put("reason", result.reason());
        facts.put(
                "metrics",
                GateWords.findings(result).stream()
                        .sorted(WORST_FIRST)
                        .map(metric -> metric(metric, result))
                        .toList());
        facts.put("accept", AcceptLine.of(result).orElse(null));
        facts.put(
                "lists",
                List.of(
                        List.of(
                                "Culprits",
                                result.culprits().stream()
                                        .map(culprit -> culprit.kind() + ": " + GateWords.culprit(culprit, result))
                                        .toList()),
                        List.of("Warnings", GateWarnings.of(result)),
                        List.of(
                                "Budgets",
                                result.budgets().stream()
                                        .map(check ->
                                                (check.broken() ? "broken (" + check.severity() + "): " : "kept: ")
                                                        + GateWords.budget(check))
                                        .toList()),
                        List.of(
                                "Boots left out",
                                result.excluded().stream()
                                        .map(boot -> boot.boot() + ": " + boot.why())
                                        .toList())));
        return facts;
    }

    private static Map<String, Object> metric(Metric metric, GateResult result) {
        List<Long> boots = result.boots(metric);
        int before = Math.min(boots.size(), result.baselineBoots());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("status", metric.status().toString());
        facts.put("scope", metric.scope().toString());
        facts.put("name", metric.id());
        facts.put("change", GateWords.change(metric));
        facts.put("evidence", GateWords.evidence(metric, result));
        facts.put("folded", isFolded(metric));
        facts.put("medianUs", metric.baselineMedianUs());
        facts.put("marginUs", metric.marginUs());
        facts.put("beforeUs", boots.subList(0, before));
        facts.put("afterUs", boots.subList(before, boots.size()));
        return facts;
    }

    /** What needs nobody's eyes, unless they ask. */
    private static boolean isFolded(Metric metric) {
        return switch (metric.status()) {
            case IMPROVED, MOVED, WAIVED -> metric.scope() != Scope.TOTAL;
            case OK, REGRESSED, NOTED, INCONCLUSIVE, INSUFFICIENT, CHANGED -> false;
        };
    }

    private GateData() {}
}
