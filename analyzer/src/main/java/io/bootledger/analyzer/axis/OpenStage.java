package io.bootledger.analyzer.axis;

import io.bootledger.analyzer.axis.AxisStage.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A stage of which it is not known yet where it ends.
 *
 * @param hostUs the host's stamp of its first line; null where it has none
 * @param hostSlackUs by how much that stamp may be too early
 */
record OpenStage(
        String name,
        Kind kind,
        long firstLine,
        @Nullable Long fromUs,
        @Nullable Long notBeforeUs,
        @Nullable Spoken evidence,
        @Nullable Long hostUs,
        long hostSlackUs) {
    static OpenStage kernel(long firstLine, @Nullable Long fromUs, @Nullable Spoken banner) {
        return new OpenStage("kernel", Kind.KERNEL, firstLine, fromUs, null, banner, null, 0);
    }

    static OpenStage told(Kind kind, long firstLine, Spoken evidence) {
        boolean itself = firstLine == evidence.line();
        return new OpenStage(
                evidence.stage(),
                kind,
                firstLine,
                itself ? evidence.us() : null,
                itself ? evidence.notBeforeUs() : null,
                evidence,
                itself ? evidence.hostUs() : null,
                0);
    }

    /** One that begins behind the last words of the one before. */
    static OpenStage behind(Spoken end, Kind kind, Spoken evidence) {
        Long slack = end.hostUs() == null || evidence.hostUs() == null ? null : evidence.hostUs() - end.hostUs();
        return new OpenStage(
                evidence.stage(),
                kind,
                end.line() + 1,
                null,
                null,
                evidence,
                slack == null || slack < 0 ? null : end.hostUs(),
                slack == null ? 0 : slack);
    }

    OpenStage named(String other, @Nullable Spoken by) {
        return new OpenStage(other, kind, firstLine, fromUs, notBeforeUs, by, hostUs, hostSlackUs);
    }
}
