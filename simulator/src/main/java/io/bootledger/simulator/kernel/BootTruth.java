package io.bootledger.simulator.kernel;

import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a simulated boot, written down by the kernel itself as it happened: what an analysis of its log should find.
 * Stamps are microseconds as the log shows them, and null when the log does not hold the line.
 *
 * @param release the kernel
 * @param initcalls in call order; only those that left a line in the log
 * @param blacklisted functions that were skipped, in order
 * @param probes in the order in which they ended; only those that left a line
 * @param unseenModules modules whose loading left no initcall in the log, and why
 * @param repeatedLoads loads of a module that was there, or that another task was loading
 * @param pending devices that still waited when the timeout fired
 * @param initsInVain programs that the log says are run as init, and that are not there: a log that ends behind the last of them,
 *     before the panic or the init that is there, cannot be told from one of a boot in which that one ran
 * @param milestones the moments that split the boot
 */
public record BootTruth(
        String release,
        List<Initcall> initcalls,
        List<String> blacklisted,
        List<Probe> probes,
        List<UnseenModule> unseenModules,
        List<RepeatedLoad> repeatedLoads,
        List<String> pending,
        List<InitAttempt> initsInVain,
        Milestones milestones) {

    /**
     * One call.
     *
     * @param symbol as printed, with its module
     * @param level {@code MODULE} for a module's
     * @param startUs stamp of the {@code calling} line
     * @param endUs stamp of the {@code returned} line; null when it never returned
     * @param trueNanos how long it really took; null when it never returned
     * @param reported the number the kernel printed
     * @param returned its return value; null when it never returned
     * @param outcome {@code ok}, {@code absent}, {@code deferred}, {@code failed}, {@code positive}, {@code unfinished}
     * @param misbehaved what the kernel had to repair; null for nothing
     */
    public record Initcall(
            String function,
            String symbol,
            InitcallLevel level,
            int pid,
            @Nullable Long startUs,
            @Nullable Long endUs,
            @Nullable Long trueNanos,
            @Nullable Long reported,
            @Nullable Integer returned,
            String outcome,
            @Nullable String misbehaved) {}

    /**
     * One probe.
     *
     * @param returned the number the kernel printed
     * @param reported microseconds the kernel printed
     * @param outcome {@code ok}, {@code absent}, {@code deferred} or {@code failed}
     */
    public record Probe(String device, long endUs, int returned, long reported, String outcome) {}

    /** A program that was announced as init and could not be run. */
    public record InitAttempt(String program, long stampUs) {}

    /** A module that was loaded, or was not, without a trace of its init function. */
    public record UnseenModule(String module, String why, boolean loaded) {}

    /**
     * A load that found another one of the same module. Stamps are those of its look, whatever the log holds.
     *
     * @param untilUs when it was told; null when it waits for ever
     * @param returned what user space is told; null when it waits for ever
     */
    public record RepeatedLoad(
            String module,
            int pid,
            long fromUs,
            @Nullable Long untilUs,
            @Nullable Integer returned) {}

    /** The moments that split a boot, as stamps. */
    public record Milestones(
            @Nullable Long initMemoryFreedUs,
            @Nullable Long initMemoryFreedKib,
            @Nullable Long writeProtectedUs,
            @Nullable Long initStartedUs,
            @Nullable String init,
            @Nullable String panic) {}
}
