package io.bootledger.analyzer.clock;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the record whose stamps are in doubt, and with them the durations that the kernel reports in it.
 *
 * @param fromLine its first line; null where it begins before the record does
 * @param untilLine its last line; null where the record ends in it
 * @param fromUs stamp of the first line; null without one
 * @param untilUs stamp of the last line; null without one
 * @param evidenceLine the line that shows it
 * @param missingUs how much longer than by its stamps it took, all in all; null where the log does not tell
 */
public record DoubtfulStretch(
        Reason reason,
        @Nullable Long fromLine,
        @Nullable Long untilLine,
        @Nullable Long fromUs,
        @Nullable Long untilUs,
        long evidenceLine,
        @Nullable Long missingUs) {
    /** Why. */
    public enum Reason {
        /** Timer ticks did not come, and stamps stood still meanwhile: too short, by a known sum. */
        TICKS_LOST("timer ticks were lost, and the stamps stood still meanwhile"),
        /** The counter is not believed, so stamps stand still wherever a timer tick is late; how often is not known. */
        COUNTER_DISTRUSTED(
                "the kernel does not trust its counter, so the stamps stand still wherever a timer tick is late"),
        /** The clock of the stamps and of the reported durations was found to be wrong, too short or too long. */
        COUNTER_FAILED("the kernel found later that the counter it took time from is wrong");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In a log whose newest line comes first, the first line of the stretch is the one with the highest number. */
    boolean holds(long line) {
        boolean newestFirst = fromLine != null && untilLine != null && fromLine > untilLine;
        Long least = newestFirst ? untilLine : fromLine;
        Long most = newestFirst ? fromLine : untilLine;
        return (least == null || line >= least) && (most == null || line <= most);
    }

    /** How much of a span between two stamps lies in it. */
    long overlapUs(long startUs, long endUs) {
        long from = fromUs == null ? startUs : Math.max(startUs, fromUs);
        long until = untilUs == null ? endUs : Math.min(endUs, untilUs);
        return Math.max(0, until - from);
    }
}
