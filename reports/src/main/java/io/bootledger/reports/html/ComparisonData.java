package io.bootledger.reports.html;

import io.bootledger.analyzer.compare.Change;
import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.compare.measure.Called;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.reports.ComparisonWords;
import io.bootledger.reports.LogName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison as the page's script reads it. */
final class ComparisonData {
    private static final int MOST_ROWS = BootData.MOST_ROWS;

    static Map<String, Object> of(Comparison comparison, @Nullable GateResult verdict) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("palette", PageJson.colours());
        facts.put("gate", verdict == null ? null : GateData.of(verdict));
        facts.put("answer", ComparisonWords.headline(comparison));
        facts.put("total", total(comparison.total()));
        facts.put("caveats", ComparedFacts.caveats(comparison));
        facts.put("booted", ComparedFacts.booted(comparison));
        facts.put("steps", ComparedTables.STEPS.fill(steps(comparison, verdict), MOST_ROWS));
        facts.put("initcalls", ComparedTables.INITCALLS.fill(comparison.initcalls(), MOST_ROWS));
        ComparedBoot before = ComparedBoot.typical(comparison.baseline());
        ComparedBoot after = ComparedBoot.typical(comparison.candidate());
        facts.put(
                "sideBoots",
                List.of(
                        LogName.of(before.measures().boot()),
                        LogName.of(after.measures().boot())));
        facts.put(
                "sideTotals",
                Arrays.asList(before.measures().totalUs(), after.measures().totalUs()));
        facts.put("before", calls(before));
        facts.put("after", calls(after));
        facts.put("phases", ComparedTables.CHANGES.fill(comparison.phases(), MOST_ROWS));
        facts.put("levels", ComparedTables.CHANGES.fill(comparison.levels(), MOST_ROWS));
        facts.put("lists", ComparedLists.of(comparison));
        return facts;
    }

    /** Under a verdict those that the verdict tells everywhere else. */
    private static List<Waterfall.Row> steps(Comparison comparison, @Nullable GateResult verdict) {
        Waterfall judged = verdict == null ? null : verdict.waterfall();
        if (judged != null) {
            return judged.rows();
        }
        return comparison.waterfall() == null
                ? List.of()
                : ComparisonWords.named(comparison).rows();
    }

    private static @Nullable Map<String, Object> total(@Nullable Change total) {
        if (total == null || total.shift() == null) {
            return null;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("baselineUs", total.baselineUs());
        facts.put("candidateUs", total.candidateUs());
        facts.put("shiftUs", total.shift().us());
        facts.put("lowUs", total.shift().lowUs());
        facts.put("highUs", total.shift().highUs());
        return facts;
    }

    private static Map<String, Object> calls(ComparedBoot boot) {
        return ComparedTables.CALLS.fill(
                boot.calls().stream().filter(Called::bootThread).toList(), MOST_ROWS);
    }

    private ComparisonData() {}
}
