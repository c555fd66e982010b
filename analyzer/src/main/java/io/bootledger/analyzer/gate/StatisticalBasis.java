package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.rule.Certainty;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.rule.MetricTable;
import io.bootledger.analyzer.rule.SegmentTest;
import io.bootledger.analyzer.statistics.Arrangements;
import java.util.List;

/**
 * What the verdict's statistics rest on.
 *
 * @param alpha the chance of any false alarm that was allowed
 * @param arrangements how many ways to deal the boots were looked at, the real one among them
 * @param smallestP the smallest p that so many boots can give
 * @param distinctBaseline how many boots of the baseline differ from each other in anything
 * @param distinctCandidate how many of the candidate
 * @param untimed initcalls that some boot called without telling how long they took: they were not tested
 * @param untold who ran before the kernel or behind it, and some boot does not tell for how long: they were not tested
 */
public record StatisticalBasis(
        Certainty certainty,
        double alpha,
        int arrangements,
        double smallestP,
        int distinctBaseline,
        int distinctCandidate,
        List<String> untimed,
        List<String> untold) {
    static StatisticalBasis of(MetricTable table, SegmentTest segments, GateRule rule) {
        int arrangements = Arrangements.of(table.design()).count();
        return new StatisticalBasis(
                Certainty.of(table, rule),
                rule.alpha(),
                arrangements,
                Math.max(table.design().smallestP(), 1.0 / arrangements),
                table.distinctBaseline(),
                table.distinctCandidate(),
                table.untimed(),
                segments.untold());
    }
}
