package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.analyzer.statistics.Design;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How often the gate said what, over many comparisons of one kind.
 *
 * @param boots on each side
 * @param red the gate failed
 * @param named what was changed was found slower; where nothing was: anything
 * @param total the total was found slower; with {@code global} among them
 * @param part a phase, a level, a gap or an owner was
 * @param initcall an initcall was
 * @param others an initcall was found slower that was not changed
 * @param global the total was found slower together with the machine as a whole: red only where the boots were made in turn
 * @param inconclusive the total seemed slower, but not beyond doubt
 * @param insufficient the boots could not tell: too few, or one over and over
 * @param booted how many boots of each side all comparisons took together
 */
public record Rates(
        Design boots,
        Share red,
        Share named,
        Share total,
        Share part,
        Share initcall,
        Share others,
        Share global,
        Share inconclusive,
        Share insufficient,
        long booted) {
    private static final Set<Scope> PARTS = EnumSet.of(Scope.PHASE, Scope.LEVEL, Scope.GAP, Scope.OWNER);

    /** How a comparison is judged. */
    @FunctionalInterface
    public interface Judge {
        GateResult judge(List<BootMeasures> baseline, List<BootMeasures> candidate, GateSettings settings);
    }

    /** A metric that is slower in every candidate. */
    public record Changed(Scope scope, String id) {}

    /**
     * Judges so many comparisons, on all processors; the result does not depend on how many these are.
     *
     * @param changed null when nothing is
     */
    public static Rates of(
            Comparisons comparisons,
            Design boots,
            int runs,
            Judge judge,
            GateSettings settings,
            @Nullable Changed changed) {
        List<ComparisonOutcome> outcomes = IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> outcome(comparisons.draw(boots, run), judge, settings))
                .toList();
        return new Rates(
                boots,
                share(outcomes, ComparisonOutcome::red),
                share(
                        outcomes,
                        one -> changed == null ? !one.slower().isEmpty() : one.found(changed.scope(), changed.id())),
                share(outcomes, one -> one.found(Scope.TOTAL)),
                share(outcomes, one -> PARTS.stream().anyMatch(one::found)),
                share(outcomes, one -> one.found(Scope.INITCALL)),
                share(
                        outcomes,
                        one -> one.slower().stream()
                                .anyMatch(metric -> metric.scope() == Scope.INITCALL
                                        && (changed == null || !metric.id().equals(changed.id())))),
                share(outcomes, ComparisonOutcome::global),
                share(outcomes, ComparisonOutcome::inconclusive),
                share(outcomes, ComparisonOutcome::insufficient),
                outcomes.stream().mapToLong(ComparisonOutcome::booted).sum());
    }

    private static ComparisonOutcome outcome(Comparisons.Pair pair, Judge judge, GateSettings settings) {
        return ComparisonOutcome.of(judge.judge(pair.baseline(), pair.candidate(), settings));
    }

    private static Share share(List<ComparisonOutcome> outcomes, Predicate<ComparisonOutcome> what) {
        return new Share((int) outcomes.stream().filter(what).count(), outcomes.size());
    }
}
