package io.bootledger.cli.boot;

import io.bootledger.cli.process.WholeFile;
import io.bootledger.traces.format.HostStamps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What a boot printed, byte by byte, and beside it a file with a line for each line of it: when its first byte came, in microseconds since the
 * command was started, by the host's clock. Both appear when they are whole.
 */
final class CapturedLog implements AutoCloseable {
    /** Whoever prints more lines is caught in a loop. */
    private static final int MOST_STAMPS = 1_000_000;

    private final WholeFile log;
    private final WholeFile stamps;
    private long bytes;
    private long lines;
    private boolean inLine;

    CapturedLog(Path place) throws IOException {
        this.log = WholeFile.at(place);
        this.stamps = WholeFile.at(HostStamps.of(place));
    }

    void write(byte[] from, int offset, int length, long micros) throws IOException {
        log.write(from, offset, length);
        bytes += length;
        byte[] stamp = (micros + "\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = offset; i < offset + length; i++) {
            if (!inLine) {
                lines++;
                if (lines <= MOST_STAMPS) {
                    stamps.write(stamp);
                }
            }
            inLine = from[i] != '\n';
        }
    }

    long bytes() {
        return bytes;
    }

    long lines() {
        return lines;
    }

    void finish() throws IOException {
        stamps.finish();
        log.finish();
    }

    /** Without {@link #finish()} nothing remains. */
    @Override
    public void close() throws IOException {
        try (stamps) {
            log.close();
        }
    }
}
