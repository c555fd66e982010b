package io.bootledger.traces.ftrace;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a task in one state.
 *
 * @param work what it executed; null for none
 * @param waker who ended its sleep; the task itself for an interrupt; null for another state, and where the trace does not tell
 */
record TaskSpan(
        long fromUs,
        long toUs,
        State state,
        @Nullable Work work,
        @Nullable Task waker) {
    enum State {
        RUNNING,
        /** It could run, and another had the CPU. */
        RUNNABLE,
        ASLEEP
    }
}
