package io.bootledger.analyzer.phases;

import org.jspecify.annotations.Nullable;

/**
 * The moments that split a boot. All null when the log does not hold them.
 *
 * @param firstUs first time stamp
 * @param firstInitcallUs first {@code calling} line
 * @param lastInitcallUs last return of a built-in initcall before init runs
 * @param initMemoryFreedUs the first message that frees init memory; where a work queue frees it, that may be after init started
 * @param initMemoryFreedKib how much it freed
 * @param writeProtectedUs write protection
 * @param initStartedUs the last {@code Run ... as init process} that worked
 * @param init the program: {@code /sbin/init}; where the kernel does not name it, what it calls itself
 * @param handover where the kernel handed over to user space; null when it did not, or the log does not tell
 * @param panic the reason, when the kernel panicked
 * @param lastUs last time stamp
 */
public record Milestones(
        @Nullable Long firstUs,
        @Nullable Long firstInitcallUs,
        @Nullable Long lastInitcallUs,
        @Nullable Long initMemoryFreedUs,
        @Nullable Long initMemoryFreedKib,
        @Nullable Long writeProtectedUs,
        @Nullable Long initStartedUs,
        @Nullable String init,
        @Nullable Handover handover,
        @Nullable String panic,
        @Nullable Long lastUs) {
    /** When the kernel handed over to user space; null when it is not known, or has no time stamp. */
    public @Nullable Long handoverUs() {
        return handover == null ? null : handover.us();
    }

    /** Whether there is a sign of init, be it only its own words. */
    public boolean reachedInit() {
        return handover != null || init != null;
    }

    /** Those of lines in no order, of which none is known to be the first or the last. */
    Milestones unordered() {
        return new Milestones(
                null,
                null,
                null,
                initMemoryFreedUs,
                initMemoryFreedKib,
                writeProtectedUs,
                initStartedUs,
                init,
                handover,
                panic,
                null);
    }
}
