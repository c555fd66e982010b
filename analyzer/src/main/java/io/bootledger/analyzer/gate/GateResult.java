package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Environment.Difference;
import io.bootledger.analyzer.compare.Structure;
import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.gate.Metric.Scope;
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
 * @param metrics the total, phases, levels and tested initcalls, in that order
 * @param budgets the budgets that apply, kept or broken
 * @param moved costs that only moved from one initcall to another, the largest first
 * @param culprits the most serious and largest first
 * @param waterfall null when no boot is left on one side
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
        List<Metric> metrics,
        Structure structure,
        List<Check> budgets,
        List<Moved> moved,
        List<Culprit> culprits,
        @Nullable Waterfall waterfall) {
    /** A boot that was left out. */
    public record Excluded(String boot, boolean candidate, String why) {}

    /** The verdict on the whole boot; empty when no boot is left on one side. */
    public Optional<Metric> total() {
        return metrics.stream().filter(metric -> metric.scope() == Scope.TOTAL).findFirst();
    }
}
