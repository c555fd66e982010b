package io.bootledger.reports.html;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.KernelChange;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.reports.ComparisonWords;
import io.bootledger.reports.LogName;
import java.util.ArrayList;
import java.util.List;

/** What was booted on both sides, and what to know before believing the numbers. */
final class ComparedFacts {
    static List<String> caveats(Comparison comparison) {
        List<String> caveats = new ArrayList<>();
        String unlike = ComparisonWords.unlike(comparison);
        if (!unlike.isEmpty()) {
            caveats.add(unlike);
        }
        caveats.addAll(comparison.limits());
        comparison.leftOut().forEach(boot -> caveats.add("left out: " + boot.boot() + ": " + boot.why()));
        return caveats;
    }

    /** What, before, after. */
    static List<List<String>> booted(Comparison comparison) {
        KernelChange kernels = comparison.kernels();
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("boots", boots(comparison.baseline()), boots(comparison.candidate())));
        facts.add(List.of("kernel", told(kernels.baselineReleases()), told(kernels.candidateReleases())));
        facts.add(List.of("machine", told(kernels.baselineMachines()), told(kernels.candidateMachines())));
        if (!kernels.wordsAdded().isEmpty() || !kernels.wordsRemoved().isEmpty()) {
            facts.add(List.of(
                    "only its options",
                    String.join(" ", kernels.wordsRemoved()),
                    String.join(" ", kernels.wordsAdded())));
        }
        if (comparison.speed() != null) {
            String speed = ComparisonWords.speed(comparison.speed());
            facts.add(List.of("machine as a whole", "x1.000", speed));
        }
        return facts;
    }

    static String boots(List<ComparedBoot> boots) {
        String first = LogName.of(boots.get(0).measures().boot());
        return boots.size() == 1 ? first : boots.size() + " boots, first " + first;
    }

    private static String told(List<String> facts) {
        return facts.isEmpty() ? "unknown" : String.join(", ", facts);
    }

    private ComparedFacts() {}
}
