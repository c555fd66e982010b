package io.bootledger.traces.format.frame;

import io.bootledger.traces.format.bytes.Ascii;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The prefix that printk writes, {@code <6>[    0.123456]}, with seconds five wide: nearly every line of nearly every log begins
 * with it ({@code kernel/printk/printk.c}, {@code print_time}). Says the same as the rows of {@link Frames} for it, which read
 * what is left.
 *
 * <p>Ugly for speed: eight characters at a time, in one register. A loop over the digits takes four times as long, the table
 * twenty times; this is done ten million times in a gigabyte.
 */
public final class PrintkPrefix {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long DIGITS = 0x3030303030303030L;
    private static final long ABOVE_NINE = 0x7676767676767676L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long FIVE_BYTES = 0xFF_FFFF_FFFFL;
    private static final long SIX_BYTES = 0xFFFF_FFFF_FFFFL;
    private static final long BLANKS = 0x2020202020202020L;
    private static final long BLANK_TO_ZERO = 0x1010101010L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** Characters of a caller, the letter among them. */
    private static final int MOST_CALLER = 10;
    /** Of the prefix without a priority. */
    public static final int LENGTH = 14;

    private PrintkPrefix() {}

    /** Peels the prefix off; false, and nothing changed, where the line does not begin with the common form of it. */
    public static boolean peel(LogRecord record) {
        byte[] bytes = record.bytes;
        int at = record.from;
        int priority = LogRecord.NO_PRIORITY;
        if (record.to - at > LENGTH + 3 && bytes[at] == '<') {
            if (!Ascii.digit(bytes[at + 1])) {
                return false;
            }
            priority = bytes[at + 1] - '0';
            at += 3;
            if (bytes[at - 1] != '>') {
                priority = priority * 10 + bytes[at - 1] - '0';
                if (!Ascii.digit(bytes[at - 1]) || priority < 10 || bytes[at++] != '>') {
                    return false;
                }
            }
        }
        long nanos = nanos(bytes, at, record.to);
        if (nanos < 0) {
            return false;
        }
        record.clock = LogRecord.Clock.KERNEL;
        record.nanos = nanos;
        record.priority = priority;
        record.framed = true;
        record.from = Ascii.skipBlanks(bytes, at + LENGTH, record.to);
        return true;
    }

    /** The stamp of {@code [    0.123456]}; negative where that does not stand there. */
    public static long nanos(byte[] bytes, int bracket, int to) {
        if (to - bracket < LENGTH || bytes[bracket] != '[' || bytes[bracket + 6] != '.' || bytes[bracket + 13] != ']') {
            return -1;
        }
        long padded = (long) WORD.get(bytes, bracket + 1) & FIVE_BYTES;
        long blanks = blanks(padded);
        if ((blanks & blanks + 1) != 0 || blanks == FIVE_BYTES) {
            return -1;
        }
        long seconds = padded + (blanks & BLANK_TO_ZERO) << 24 ^ DIGITS & ~0xFFFFFFL;
        long micros = ((long) WORD.get(bytes, bracket + 6) >>> 8 & SIX_BYTES) << 16 ^ DIGITS & ~0xFFFFL;
        if (((seconds + ABOVE_NINE | seconds | micros + ABOVE_NINE | micros) & HIGH_BITS) != 0) {
            return -1;
        }
        return number(seconds) * NANOS_PER_SECOND + number(micros) * 1_000;
    }

    /** All bits of the bytes that are blanks. */
    private static long blanks(long word) {
        long other = word ^ BLANKS;
        long ones = ~((other & ~HIGH_BITS) + ~HIGH_BITS | other | ~HIGH_BITS) >>> 7;
        return (ones << 8) - ones;
    }

    /** Peels a caller off, where one stands behind the prefix. */
    static void peelCaller(LogRecord record) {
        int bracket = record.from;
        int behind = record.bytes[bracket] == '[' ? behindCaller(record.bytes, bracket, record.to) : -1;
        if (behind >= 0) {
            record.callerCode = caller(record.bytes, bracket, record.to);
            record.frames |= Framing.CALLER;
            record.framed = true;
            record.from = behind;
        }
    }

    /** Where the message begins behind the caller, {@code [    T1] }, which begins here; -1 where that does not stand there. */
    public static int behindCaller(byte[] bytes, int bracket, int to) {
        int letter = Ascii.skipBlanks(bytes, bracket + 1, to);
        if (letter >= to || bytes[letter] != 'T' && bytes[letter] != 'C') {
            return -1;
        }
        int end = Ascii.skipDigits(bytes, letter + 1, to);
        boolean whole = end > letter + 1 && end <= letter + MOST_CALLER && end < to && bytes[end] == ']';
        return whole ? Ascii.skipBlanks(bytes, end + 1, to) : -1;
    }

    /** That caller, as {@link LogRecord} keeps it. */
    public static int caller(byte[] bytes, int bracket, int to) {
        int letter = Ascii.skipBlanks(bytes, bracket + 1, to);
        int id = (int) Ascii.number(bytes, letter + 1, Ascii.skipDigits(bytes, letter + 1, to));
        return bytes[letter] == 'T' ? id : ~id;
    }

    /** The number whose eight decimal digits the bytes hold, the first in the lowest. */
    private static long number(long digits) {
        long pairs = digits * 10 + (digits >>> 8) & 0x00FF00FF00FF00FFL;
        long fours = pairs * 100 + (pairs >>> 16) & 0x0000FFFF0000FFFFL;
        return fours * 10_000 + (fours >>> 32) & 0xFFFFFFFFL;
    }
}
