package io.bootledger.analyzer.timeline;

import java.util.Locale;

/** Why a duration comes from one of a boot's two clocks and not from the other. */
public enum ClockReason {
    WITHOUT_PRINTING(DurationEvidence.REPORTED, "it does not hold the time that printing took"),
    STAMPS_UNUSABLE(
            DurationEvidence.REPORTED,
            "the stamps cannot be subtracted: one is missing, steps back, or is a whole second"),
    STAMPS_STOOD_STILL(DurationEvidence.REPORTED, "the clock of the stamps did not run yet"),
    STAMPS_DISAGREE(DurationEvidence.REPORTED, "the stamps do not fit into the reported millisecond"),
    IN_TICKS(
            DurationEvidence.TIMESTAMPS,
            "before the clock source is switched the reported value counts whole timer ticks (kernel/time/jiffies.c)"),
    SHARED_START(
            DurationEvidence.TIMESTAMPS,
            "another initcall began meanwhile, and since 4.17 all share one start time (init/main.c)"),
    FINER_STAMPS(DurationEvidence.TIMESTAMPS, "they agree with the reported millisecond and are finer"),
    NOT_REPORTED(DurationEvidence.TIMESTAMPS, "the kernel reports nothing"),
    TRACED(DurationEvidence.TRACE, "a trace of the same boot has its beginning and its end"),
    NEITHER(DurationEvidence.UNKNOWN, "the log holds neither a report nor two stamps");

    private final DurationEvidence evidence;
    private final String words;

    ClockReason(DurationEvidence evidence, String words) {
        this.evidence = evidence;
        this.words = words;
    }

    /** Which clock that makes. */
    public DurationEvidence evidence() {
        return evidence;
    }

    /** For people: "the one, because ...". */
    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
