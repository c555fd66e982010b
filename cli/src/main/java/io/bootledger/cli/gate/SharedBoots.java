package io.bootledger.cli.gate;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Boots that both sides hold, known by what they hold: no two boots of most machines are alike to the microsecond. Where a machine
 * repeats itself that proves nothing of single boots; the same file does, and so do two sides that hold the very same boots, not all
 * of them alike.
 */
final class SharedBoots {
    private final Set<String> baselineNames;
    private final Map<BootMeasures, Long> baseline;
    private final Map<BootMeasures, Long> candidate;
    private final boolean telling;

    private SharedBoots(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        this.baselineNames = baseline.stream().map(BootMeasures::boot).collect(Collectors.toSet());
        this.baseline = contents(baseline);
        this.candidate = contents(candidate);
        boolean repeating = repeats(this.baseline) || repeats(this.candidate);
        boolean same = this.baseline.equals(this.candidate) && this.baseline.size() > 1;
        this.telling = same || !repeating;
    }

    /** The candidate's boots, with those that are the baseline's told to be. */
    static List<BootMeasures> told(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        SharedBoots shared = new SharedBoots(baseline, candidate);
        List<BootMeasures> told = new ArrayList<>();
        for (BootMeasures boot : candidate) {
            told.add(shared.holds(boot) ? BootMeasures.unknown(boot.boot(), BootMeasures.BASELINES) : boot);
        }
        return told;
    }

    private boolean holds(BootMeasures boot) {
        return isKnown(boot)
                && baseline.containsKey(boot.named(""))
                && (telling || baselineNames.contains(boot.boot()));
    }

    private static Map<BootMeasures, Long> contents(List<BootMeasures> boots) {
        return boots.stream()
                .filter(SharedBoots::isKnown)
                .collect(Collectors.groupingBy(boot -> boot.named(""), Collectors.counting()));
    }

    /** Of a log that could not be read nothing is known. */
    private static boolean isKnown(BootMeasures boot) {
        return !boot.initcalls().isEmpty();
    }

    private static boolean repeats(Map<BootMeasures, Long> boots) {
        return boots.values().stream().anyMatch(times -> times > 1);
    }
}
