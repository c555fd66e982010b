package io.bootledger.analyzer.history;

import io.bootledger.analyzer.rule.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One metric over all builds.
 *
 * @param id the phase, level or initcall; {@code total}
 * @param us the median of each build's boots, in microseconds; null where none of them has it
 * @param ranges from the fastest to the slowest of these boots; null where none of them has it
 * @param changes where it settled on another level; their index is that of the build
 */
public record Series(
        Scope scope, String id, List<@Nullable Long> us, List<@Nullable BuildRange> ranges, List<ChangePoint> changes) {
    /** From the fastest to the slowest of a build's boots. */
    public record BuildRange(long lowUs, long highUs) {
        static BuildRange of(List<Long> us) {
            LongSummaryStatistics all = us.stream().mapToLong(Long::longValue).summaryStatistics();
            return new BuildRange(all.getMin(), all.getMax());
        }
    }

    public Series {
        us = Collections.unmodifiableList(new ArrayList<>(us));
        ranges = Collections.unmodifiableList(new ArrayList<>(ranges));
        changes = List.copyOf(changes);
    }

    /** @param leastUs a change between two levels that are both below it is none */
    static Series of(Scope scope, String id, List<@Nullable Long> us, List<@Nullable BuildRange> ranges, long leastUs) {
        int[] places = IntStream.range(0, us.size())
                .filter(build -> us.get(build) != null)
                .toArray();
        long[] known =
                us.stream().filter(Objects::nonNull).mapToLong(Long::longValue).toArray();
        List<ChangePoint> changes = ChangePoints.of(known).stream()
                .filter(change -> Math.max(change.beforeUs(), change.afterUs()) >= leastUs)
                .map(change -> change.at(places[change.index()]))
                .toList();
        return new Series(scope, id, us, ranges, changes);
    }

    /** Of how many builds it is known. */
    public long points() {
        return us.stream().filter(Objects::nonNull).count();
    }

    /** The first build on the level of the latest. */
    public int lastLevelFrom() {
        return changes.isEmpty() ? 0 : changes.get(changes.size() - 1).index();
    }
}
