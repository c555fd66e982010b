package io.bootledger.analyzer.phases;

import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * The line where a phase begins.
 *
 * @param time null where the record has no time stamp
 */
record PhaseMark(long line, @Nullable BootTime time) {
    static PhaseMark at(RecordedEvent recorded) {
        return new PhaseMark(recorded.origin().line(), recorded.time());
    }

    /** The first of two lines. */
    static PhaseMark keep(@Nullable PhaseMark known, RecordedEvent recorded) {
        return known == null ? at(recorded) : known;
    }

    @Nullable
    Long micros() {
        return microsOf(time);
    }

    static @Nullable Long microsOf(@Nullable PhaseMark mark) {
        return mark == null ? null : mark.micros();
    }

    static @Nullable Long microsOf(@Nullable BootTime time) {
        return time == null ? null : time.micros();
    }
}
