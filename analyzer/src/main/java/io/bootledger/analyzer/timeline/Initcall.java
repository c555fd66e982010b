package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of an init function.
 *
 * @param ordinal position in call order, from 1
 * @param level null when unknown; {@code MODULE} for the init function of a loadable module
 * @param levelEvidence what says so
 * @param pid the calling task; null where the log does not say
 * @param startUs stamp of the {@code calling} line; null without one
 * @param endUs stamp of the {@code returned} line; null without one
 * @param durationUs the better of the two clocks, in true microseconds; null when neither tells
 * @param clockReason why that clock
 * @param reportedUs the kernel's own number, in the microseconds it claims, before any correction; null where it gives none
 * @param returnValue null when the call never returned or the log does not say
 * @param errno the name of a negative return value: {@code ENODEV}
 * @param line number of the {@code calling} line, or of the {@code returned} line where the former is lost
 * @param endLine number of the {@code returned} line; null without one
 * @param misbehaved what the kernel had to repair: {@code preemption imbalance}; null when nothing
 * @param levelSync whether it stands in the level's second half ({@code arch_initcall_sync}); null when not known
 * @param levelCertain whether the level is beyond doubt; false for one that is only likely, or unknown
 */
public record Initcall(
        int ordinal,
        InitcallSymbol symbol,
        @Nullable InitcallLevel level,
        LevelEvidence levelEvidence,
        @Nullable Integer pid,
        @Nullable Long startUs,
        @Nullable Long endUs,
        @Nullable Long durationUs,
        ClockReason clockReason,
        @Nullable Long reportedUs,
        @Nullable Integer returnValue,
        @Nullable String errno,
        Outcome outcome,
        long line,
        @Nullable Long endLine,
        @Nullable String misbehaved,
        @Nullable Boolean levelSync,
        boolean levelCertain) {

    /** A run as its own lines tell it: what they say of the level is certain, and of its halves they say nothing. */
    public Initcall(
            int ordinal,
            InitcallSymbol symbol,
            @Nullable InitcallLevel level,
            LevelEvidence levelEvidence,
            @Nullable Integer pid,
            @Nullable Long startUs,
            @Nullable Long endUs,
            @Nullable Long durationUs,
            ClockReason clockReason,
            @Nullable Long reportedUs,
            @Nullable Integer returnValue,
            @Nullable String errno,
            Outcome outcome,
            long line,
            @Nullable Long endLine,
            @Nullable String misbehaved) {
        this(
                ordinal,
                symbol,
                level,
                levelEvidence,
                pid,
                startUs,
                endUs,
                durationUs,
                clockReason,
                reportedUs,
                returnValue,
                errno,
                outcome,
                line,
                endLine,
                misbehaved,
                null,
                level != null && levelEvidence != LevelEvidence.INFERRED);
    }

    /** When it began, of a run of which that is known. */
    public long knownStartUs() {
        return Objects.requireNonNull(startUs, "its start is unknown");
    }

    /** When it ended, of a run of which that is known. */
    public long knownEndUs() {
        return Objects.requireNonNull(endUs, "its end is unknown");
    }

    /** How long it took, of a run of which that is known. */
    public long knownDurationUs() {
        return Objects.requireNonNull(durationUs, "its duration is unknown");
    }

    public String function() {
        return symbol.function();
    }

    /** The module that holds the function; null for code built in. */
    public @Nullable String module() {
        return symbol.module();
    }

    /** Whether it simply returned 0, and left nothing to repair. */
    public boolean isFine() {
        return returnValue != null && returnValue == 0 && misbehaved == null;
    }

    /** Whether it ran on the boot thread, pid 0 and then pid 1; modules are loaded by other tasks. */
    public boolean onBootThread() {
        return pid == null ? module() == null : pid <= 1;
    }

    /** Which clock the duration comes from. */
    public DurationEvidence durationEvidence() {
        return clockReason.evidence();
    }

    /** The same run, placed at a level. */
    public Initcall at(@Nullable InitcallLevel better, @Nullable Boolean sync, LevelEvidence says, boolean certain) {
        return new Initcall(
                ordinal,
                symbol,
                better,
                says,
                pid,
                startUs,
                endUs,
                durationUs,
                clockReason,
                reportedUs,
                returnValue,
                errno,
                outcome,
                line,
                endLine,
                misbehaved,
                sync,
                certain);
    }
}
