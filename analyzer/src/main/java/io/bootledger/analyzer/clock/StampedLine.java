package io.bootledger.analyzer.clock;

import io.bootledger.traces.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** A line, and its stamp where it has one. */
record StampedLine(long line, @Nullable Long us) {
    static StampedLine of(RecordedEvent recorded) {
        Long us = recorded.time() == null ? null : Long.valueOf(recorded.time().micros());
        return new StampedLine(recorded.origin().line(), us);
    }
}
