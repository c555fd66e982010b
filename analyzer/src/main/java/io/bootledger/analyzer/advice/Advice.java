package io.bootledger.analyzer.advice;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something to do, and why.
 *
 * @param code a stable word for programs: {@code console-cost}
 * @param title what was found, in one sentence
 * @param explanation the numbers it rests on
 * @param solution what to put on the command line, or to change
 * @param gainUs the most that it can save before init runs; null where the log does not tell, or where the gain is a better log
 * @param doubtful whether what it rests on is told by stamps in doubt, and with it the gain
 * @param lines log lines that show it, the first few; empty when it is about the whole log
 * @param risk of the solution: {@code none}, {@code low}, {@code functional} (what needs it no longer works) or {@code security};
 *     null where nobody judged it
 * @param source the kernel's file and function that a known cause rests on; null where the log alone tells
 */
public record Advice(
        Kind kind,
        String code,
        String title,
        String explanation,
        String solution,
        @Nullable Long gainUs,
        boolean doubtful,
        List<Long> lines,
        @Nullable String risk,
        @Nullable String source) {
    private static final String IN_DOUBT = " That is by stamps in doubt.";

    public Advice {
        lines = List.copyOf(lines);
    }

    /** What the log alone tells, and no stamp in doubt. */
    public Advice(
            Kind kind,
            String code,
            String title,
            String explanation,
            String solution,
            @Nullable Long gainUs,
            List<Long> lines) {
        this(kind, code, title, explanation, solution, gainUs, false, lines, null, null);
    }

    /** The same, and where it rests on stamps in doubt it says so. */
    Advice doubted(boolean byStampsInDoubt) {
        return byStampsInDoubt && !doubtful
                ? new Advice(kind, code, title + IN_DOUBT, explanation, solution, gainUs, true, lines, risk, source)
                : this;
    }

    /** What becomes better. */
    public enum Kind {
        /** What the next log tells. */
        LOG,
        /** The boot. */
        BOOT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
