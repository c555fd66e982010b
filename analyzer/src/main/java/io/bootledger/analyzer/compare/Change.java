package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.measure.Shift;
import org.jspecify.annotations.Nullable;

/**
 * One duration on both sides, in microseconds.
 *
 * @param name {@code total}, or the phase or level
 * @param baselineUs median of the baseline's boots that have it; null when none does
 * @param candidateUs median of the candidate's boots that have it; null when none does
 * @param shift null unless every boot has it
 */
public record Change(
        String name,
        @Nullable Long baselineUs,
        @Nullable Long candidateUs,
        @Nullable Shift shift) {}
