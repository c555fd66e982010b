package io.bootledger.analyzer.axis;

import io.bootledger.traces.event.machine.StageReported.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A line by which a stage is told.
 *
 * @param us its stamp; null where it has none
 * @param notBeforeUs the stamp before it, where it has none
 * @param hostUs its stamp by the host that captured it; null where it has none
 */
record Spoken(
        String stage,
        Kind kind,
        String text,
        long line,
        @Nullable Long us,
        @Nullable Long notBeforeUs,
        @Nullable Long hostUs) {}
