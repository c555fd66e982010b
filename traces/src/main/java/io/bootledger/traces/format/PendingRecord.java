package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.format.frame.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that was read but is not yet on the record of a boot.
 *
 * @param event null for an ordinary message that nobody asked for
 * @param fingerprint of the record, see {@link SeenRecords}
 */
record PendingRecord(
        LogRecord.Clock clock,
        long nanos,
        @Nullable Caller caller,
        @Nullable Priority priority,
        @Nullable BootEvent event,
        Origin origin,
        long fingerprint,
        boolean stamped) {}
