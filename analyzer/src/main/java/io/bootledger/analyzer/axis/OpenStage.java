package io.bootledger.analyzer.axis;

import io.bootledger.analyzer.axis.AxisStage.Kind;
import org.jspecify.annotations.Nullable;

/** A stage of which it is not known yet where it ends. */
record OpenStage(
        String name,
        Kind kind,
        long firstLine,
        @Nullable Long fromUs,
        @Nullable Long notBeforeUs,
        @Nullable Spoken evidence) {
    static OpenStage kernel(long firstLine, @Nullable Long fromUs, @Nullable Spoken banner) {
        return new OpenStage("kernel", Kind.KERNEL, firstLine, fromUs, null, banner);
    }

    static OpenStage told(Kind kind, long firstLine, Spoken evidence) {
        boolean itself = firstLine == evidence.line();
        return new OpenStage(
                evidence.stage(),
                kind,
                firstLine,
                itself ? evidence.us() : null,
                itself ? evidence.notBeforeUs() : null,
                evidence);
    }

    OpenStage named(String other, @Nullable Spoken by) {
        return new OpenStage(other, kind, firstLine, fromUs, notBeforeUs, by);
    }
}
