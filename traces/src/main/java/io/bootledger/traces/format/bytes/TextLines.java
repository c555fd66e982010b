package io.bootledger.traces.format.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a text in bounded memory: what is longer than any line of a symbol table or a trace is cut. */
public final class TextLines {
    private static final int LONGEST = 4096;

    private final InputStream stream;
    private final long most;
    private final String what;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] line = new byte[LONGEST];
    private int at;
    private int end;
    private long total;

    /** Of any length. */
    public TextLines(InputStream stream) {
        this(stream, Long.MAX_VALUE, "file");
    }

    /**
     * @param most bytes that are read; what is longer is refused
     * @param what it should be, for the sentence that says so: {@code symbol table}
     */
    public TextLines(InputStream stream, long most, String what) {
        this.stream = stream;
        this.most = most;
        this.what = what;
    }

    /** The next line without its end; null after the last. */
    public @Nullable String next() throws IOException {
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
        if (total > most) {
            throw new IOException("it is longer than " + (most >> 20) + " MiB, and no " + what + " is");
        }
        return end > 0;
    }
}
