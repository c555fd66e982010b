package io.bootledger.analyzer.gate;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What made the candidate slower, or fail.
 *
 * @param owner who answers for it, the section of MAINTAINERS; null where nobody knows, or it is no initcall
 * @param shiftUs how much, in the boots' own times; null for a failure
 * @param sharePerMille its part of the total's rise, in thousandths; null where the total is not red, it did not hold up the boot, or is
 *     more than that rise
 */
public record Culprit(
        Kind kind,
        String name,
        @Nullable String owner,
        @Nullable Long shiftUs,
        @Nullable Long sharePerMille) {
    /** Of what takes no time, or is no part of the boot's. */
    Culprit(Kind kind, String name, @Nullable String owner, @Nullable Long shiftUs) {
        this(kind, name, owner, shiftUs, null);
    }

    /** How much, of one that is no failure. */
    public long knownShiftUs() {
        return Objects.requireNonNull(shiftUs, "a failure takes no time");
    }

    /** How it did. */
    public enum Kind {
        /** All that runs, by as much: a clock, a debug option, a compiler. */
        MACHINE,
        /** An initcall. */
        SLOWER,
        /** An initcall that is new. */
        ADDED,
        /** Time outside initcalls: in a level, or before the first. */
        OUTSIDE,
        /** A phase outside initcalls; an owner, a level or all initcalls, where nothing in it is known to be slower. */
        PART,
        /** What ran before the kernel or behind it, where that counts. */
        SEGMENT,
        FAILED,
        /** Does not boot at all. */
        DIED,
        OVER_BUDGET;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
