package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.compare.measure.Shift;
import io.bootledger.traces.event.InitcallLevel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An initcall on both sides.
 *
 * @param level in the candidate, or else in the baseline; null when unknown
 * @param owner the MAINTAINERS section that answers for it; null when unknown
 * @param baselineUs median of the baseline's boots that have it, as measured; null when none does
 * @param candidateUs median of the candidate's boots that have it, as measured; null when none does
 * @param shift at ordinary speed of every boot, 0 standing for a side without it; null for an initcall that is {@link
 *     Kind#SOMETIMES} there
 */
public record InitcallChange(
        InitcallKey key,
        @Nullable InitcallLevel level,
        @Nullable String owner,
        Kind kind,
        @Nullable Long baselineUs,
        @Nullable Long candidateUs,
        @Nullable Shift shift) {
    /** On which side it is. */
    public enum Kind {
        /** In every boot. */
        COMMON,
        /** In every boot of the candidate and none of the baseline. */
        NEW,
        /** The reverse. */
        GONE,
        /** In some boots of a side and not in others, or its duration is not known in all. */
        SOMETIMES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** 0 where nothing is known of it. */
    public long size() {
        return shift == null ? 0 : Math.abs(shift.us());
    }
}
