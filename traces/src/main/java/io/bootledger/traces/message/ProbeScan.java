package io.bootledger.traces.message;

import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.ProbeFinished;
import org.jspecify.annotations.Nullable;

/** Reads the probe message, of which a log holds hundreds, by hand. */
final class ProbeScan {
    private static final Literal PROBE_OF = new Literal("probe of ");
    private static final Literal RETURNED = new Literal(" returned ");
    private static final Literal AFTER = new Literal(" after ");
    private static final Literal USECS = new Literal(" usecs");

    /** {@code probe of %s returned %d after %lld usecs}; a device's name may hold blanks: {@code Fixed MDIO bus.0}. */
    static @Nullable ProbeFinished finished(Cursor in) {
        if (!in.literal(PROBE_OF)) {
            return null;
        }
        int deviceEnd = in.find(RETURNED);
        if (deviceEnd <= in.at) {
            return null;
        }
        String device = in.textTo(deviceEnd);
        if (!in.literal(RETURNED) || !in.integer() || device.contains(" with driver ")) {
            return null;
        }
        int returned = (int) in.number;
        if (!in.literal(AFTER) || !in.number() || !in.literal(USECS)) {
            return null;
        }
        return new ProbeFinished(device, null, returned, ReportedDuration.usecs(in.number));
    }

    private ProbeScan() {}
}
