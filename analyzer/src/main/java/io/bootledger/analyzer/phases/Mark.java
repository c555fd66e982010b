package io.bootledger.analyzer.phases;

import io.bootledger.traces.event.BootTime;
import org.jspecify.annotations.Nullable;

/**
 * The line where a phase begins.
 *
 * @param time null where the record has no time stamp
 */
record Mark(@Nullable BootTime time) {
    @Nullable
    Long micros() {
        return microsOf(time);
    }

    static @Nullable Long microsOf(@Nullable Mark mark) {
        return mark == null ? null : mark.micros();
    }

    static @Nullable Long microsOf(@Nullable BootTime time) {
        return time == null ? null : time.micros();
    }
}
