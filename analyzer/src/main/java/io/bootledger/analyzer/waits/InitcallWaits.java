package io.bootledger.analyzer.waits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An initcall, opened: what it can have needed itself, and what it waited for. The most it needed itself and the least of its waits
 * add up to its duration.
 *
 * @param own what it can have needed itself, the probes that it made included; null where its duration is unknown
 */
public record InitcallWaits(@Nullable Bounds own, List<Wait> waits) {
    /** A call of which nothing is known. */
    static final InitcallWaits UNKNOWN = new InitcallWaits(null, List.of());

    public InitcallWaits {
        waits = List.copyOf(waits);
    }

    static InitcallWaits of(long durationUs, List<Wait> waits) {
        long sure = waits.stream().mapToLong(wait -> wait.us().lowUs()).sum();
        return new InitcallWaits(new Bounds(0, durationUs - sure), waits);
    }
}
