package io.bootledger.traces.format.frame;

import io.bootledger.traces.format.bytes.Ascii;

/** Finds where, inside a line, the prefix of another record stands: {@code Loading loop: [   10.117530] calling  ...}. */
public final class GluedRecords {
    private static final int DIGITS_OF_FRACTION = 6;
    /** {@code [0.123456]}, but for the bracket that begins it. */
    private static final int SHORTEST = 9;

    /** The place of the next prefix behind {@code from}, or -1. */
    public static int next(byte[] bytes, int from, int to) {
        int at = from;
        while ((at = Ascii.indexOf(bytes, at + 1, to - SHORTEST, '[')) > 0) {
            if (stamp(bytes, at + 1, to) && !isXens(bytes, from, at)) {
                return withPriority(bytes, from, at);
            }
        }
        return -1;
    }

    /** Where the record ends whose prefix stands there: one that begins a quoted string, as in an array of JSON, with that string. */
    public static int end(byte[] bytes, int from, int to) {
        if (bytes[from - 1] != '"') {
            return to;
        }
        int at = from;
        while (at < to && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, to);
    }

    private static boolean stamp(byte[] bytes, int from, int to) {
        int seconds = Ascii.skipBlanks(bytes, from, to);
        int point = Ascii.skipDigits(bytes, seconds, to);
        if (point == seconds || point > seconds + 9 || point >= to || bytes[point] != '.') {
            return false;
        }
        int end = Ascii.skipDigits(bytes, point + 1, to);
        return end == point + 1 + DIGITS_OF_FRACTION && end < to && bytes[end] == ']';
    }

    /** Whether the stamp is the hypervisor's, which says so before it. */
    private static boolean isXens(byte[] bytes, int from, int at) {
        int name = at - Framing.XEN.length;
        return name >= from && Ascii.startsWith(bytes, name, at, Framing.XEN);
    }

    /** {@code <6>} before the bracket belongs to it. */
    private static int withPriority(byte[] bytes, int from, int bracket) {
        int at = bracket - 1;
        if (at <= from || bytes[at] != '>') {
            return bracket;
        }
        at--;
        while (at > from && Ascii.digit(bytes[at])) {
            at--;
        }
        return bytes[at] == '<' && at > from && at < bracket - 2 ? at : bracket;
    }

    private GluedRecords() {}
}
