package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Structure;
import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.compare.measure.Environment.Difference;
import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.occurrence.Deaths;
import io.bootledger.analyzer.occurrence.Occurrence;
import io.bootledger.analyzer.rule.Scope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gate's verdict and all it rests on.
 *
 * @param reason one sentence
 * @param differences what of the environment differs between the sides
 * @param baselineBoots how many baseline boots were used
 * @param candidateBoots how many candidate boots were used
 * @param handovers by which milestones the boots that were used count as handed over to user space
 * @param excluded boots that could not be used
 * @param environmentPerMille the candidate's boot factor by the baseline's, in thousandths: 1000 when the machine was as fast
 * @param globalShift whether the machine as a whole explains at least half of the total's rise
 * @param quantumUs the step of the clock
 * @param evidence null when no boot is left on one side
 * @param metrics what was tested, by scope
 * @param deaths where boots died, and how many
 * @param failing what fails in a larger share of the candidate's boots, and not in all of the one and none of the other
 * @param kernels of which kernels the boots are
 * @param budgets the budgets that apply, kept or broken
 * @param unmatched rules of the budget file that name nothing in these boots
 * @param moved costs that only moved from one initcall to another, the largest first
 * @param malformed boots with lines of ours that could not be read
 * @param culprits the most serious and largest first
 * @param byPart where the total's difference comes from, worked out when it is asked for
 * @param sight what would have been seen, worked out when it is asked for
 * @param look null where the gate looks once
 */
public record GateResult(
        Verdict verdict,
        String reason,
        GateSettings settings,
        List<Difference> differences,
        int baselineBoots,
        int candidateBoots,
        List<String> handovers,
        List<Excluded> excluded,
        long environmentPerMille,
        boolean globalShift,
        long quantumUs,
        @Nullable StatisticalBasis evidence,
        List<Metric> metrics,
        Structure structure,
        Deaths deaths,
        List<Occurrence> failing,
        Kernels kernels,
        List<Check> budgets,
        List<String> unmatched,
        List<Moved> moved,
        List<Malformed> malformed,
        List<Culprit> culprits,
        Explained byPart,
        Sight sight,
        @Nullable SequentialLook look) {
    /** Where the difference of the total comes from; null when no boot is left on one side. */
    public @Nullable Waterfall waterfall() {
        return byPart.waterfall();
    }

    /** What each boot that was used took, in microseconds, the baseline's first; 0 of what it lacks. */
    public List<Long> boots(Metric metric) {
        return byPart.boots(metric);
    }

    /** A boot that was left out. */
    public record Excluded(String boot, boolean candidate, String why) {}

    /** How many lines of a boot look like an initcall's or a probe's and could not be read. */
    public record Malformed(String boot, boolean candidate, long lines) {}

    /** Whether the build fails. */
    public boolean failed() {
        return verdict == Verdict.REGRESSED || verdict == Verdict.TRADED && settings.strict();
    }

    /** Whether what became slower fails the build: not where it is traded, or the host's, and a broken budget fails it. */
    public boolean failsBySlowness() {
        return failed() && !reason.equals(Reasons.BUDGET);
    }

    /** The same as the answer of a look. */
    GateResult after(SequentialLook at) {
        return with(new Ruling(verdict, reason), at);
    }

    /** The same, left open by a look. */
    GateResult undecided(SequentialLook at, String why) {
        return with(new Ruling(Verdict.INCONCLUSIVE, why), at);
    }

    private GateResult with(Ruling ruling, SequentialLook at) {
        return new GateResult(
                ruling.verdict(),
                ruling.reason(),
                settings,
                differences,
                baselineBoots,
                candidateBoots,
                handovers,
                excluded,
                environmentPerMille,
                globalShift,
                quantumUs,
                evidence,
                metrics,
                structure,
                deaths,
                failing,
                kernels,
                budgets,
                unmatched,
                moved,
                malformed,
                culprits,
                byPart,
                sight,
                at);
    }

    /** The verdict on the whole boot; empty when no boot is left on one side. */
    public Optional<Metric> total() {
        return metrics.stream().filter(metric -> metric.scope() == Scope.TOTAL).findFirst();
    }
}
