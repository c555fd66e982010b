package io.bootledger.traces.format.bytes;

/** Looking at bytes as ASCII characters. */
public final class Ascii {
    public static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** A letter, or a byte of a letter outside ASCII. */
    public static boolean letter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b < 0;
    }

    public static boolean blank(byte b) {
        return b == ' ' || b == '\t';
    }

    public static int skipBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && blank(bytes[at])) {
            at++;
        }
        return at;
    }

    public static int skipDigits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && digit(bytes[at])) {
            at++;
        }
        return at;
    }

    /** The number that the digits between two places spell; at most 18 of them count. */
    public static long number(byte[] bytes, int from, int to) {
        long value = 0;
        for (int at = from; at < to && at < from + 18; at++) {
            value = value * 10 + bytes[at] - '0';
        }
        return value;
    }

    /** Nanoseconds spelt by the digits behind a decimal point. */
    public static long fraction(byte[] bytes, int from, int to) {
        long value = 0;
        for (int at = from; at < from + 9; at++) {
            value = value * 10 + (at < to ? bytes[at] - '0' : 0);
        }
        return value;
    }

    public static boolean startsWith(byte[] bytes, int from, int to, byte[] text) {
        if (to - from < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes[from + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first place of a character between two places, or -1. Eight bytes at a time, as {@link LineScanner} does. */
    public static int indexOf(byte[] bytes, int from, int to, char wanted) {
        int at = from;
        for (long pattern = LineScanner.ONES * wanted; at + Long.BYTES <= to; at += Long.BYTES) {
            long found = LineScanner.zeros(LineScanner.word(bytes, at) ^ pattern);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at < to ? at : -1;
    }

    private Ascii() {}
}
