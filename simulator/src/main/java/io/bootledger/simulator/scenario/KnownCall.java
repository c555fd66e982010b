package io.bootledger.simulator.scenario;

import io.bootledger.traces.event.InitcallLevel;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an initcall of a log by something else than its own lines.
 *
 * @param level null for unknown
 * @param forInitramfs whether it waited for the initramfs, which was unpacked while it was called
 * @param selfTestUs how long it surely waited for self-tests
 * @param retriesUs how long it surely waited for deferred probes that a worker tried again
 */
public record KnownCall(@Nullable InitcallLevel level, boolean forInitramfs, long selfTestUs, long retriesUs) {
    /** Nothing but the level. */
    public static KnownCall at(@Nullable InitcallLevel level) {
        return new KnownCall(level, false, 0, 0);
    }
}
