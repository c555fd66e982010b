package io.bootledger.analyzer.probes;

import io.bootledger.analyzer.timeline.CauseEvidence;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A device whose probe was put off because something it needs was not there yet ({@code drivers/base/dd.c},
 * {@code driver_deferred_probe_add}).
 *
 * @param attempts how often its probe was put off
 * @param wastedUs what those attempts took together
 * @param firstUs when the first was put off; null without time stamps
 * @param waitedUs from then until the attempt that was not put off began; null while it is still pending
 * @param boundUs when the device was bound; null when it never was
 * @param code who put it off last; null where the kernel does not tell
 * @param lastFailedUs when the last attempt that was put off ended; null without time stamps
 * @param retryUs when the attempt that was not put off began; null while it is still pending
 * @param barrier whether it waited for {@code deferred_probe_initcall}, before which nobody tries again: no supplier bound earlier
 *     would have made it faster
 * @param candidates the devices that may have released it, in the order in which they were bound: each was bound between the last
 *     attempt in vain and the good one; the one that did is among them, if its probe is on record
 * @param stated what the kernel says that it waited for, in its words; null when it says nothing
 * @param evidence how sure it is what it waited for
 */
public record Deferral(
        String device,
        int attempts,
        long wastedUs,
        @Nullable Long firstUs,
        @Nullable Long waitedUs,
        @Nullable Long boundUs,
        @Nullable Code code,
        @Nullable Long lastFailedUs,
        @Nullable Long retryUs,
        boolean barrier,
        List<String> candidates,
        @Nullable String stated,
        CauseEvidence evidence) {
    public Deferral {
        candidates = List.copyOf(candidates);
    }

    /** Who put a probe off. */
    public enum Code {
        /** The driver's own probe function: printed as 517 since 5.12. */
        DRIVER,
        /** The driver core, as a supplier is not there ({@code drivers/base/core.c}, {@code device_links_check_suppliers}): -517. */
        SUPPLIER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The one device that it waited for: the candidate that the kernel names, or the only one. Null where several may be meant, or none. */
    public @Nullable String supplier() {
        return candidates.stream()
                .filter(device -> stated != null && Suppliers.isNamedIn(stated, device))
                .findFirst()
                .orElse(candidates.size() == 1 ? candidates.get(0) : null);
    }

    /** So many names still help a reader; of more only the number does. */
    public static final int FEW = 5;
}
