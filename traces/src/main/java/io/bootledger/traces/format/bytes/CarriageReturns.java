package io.bootledger.traces.format.bytes;

/**
 * Carriage returns that end a line all by themselves, as programs write them that capture a terminal. One line may hold the progress of
 * a download; a line longer than any kernel's record, a whole log.
 */
public final class CarriageReturns {
    /** No record of printk is longer, with its prefix ({@code kernel/printk/internal.h}, {@code PRINTK_MESSAGE_MAX}). */
    public static final int LONGEST_RECORD = 2_048;

    /** Where the text goes on behind the first carriage return that something other than the line's end follows; -1 without one. */
    public static int next(byte[] bytes, int from, int to) {
        int at = Ascii.indexOf(bytes, from, to, '\r');
        if (at < 0) {
            return -1;
        }
        while (at < to && bytes[at] == '\r') {
            at++;
        }
        return at < to && bytes[at] != '\n' ? at : -1;
    }

    /** The same behind those that the text begins with. */
    public static int inside(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] == '\r') {
            at++;
        }
        return next(bytes, at, to);
    }

    /** Makes each of them the end of a line; whether there was any. */
    public static boolean endLines(byte[] bytes, int from, int to) {
        boolean any = false;
        for (int at = next(bytes, from, to); at > 0; at = next(bytes, at, to)) {
            bytes[at - 1] = '\n';
            any = true;
        }
        return any;
    }

    private CarriageReturns() {}
}
