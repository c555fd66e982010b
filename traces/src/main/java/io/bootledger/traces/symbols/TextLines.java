package io.bootledger.traces.symbols;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a text in bounded memory and time: what is longer than any symbol's line is cut, and what never ends is refused. */
final class TextLines {
    private static final int LONGEST = 4096;
    /** In bytes: many times the symbols of the largest kernel. */
    private static final long MOST = 1L << 29;

    private final InputStream stream;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] line = new byte[LONGEST];
    private int at;
    private int end;
    private long total;

    TextLines(InputStream stream) {
        this.stream = stream;
    }

    /** The next line without its end; null after the last. */
    @Nullable
    String next() throws IOException {
        int length = 0;
        boolean any = false;
        while (at < end || fill()) {
            byte character = buffer[at++];
            any = true;
            if (character == '\n') {
                break;
            }
            if (length < LONGEST && character != '\r') {
                line[length++] = character;
            }
        }
        return any ? new String(line, 0, length, StandardCharsets.UTF_8) : null;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, stream.read(buffer));
        total += end;
        if (total > MOST) {
            throw new IOException("it is longer than " + (MOST >> 20) + " MiB, and no symbol table is");
        }
        return end > 0;
    }
}
