package io.bootledger.traces.packed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers in as few bytes as they need: seven bits in each, the lowest first, the eighth set where more follow. */
final class PackOutput {
    private static final int WORTH_A_WRITE = 1 << 15;
    /** Of the longest number. */
    private static final int MOST = 10;

    private final OutputStream out;
    private byte[] bytes = new byte[WORTH_A_WRITE * 2];
    private int length;

    PackOutput(OutputStream out) {
        this.out = out;
    }

    void octet(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    /** Of which a negative one takes ten bytes. */
    void number(long value) {
        room(MOST);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** One that may be negative, and is mostly near 0. */
    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    /** A text's length and bytes. */
    void text(byte[] text) {
        number(text.length);
        room(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    void text(String text) {
        text(text.getBytes(StandardCharsets.UTF_8));
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** An event ends. */
    void end() throws IOException {
        if (length >= WORTH_A_WRITE) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }
}
