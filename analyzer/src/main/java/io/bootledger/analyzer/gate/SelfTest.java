package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.analyzer.statistics.Median;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a gate can fail at all: its own candidate with its longest initcall made slower.
 *
 * @param slowed the initcall
 * @param slowedByUs by how much, in every candidate boot
 * @param result what the gate says to that
 */
public record SelfTest(InitcallKey slowed, long slowedByUs, GateResult result) {
    private static final long LEAST_US = 20_000;

    /** Empty when no built-in initcall is in every complete boot of both sides. */
    public static Optional<SelfTest> of(
            List<BootMeasures> baseline, List<BootMeasures> candidate, GateSettings settings) {
        List<BootMeasures> complete = new ArrayList<>(baseline);
        complete.addAll(candidate);
        complete.removeIf(boot -> boot.incomplete() != null);
        if (complete.isEmpty()) {
            return Optional.empty();
        }
        return complete.get(0).initcalls().keySet().stream()
                .filter(key -> key.module() == null
                        && complete.stream().allMatch(boot -> boot.initcalls().containsKey(key)))
                .max(Comparator.comparingDouble(key -> medianUs(complete, key)))
                .map(key -> slowed(baseline, candidate, settings, key, medianUs(complete, key)));
    }

    private static double medianUs(List<BootMeasures> boots, InitcallKey key) {
        return Median.of(
                boots.stream().mapToDouble(boot -> boot.initcalls().get(key)).toArray());
    }

    private static SelfTest slowed(
            List<BootMeasures> baseline,
            List<BootMeasures> candidate,
            GateSettings settings,
            InitcallKey key,
            double medianUs) {
        long more = Math.max(LEAST_US, Math.round(medianUs / 2));
        List<BootMeasures> slower = Injection.initcall(key, more).into(candidate);
        return new SelfTest(key, more, Gate.judge(baseline, slower, settings));
    }

    /** The smallest slowdown of that initcall that the boots would have shown, in microseconds; empty where nobody can tell. */
    public Optional<Long> smallestUs() {
        return result.metrics().stream()
                .filter(metric ->
                        metric.scope() == Scope.INITCALL && metric.id().equals(slowed.toString()))
                .findFirst()
                .map(Metric::detectableUs);
    }

    /** Whether the gate turned red and names what was slowed. */
    public boolean passed() {
        return result.verdict() == Verdict.REGRESSED
                && result.culprits().stream().anyMatch(culprit -> culprit.name().equals(slowed.toString()));
    }
}
