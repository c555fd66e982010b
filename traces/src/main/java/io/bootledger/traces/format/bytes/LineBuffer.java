package io.bootledger.traces.format.bytes;

import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gathers bytes until there are enough to be worth a write. */
public final class LineBuffer {
    private static final int WORTH_A_WRITE = 1 << 16;

    private final OutputStream out;
    private byte[] bytes = new byte[WORTH_A_WRITE + 4_096];
    private int length;

    public LineBuffer(OutputStream out) {
        this.out = out;
    }

    public LineBuffer put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    public LineBuffer put(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return put(encoded, 0, encoded.length);
    }

    public LineBuffer put(byte[] text, int from, int to) {
        room(to - from);
        System.arraycopy(text, from, bytes, length, to - from);
        length += to - from;
        return this;
    }

    /** A number of at least so many digits, filled up in front. */
    public LineBuffer put(long number, int width, char fill) {
        room(20 + width);
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        for (int missing = width - digits; missing > 0; missing--) {
            bytes[length++] = (byte) fill;
        }
        long rest = number;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    /** {@code     0.123456}: seconds with six digits behind the point. */
    public LineBuffer seconds(@Nullable BootTime time) {
        long micros = time == null ? 0 : time.micros();
        return put(micros / 1_000_000, 5, ' ').put('.').put(micros % 1_000_000, 6, '0');
    }

    /** The prefix of printk: time, and caller if there is one to print ({@code info_print_prefix}). */
    public LineBuffer prefix(@Nullable BootTime time, @Nullable Caller caller) {
        put('[').seconds(time).put(']');
        if (caller != null) {
            String name = caller.toString();
            put('[').put("      ".substring(Math.min(6, name.length())))
                    .put(name)
                    .put(']');
        }
        return put(' ');
    }

    /** The line is whole. */
    public void endLine() {
        if (length >= WORTH_A_WRITE) {
            flush();
        }
    }

    public void flush() {
        try {
            out.write(bytes, 0, length);
            length = 0;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
