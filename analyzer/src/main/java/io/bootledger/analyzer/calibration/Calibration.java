package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.rule.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What repeated boots of one unchanged kernel say about the gate: how noisy they are, what it sees in such noise, and how often it
 * would have failed though nothing had changed.
 *
 * @param boots how many
 * @param spreads of the total, the phases and the levels, in that order
 * @param sizes of the initcalls by size, the longest first
 * @param sessions null when the boots come from one folder, or from too few of each
 * @param quantumUs the step of the clock that all initcalls share
 * @param ticking initcalls whose duration is a whole number of ticks in every boot, above zero
 * @param detectable the least rise of the total that is found, by boots on each side
 * @param splits the boots dealt to two sides again and again, and judged by the rule in force
 * @param suggested margins never below those of the rule in force, raised on every other boot until at most one split of a hundred
 *     fails
 * @param heldOut how the suggested margins do on the boots that they were not raised on; null where these are too few to fail
 */
public record Calibration(
        int boots,
        List<Spread> spreads,
        List<SizeSpread> sizes,
        @Nullable Sessions sessions,
        long quantumUs,
        int ticking,
        List<Detectable> detectable,
        Rates splits,
        GateRule suggested,
        @Nullable Rates heldOut) {
    /**
     * How much a metric differs between boots.
     *
     * @param perMille the median absolute deviation, scaled to a standard deviation, in thousandths of the median: what single slow
     *     boots do not spoil; null when the median is 0
     * @param slowestPerMille the slowest boot, in thousandths of the median
     */
    public record Spread(
            Scope scope,
            String id,
            long medianUs,
            @Nullable Long perMille,
            @Nullable Long slowestPerMille) {}

    /**
     * How much the initcalls of a size differ between boots.
     *
     * @param fromUs the shortest of that size
     * @param count how many there are
     * @param perMille the median of their spreads, as above
     */
    public record SizeSpread(long fromUs, int count, long perMille) {}

    /**
     * How much boots of different sessions differ beyond what boots of one session do.
     *
     * @param count how many
     * @param perMille standard deviation of the total, in thousandths
     */
    public record Sessions(int count, long perMille) {}

    /**
     * The least rise of the total that is found in four of five comparisons.
     *
     * @param boots on each side
     * @param perMille in thousandths; null when even twice the time is not found
     * @param repeated whether there were too few boots for that, so that some were drawn more than once
     */
    public record Detectable(int boots, @Nullable Long perMille, boolean repeated) {}

    public Calibration {
        spreads = List.copyOf(spreads);
        sizes = List.copyOf(sizes);
        detectable = List.copyOf(detectable);
    }
}
