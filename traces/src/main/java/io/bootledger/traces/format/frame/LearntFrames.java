package io.bootledger.traces.format.frame;

import io.bootledger.traces.format.bytes.Ascii;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a log puts around its lines that no row of {@link Frames} lists, learnt from the regularity of its first lines.
 *
 * @param outer around the whole line
 * @param inner behind printk's own frame, where vendors' kernels say who printed
 * @param tails behind the message
 * @param newestFirst whether the last line comes first
 */
public record LearntFrames(List<Frame> outer, List<Frame> inner, List<byte[]> tails, boolean newestFirst) {
    public static final LearntFrames NONE = new LearntFrames(List.of(), List.of(), List.of(), false);

    /** Whether the listed frames are all there are. */
    public boolean areNone() {
        return outer.isEmpty() && inner.isEmpty() && tails.isEmpty();
    }

    public LearntFrames with(Frame frame) {
        return frame.layer() == Frame.Layer.VENDOR
                ? new LearntFrames(outer, and(inner, frame), tails, newestFirst)
                : new LearntFrames(and(outer, frame), inner, tails, newestFirst);
    }

    public LearntFrames withTail(byte[] tail) {
        return new LearntFrames(outer, inner, and(tails, tail), newestFirst);
    }

    public LearntFrames newestFirst(boolean isFirst) {
        return new LearntFrames(outer, inner, tails, isFirst);
    }

    private static <T> List<T> and(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    void peelOuter(LogRecord record) {
        peelOne(outer, record);
    }

    void peelInner(LogRecord record) {
        peelOne(inner, record);
    }

    private static void peelOne(List<Frame> frames, LogRecord record) {
        for (Frame frame : frames) {
            if (frame.peel(record)) {
                record.frames |= FormatNames.bit(frame.name());
                return;
            }
        }
    }

    void cutTail(LogRecord record) {
        for (byte[] tail : tails) {
            int start = record.to - tail.length;
            if (start >= record.from && Ascii.startsWith(record.bytes, start, record.to, tail)) {
                record.to = start;
                return;
            }
        }
    }
}
