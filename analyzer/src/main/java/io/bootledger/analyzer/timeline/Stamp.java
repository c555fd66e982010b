package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What a record's frame says: when, and who. */
final class Stamp {
    static @Nullable Long microsOf(RecordedEvent recorded) {
        return recorded.time() == null ? null : recorded.time().micros();
    }

    /** The task that printed the record; null where the log does not say, and in interrupt context. */
    static @Nullable Integer taskOf(RecordedEvent recorded) {
        return recorded.caller() != null && recorded.caller().task()
                ? recorded.caller().id()
                : null;
    }

    private Stamp() {}
}
