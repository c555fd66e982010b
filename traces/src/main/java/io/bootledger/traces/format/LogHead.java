package io.bootledger.traces.format;

import io.bootledger.traces.format.bytes.Chunks;
import io.bootledger.traces.format.frame.JsonLines;
import io.bootledger.traces.format.frame.LearntFrames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * The first bytes of a log, from which its frames are learnt, and the whole of it.
 *
 * @param learnt from the first bytes
 * @param stream the log, from its first byte on
 */
record LogHead(LearntFrames learnt, InputStream stream) {
    /** Of a log that is being written nothing is awaited, and so nothing learnt. */
    static LogHead of(LogSource source) throws IOException {
        if (source.isLive()) {
            return new LogHead(LearntFrames.NONE, source.stream());
        }
        byte[] first = source.stream().readNBytes(Chunks.SIZE);
        InputStream log = from(first, source.stream());
        if (JsonLines.begin(first)) {
            InputStream lines = new JsonLines(log);
            first = lines.readNBytes(Chunks.SIZE);
            log = from(first, lines);
        }
        return new LogHead(FrameLearner.learn(first, 0, first.length), log);
    }

    private static InputStream from(byte[] first, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(first), rest);
    }
}
