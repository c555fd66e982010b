package io.bootledger.traces.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * When the first byte of each line came to the host that captured it: a file beside the log, as {@code bootledger boot} keeps it, with a
 * number for each line, in microseconds.
 */
public final class HostStamps {
    private static final String ENDING = ".stamps";
    private static final int MOST = 1_000_000;
    private static final int MOST_DIGITS = 15;

    private final long[] micros;

    private HostStamps(long[] micros) {
        this.micros = micros;
    }

    /** The file that belongs to a log. */
    public static Path of(Path log) {
        return log.resolveSibling(log.getFileName() + ENDING);
    }

    /** Whether a file of this name holds the stamps of another. */
    public static boolean isNamedSo(String name) {
        return name.endsWith(ENDING);
    }

    /** Null where there are none, or the file holds something else, as stamps that go back. */
    static @Nullable HostStamps beside(Path log) throws IOException {
        if (log.getFileName() == null || !Files.isRegularFile(of(log))) {
            return null;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(of(log)))) {
            return read(in);
        }
    }

    private static @Nullable HostStamps read(InputStream in) throws IOException {
        long[] micros = new long[1 << 10];
        int count = 0;
        long number = 0;
        int digits = 0;
        for (int octet = in.read(); octet >= 0 && count < MOST; octet = in.read()) {
            if (octet == '\n' && digits > 0 && (count == 0 || number >= micros[count - 1])) {
                micros = count == micros.length ? Arrays.copyOf(micros, 2 * count) : micros;
                micros[count++] = number;
                number = 0;
                digits = 0;
            } else if (octet >= '0' && octet <= '9' && digits++ < MOST_DIGITS) {
                number = 10 * number + octet - '0';
            } else {
                return null;
            }
        }
        return new HostStamps(Arrays.copyOf(micros, count));
    }

    /** Of a line, from 1; -1 where it has none. */
    long us(long line) {
        return line > 0 && line <= micros.length ? micros[(int) line - 1] : -1;
    }
}
