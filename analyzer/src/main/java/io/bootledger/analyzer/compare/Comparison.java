package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.compare.measure.ComparedSides;
import io.bootledger.analyzer.compare.measure.Environment;
import io.bootledger.analyzer.compare.measure.Environment.Difference;
import io.bootledger.analyzer.compare.measure.LeftOut;
import io.bootledger.analyzer.compare.measure.Speed;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two sets of boots beside each other: what changed, and what it cost.
 *
 * @param baseline the boots of the one side that were used; at least one
 * @param candidate those of the other side; at least one
 * @param leftOut boots that were not used
 * @param limits what cannot be compared, and why, in sentences
 * @param unlike what must be alike for durations to be comparable and is not
 * @param kernels what else was booted differently
 * @param speed how slow the candidate's machine was as a whole; null where too few initcalls tell. With one boot of each it counts
 *     only where they agree
 * @param total null where a side has no boot that reached init
 * @param waterfall where the difference of the total comes from, every part in a row; null without a total
 * @param segments from power-on to login, where a clock tells of more than the kernel
 * @param phases in the order of a boot
 * @param levels in the kernel's order
 * @param initcalls those that changed most first
 * @param structure what fails or returns something else. What the candidate could not reach is not in it
 * @param levelMoves in the order of names
 * @param orderMoves in the candidate's order
 * @param deferrals those that cost most first
 */
public record Comparison(
        List<ComparedBoot> baseline,
        List<ComparedBoot> candidate,
        List<LeftOut> leftOut,
        List<String> limits,
        List<Difference> unlike,
        KernelChange kernels,
        @Nullable Speed speed,
        @Nullable Change total,
        @Nullable Waterfall waterfall,
        SegmentChanges segments,
        List<Change> phases,
        List<Change> levels,
        List<InitcallChange> initcalls,
        Structure structure,
        List<LevelMove> levelMoves,
        List<OrderMove> orderMoves,
        List<DeferralChange> deferrals) {
    /**
     * Compares boots.
     *
     * @param interleaved whether the boots of both sides were made in turn
     * @param allowed what of the environment may differ, by name
     * @throws IllegalArgumentException when a side has no boot
     */
    public static Comparison of(
            List<ComparedBoot> baseline, List<ComparedBoot> candidate, boolean interleaved, Set<String> allowed) {
        if (baseline.isEmpty() || candidate.isEmpty()) {
            throw new IllegalArgumentException(
                    "no boots to compare: " + baseline.size() + " against " + candidate.size());
        }
        return new Comparing(ComparedSides.of(baseline, candidate), interleaved, allowed).comparison();
    }

    /** By which milestones the boots that have totals count as handed over to user space. */
    public List<String> handovers() {
        return Environment.handovers(Stream.of(baseline, candidate)
                .flatMap(List::stream)
                .map(boot -> boot.measures().environment()));
    }

    /** Initcalls that are on one side only. */
    public List<InitcallChange> only(InitcallChange.Kind kind) {
        return initcalls.stream().filter(change -> change.kind() == kind).toList();
    }
}
