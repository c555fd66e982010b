package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Structure;
import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.occurrence.Deaths;
import io.bootledger.analyzer.occurrence.LostBoots;
import io.bootledger.analyzer.occurrence.Occurrence;
import io.bootledger.analyzer.rule.Certainty;
import io.bootledger.analyzer.rule.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on what was found: the first rule that applies decides. What fails beyond doubt comes before what cannot be told.
 *
 * @param verdict the answer
 * @param reason why, in a sentence
 */
record Ruling(Verdict verdict, String reason) {
    /**
     * What a verdict is made of.
     *
     * @param died that candidate boots got no further, and why, in a place where no baseline boot died; else null
     * @param deaths where boots died
     * @param failing what fails more often
     * @param lost how many boots had to be left out
     * @param copies how many of the candidate's were the baseline's
     * @param everyBootFaster whether each candidate boot took less than each baseline boot: where many metrics were asked, so few boots
     *     may not tell of the total what it alone does tell
     * @param inTurn whether the boots were made in turn, so that a slow host slows both sides
     * @param machineSlowsTotal whether the machine as a whole explains the total's rise
     * @param slowMachine whether all ran slower in each candidate boot than in any baseline boot
     */
    record Facts(
            List<Metric> metrics,
            Structure structure,
            List<Check> budgets,
            StatisticalBasis evidence,
            @Nullable String died,
            Deaths deaths,
            List<Occurrence> failing,
            LostBoots lost,
            long copies,
            boolean everyBootFaster,
            boolean inTurn,
            boolean machineSlowsTotal,
            boolean slowMachine) {
        boolean has(Scope scope, Status status) {
            return metrics.stream().anyMatch(metric -> metric.scope() == scope && metric.status() == status);
        }

        private boolean slower() {
            return metrics.stream().anyMatch(metric -> metric.status() == Status.REGRESSED);
        }

        private boolean onlyTheTotal() {
            return metrics.stream()
                    .noneMatch(metric -> metric.status() == Status.REGRESSED && metric.scope() != Scope.TOTAL);
        }

        /** No faster kernel pays for what ran beside it, where that counts. */
        private boolean fasterAsAWhole() {
            if (has(Scope.SEGMENT, Status.REGRESSED)) {
                return false;
            }
            boolean tested = has(Scope.TOTAL, Status.IMPROVED);
            return tested
                    || metrics.stream()
                            .filter(metric -> metric.scope() == Scope.TOTAL && metric.shiftUs() < -metric.marginUs())
                            .anyMatch(total -> total.status() == Status.CHANGED || everyBootFaster);
        }

        private boolean totalKept() {
            return metrics.stream()
                    .anyMatch(metric -> metric.scope() == Scope.TOTAL
                            && metric.status() != Status.WAIVED
                            && metric.status() != Status.REGRESSED);
        }

        private boolean failsMore() {
            return !deaths.moreOften().isEmpty() || failing.stream().anyMatch(Occurrence::isBeyondChance);
        }

        private boolean overBudget() {
            return budgets.stream().anyMatch(Check::fails);
        }
    }

    /** Whether a broken budget is why, and nothing else. */
    boolean isOfBudget() {
        return reason.equals(Reasons.BUDGET);
    }

    /** Whether all runs slower, and something else makes up for it. */
    boolean isOfMachine() {
        return reason.equals(Reasons.MACHINE) || reason.equals(Reasons.PAID_HOST);
    }

    static Ruling on(Facts facts) {
        if (facts.died() != null) {
            return new Ruling(Verdict.REGRESSED, facts.died());
        }
        if (!facts.structure().newFailures().isEmpty()) {
            return new Ruling(Verdict.REGRESSED, Reasons.FAILS);
        }
        if (facts.failsMore()) {
            return new Ruling(Verdict.REGRESSED, Reasons.FAILS_MORE);
        }
        boolean host = facts.machineSlowsTotal() && !facts.inTurn() && facts.onlyTheTotal();
        if (facts.slower() && !host && !facts.fasterAsAWhole()) {
            boolean exact = facts.evidence().certainty() == Certainty.DETERMINISTIC;
            return new Ruling(Verdict.REGRESSED, exact ? Reasons.LONGER : Reasons.SLOWER);
        }
        if (facts.overBudget()) {
            return new Ruling(Verdict.REGRESSED, Reasons.BUDGET);
        }
        return doubtful(facts, host);
    }

    private static Ruling doubtful(Facts facts, boolean host) {
        if (facts.evidence().certainty() == Certainty.FEW) {
            boolean enough = facts.evidence().smallestP() <= facts.evidence().alpha();
            return new Ruling(
                    Verdict.INSUFFICIENT,
                    enough
                            ? Reasons.COPIES
                            : Reasons.few(
                                    facts.lost(), facts.copies(), facts.lost().ofCandidate() + (int) facts.copies()));
        }
        if (facts.lost().moreOfTheCandidate()) {
            return new Ruling(Verdict.INCONCLUSIVE, Reasons.lost(facts.lost()));
        }
        List<Occurrence> conspicuous =
                facts.failing().stream().filter(Occurrence::isConspicuous).toList();
        if (!conspicuous.isEmpty()) {
            return new Ruling(Verdict.INCONCLUSIVE, Reasons.failsMore(conspicuous.get(0), conspicuous.size() - 1));
        }
        if (facts.slower()) {
            return host ? new Ruling(Verdict.INCONCLUSIVE, Reasons.HOST) : new Ruling(Verdict.TRADED, Reasons.TRADED);
        }
        if (facts.evidence().certainty() == Certainty.DETERMINISTIC) {
            return new Ruling(Verdict.DETERMINISTIC, Reasons.DETERMINISTIC);
        }
        if (facts.slowMachine() && facts.totalKept()) {
            if (facts.inTurn()) {
                return new Ruling(Verdict.TRADED, Reasons.MACHINE);
            }
            if (!facts.fasterAsAWhole()) {
                return new Ruling(Verdict.INCONCLUSIVE, Reasons.PAID_HOST);
            }
        }
        return facts.has(Scope.TOTAL, Status.INCONCLUSIVE)
                ? new Ruling(Verdict.INCONCLUSIVE, Reasons.CHANCE)
                : new Ruling(Verdict.OK, Reasons.OK);
    }
}
