package io.bootledger.analyzer.replay;

import io.bootledger.traces.event.InitcallLevel;
import org.jspecify.annotations.Nullable;

/**
 * A call that has begun and not returned.
 *
 * @param kind what is called
 * @param module the loadable module that holds the function; null for code built in
 * @param level null when unknown, and for async calls
 * @param pid the task that it runs in; null where the log does not say
 * @param startUs stamp of the line that begins it; null without one
 * @param forUs how long it has been running by the moment; null without time stamps
 * @param line number of the line that begins it
 */
public record RunningCall(
        Kind kind,
        String function,
        @Nullable String module,
        @Nullable InitcallLevel level,
        @Nullable Integer pid,
        @Nullable Long startUs,
        @Nullable Long forUs,
        long line) {
    /** What is called. */
    public enum Kind {
        INITCALL("initcall"),
        ASYNC("async call");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
