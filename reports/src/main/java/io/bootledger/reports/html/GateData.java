package io.bootledger.reports.html;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.reports.gate.GateHeadline;
import io.bootledger.reports.gate.GateWarnings;
import io.bootledger.reports.gate.GateWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A verdict as the page's script reads it. */
final class GateData {
    static Map<String, Object> of(GateResult result) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("verdict", result.verdict().toString());
        facts.put("headline", GateHeadline.of(result));
        facts.put("reason", result.reason());
        facts.put(
                "metrics",
                GateWords.findings(result).stream()
                        .map(metric -> List.of(
                                metric.status().toString(),
                                metric.scope().toString(),
                                GateWords.change(metric),
                                GateWords.evidence(metric, result)))
                        .toList());
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

    private GateData() {}
}
