package io.bootledger.traces.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event and where it stands on the record.
 *
 * @param sequence position in the boot's stream, from 0, without gaps
 * @param time the record's time stamp; null where the log has none
 * @param caller who printed it; null where the log does not say
 * @param priority null where the log does not say
 * @param event what happened
 * @param origin where it was read
 */
public record RecordedEvent(
        long sequence,
        @Nullable BootTime time,
        @Nullable Caller caller,
        @Nullable Priority priority,
        BootEvent event,
        Origin origin) {
    /** When it happened, in microseconds, of an event that has a time. */
    public long knownUs() {
        return Objects.requireNonNull(time, "the log has no time of it").micros();
    }
}
