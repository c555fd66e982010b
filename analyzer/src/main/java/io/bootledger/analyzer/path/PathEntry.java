package io.bootledger.analyzer.path;

import io.bootledger.analyzer.timeline.CauseEvidence;
import java.util.Locale;

/**
 * A stretch of the critical path.
 *
 * @param owner who had the time: an init function, whoever ended a wait, or words
 * @param evidence how sure it is that the owner had it
 * @param line the log line that shows it; 0 where none does
 */
public record PathEntry(long fromUs, long toUs, String owner, Kind kind, CauseEvidence evidence, long line) {
    /** What the boot thread did. */
    public enum Kind {
        /** It was in the owner's code, as far as the log shows. */
        RAN,
        /** It waited for the owner. */
        WAIT,
        /** It may have done either. */
        UNKNOWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public long us() {
        return toUs - fromUs;
    }
}
