package io.bootledger.analyzer.reading;

import io.bootledger.traces.event.BootRecorded;
import org.jspecify.annotations.Nullable;

/** Says how a boot's log was read. */
public final class Readings {
    /** What is known before a boot's end: nothing was counted yet. */
    private static final BootRecorded NOT_COUNTED = new BootRecorded("unknown", 1, 1, 0, 0, 0, 0);

    public static Reading of(LogEvidence evidence, Kernel kernel) {
        BootRecorded counts = evidence.recorded() == null ? NOT_COUNTED : evidence.recorded();
        return new Reading(
                counts.format(),
                counts.firstLine(),
                counts.lines(),
                counts.recognised(),
                counts.irrelevant(),
                counts.malformed(),
                evidence.headLost(),
                evidence.stamps().unordered(),
                initcallDebug(evidence, kernel));
    }

    private static @Nullable Boolean initcallDebug(LogEvidence evidence, Kernel kernel) {
        if (evidence.hasInitcalls()) {
            return true;
        }
        return kernel.commandLine() == null
                ? null
                : Boolean.valueOf(CommandLine.of(kernel).hasFlag("initcall_debug"));
    }

    private Readings() {}
}
