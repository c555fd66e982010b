package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.rule.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a gate can fail at all: its own candidate with its longest initcall made slower.
 *
 * @param slowed the initcall
 * @param slowedByUs by how much, in every candidate boot
 * @param smallestUs the smallest slowdown of it that these boots show, in microseconds; null where they show none
 * @param before what the gate says to the boots as they are
 * @param result what it says to that
 */
public record SelfTest(
        InitcallKey slowed, long slowedByUs, @Nullable Long smallestUs, GateResult before, GateResult result) {
    private static final long LEAST_US = 20_000;

    /** Empty when no built-in initcall is in every complete boot of both sides. */
    public static Optional<SelfTest> of(
            List<BootMeasures> baseline, List<BootMeasures> candidate, GateSettings settings) {
        List<BootMeasures> complete = Stream.concat(baseline.stream(), candidate.stream())
                .filter(BootMeasures::complete)
                .toList();
        return Sight.longest(complete)
                .map(key -> slowed(baseline, candidate, settings, key, Sight.medianUs(complete, key)));
    }

    private static SelfTest slowed(
            List<BootMeasures> baseline,
            List<BootMeasures> candidate,
            GateSettings settings,
            InitcallKey key,
            double medianUs) {
        long more = Math.max(LEAST_US, Math.round(medianUs / 2));
        GateResult before = Gate.judge(baseline, candidate, settings);
        List<BootMeasures> slower = Injection.initcall(key, more).into(candidate);
        return new SelfTest(
                key,
                more,
                before.sight().smallestUs(Scope.INITCALL, key.toString()).orElse(null),
                before,
                Gate.judge(baseline, slower, settings));
    }

    /** Whether the gate turned red and names what was slowed. */
    public boolean passed() {
        return result.verdict() == Verdict.REGRESSED
                && result.culprits().stream().anyMatch(culprit -> culprit.name().equals(slowed.toString()));
    }

    /** Whether these boots can tell: what is red as it is, or too few, proves nothing where it is red then. */
    public boolean decided() {
        return passed() || result.verdict() != Verdict.INSUFFICIENT && !isRedAlready();
    }

    /** Whether the gate is red without it. */
    public boolean isRedAlready() {
        return before.verdict() == Verdict.REGRESSED;
    }
}
