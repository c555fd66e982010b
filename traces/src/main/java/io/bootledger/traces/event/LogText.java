package io.bootledger.traces.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text of a log, kept as the bytes that were read and decoded only when someone looks: most of it is never looked at.
 * Immutable; equal when the bytes are equal.
 */
public final class LogText {
    private final byte[] bytes;

    private LogText(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of a part of a buffer. */
    public static LogText copyOf(byte[] buffer, int from, int to) {
        return new LogText(Arrays.copyOfRange(buffer, from, to));
    }

    public static LogText of(String text) {
        return new LogText(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /** Whether the text begins with that of another. */
    public boolean startsWith(LogText head) {
        return head.bytes.length <= bytes.length
                && (head.bytes.length == 0 || head.bytes[0] == bytes[0])
                && Arrays.equals(bytes, 0, head.bytes.length, head.bytes, 0, head.bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogText text && Arrays.equals(bytes, text.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** UTF-8, or Latin-1 where the bytes are not UTF-8. */
    @Override
    public String toString() {
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') < 0 ? utf8 : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
