package io.bootledger.simulator.machine;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where an init function sleeps until another thread is done.
 *
 * @param after its own working time before it asks
 * @param what what it waits for: {@code for} in a scenario
 * @param of the algorithm or the work item; null where there is only one
 */
public record InitWait(
        Nanos after,
        @JsonProperty("for") Awaited what,
        @Nullable String of) {
    /** What can be waited for. */
    public enum Awaited {
        /** A user-mode helper is started, for which the initramfs must be unpacked ({@code init/initramfs.c}). */
        INITRAMFS,
        /** All asynchronous work ({@code kernel/async.c}, {@code async_synchronize_full}). */
        ASYNC,
        /** The self-test of an algorithm ({@code crypto/api.c}, {@code crypto_larval_wait}). */
        SELF_TEST,
        /** A work item ({@code kernel/workqueue.c}, {@code flush_work}). */
        WORK
    }

    public InitWait {
        after = after == null ? Nanos.ZERO : after;
        boolean one = what == Awaited.INITRAMFS || what == Awaited.ASYNC;
        if (what == null || one == (of != null)) {
            throw new IllegalArgumentException(
                    "a wait is for initramfs or async, or for a self_test or work, which of names; got "
                            + (what == null ? "no for" : "for " + what.name().toLowerCase(Locale.ROOT))
                            + (of == null ? ", no of" : ", of " + of));
        }
    }
}
