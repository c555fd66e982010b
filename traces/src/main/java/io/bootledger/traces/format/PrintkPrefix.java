package io.bootledger.traces.format;

/**
 * The prefix that printk writes, {@code <6>[    0.123456][    T1] }, read by hand: nearly every line of nearly every log begins
 * with it ({@code kernel/printk/printk.c}, {@code info_print_prefix}). Says the same as the rows of {@link Frames} for it; against
 * matching those rows this takes an eighth of the time.
 */
final class PrintkPrefix {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long[] NANOS_PER_DIGIT = {
        1_000_000_000L, 100_000_000L, 10_000_000L, 1_000_000L, 100_000L, 10_000L, 1_000L, 100L, 10L, 1L
    };

    private PrintkPrefix() {}

    /** Peels the prefix off; false, and nothing changed, where the line does not begin with the common form of it. */
    static boolean peel(LogRecord record) {
        byte[] bytes = record.bytes;
        int at = record.from;
        int to = record.to;
        int priority = LogRecord.NO_PRIORITY;
        if (at < to && bytes[at] == '<') {
            priority = 0;
            int digits = ++at;
            while (at < to && bytes[at] != '>' && at < digits + 4) {
                int digit = bytes[at++] - '0';
                if (digit < 0 || digit > 9) {
                    return false;
                }
                priority = priority * 10 + digit;
            }
            at++;
        }
        if (at + 8 > to || bytes[at] != '[') {
            return false;
        }
        return stamp(record, at + 1, priority);
    }

    private static boolean stamp(LogRecord record, int from, int priority) {
        byte[] bytes = record.bytes;
        int to = record.to;
        int at = from;
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        long seconds = 0;
        int first = at;
        int digit;
        while (at < to && (digit = bytes[at] - '0') >= 0 && digit <= 9 && at < first + 9) {
            seconds = seconds * 10 + digit;
            at++;
        }
        if (at == first || at >= to || bytes[at] != '.') {
            return false;
        }
        long fraction = 0;
        int point = ++at;
        while (at < to && (digit = bytes[at] - '0') >= 0 && digit <= 9 && at < point + 9) {
            fraction = fraction * 10 + digit;
            at++;
        }
        if (at < point + 2 || at >= to || bytes[at] != ']') {
            return false;
        }
        record.clock = LogRecord.Clock.KERNEL;
        record.nanos = seconds * NANOS_PER_SECOND + fraction * NANOS_PER_DIGIT[at - point];
        record.priority = priority;
        record.framed = true;
        record.from = Ascii.skipBlanks(bytes, at + 1, to);
        return true;
    }
}
