package io.bootledger.analyzer.axis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a loader's own stamps tell of its stage. Their clock starts when it likes, and is not the kernel's.
 *
 * @param firstUs the first stamp
 * @param lastUs the last one
 * @param tookUs from the first to the last; null where the clock began anew in between
 * @param restarted whether the clock stands behind that of an earlier stage: it began anew
 */
public record LoaderTime(
        long firstUs, long lastUs, @Nullable Long tookUs, boolean restarted) {

    /** Stamps of lines in which the same loader speaks and its clock does not go back. */
    record Stretch(long firstLine, long firstUs, long lastUs) {}

    /**
     * Of the stage that has the lines; null where none of them has a stamp.
     *
     * @param stretches in the order of their lines
     * @param before of the stages before, the last one that has a time; null where none has
     */
    static @Nullable LoaderTime of(
            List<Stretch> stretches, long firstLine, long lastLine, @Nullable LoaderTime before) {
        List<Stretch> own = stretches.stream()
                .filter(stretch -> stretch.firstLine() >= firstLine && stretch.firstLine() <= lastLine)
                .toList();
        if (own.isEmpty()) {
            return null;
        }
        boolean whole = true;
        for (int i = 1; i < own.size(); i++) {
            whole &= own.get(i).firstUs() >= own.get(i - 1).lastUs();
        }
        long first = own.get(0).firstUs();
        long last = own.get(own.size() - 1).lastUs();
        return new LoaderTime(
                first, last, whole ? Long.valueOf(last - first) : null, before != null && first < before.lastUs());
    }
}
