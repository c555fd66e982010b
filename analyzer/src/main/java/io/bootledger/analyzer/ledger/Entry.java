package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.traces.event.InitcallLevel;
import org.jspecify.annotations.Nullable;

/**
 * One slice of the boot thread's time, as it was booked.
 *
 * @param evidence as of its account
 * @param fromLine the line that begins the stretch it lies in; 0 for the beginning of the log
 * @param toLine the line that ends it; {@link Long#MAX_VALUE} for the end of the log
 */
public record Entry(
        Account.Kind kind,
        String name,
        @Nullable InitcallLevel level,
        CauseEvidence evidence,
        long us,
        long fromLine,
        long toLine) {}
