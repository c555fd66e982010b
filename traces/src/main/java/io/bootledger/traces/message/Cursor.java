package io.bootledger.traces.message;

import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.LogText;
import org.jspecify.annotations.Nullable;

/**
 * A place in the bytes of a message, moved forward by what is read there. It remembers the furthest point at which something
 * else was expected, which is what is wrong with a message that cannot be read.
 */
final class Cursor {
    private static final int MAX_DIGITS = 18;

    final SymbolCache symbols = new SymbolCache();
    byte[] bytes = {};
    int from;
    int at;
    int end;

    /** The number that {@link #number()} read. */
    long number;

    private int furthest;
    private String expected = "";

    void reset(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.at = from;
        this.end = to;
        while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == '\r' || bytes[end - 1] == '\n')) {
            end--;
        }
        this.furthest = from;
        this.expected = "";
    }

    /** Moves over a literal. A run of blanks stands for one or more, after a colon also for none: logs are pasted and collapsed. */
    boolean literal(Literal literal) {
        byte[] wanted = literal.bytes;
        int here = at;
        for (int i = 0; i < wanted.length; i++) {
            byte next = wanted[i];
            if (here < end && bytes[here] == next) {
                here++;
                if (next == ' ') {
                    while (here < end && bytes[here] == ' ') {
                        here++;
                    }
                }
            } else if (next != ' ' || i == 0 || wanted[i - 1] != ':') {
                return failAt(here, literal.quoted);
            }
        }
        at = here;
        return true;
    }

    /** Moves over a decimal number and keeps it in {@link #number}. */
    boolean number() {
        int here = at;
        boolean negative = here < end && bytes[here] == '-';
        if (negative) {
            here++;
        }
        int first = here;
        long value = 0;
        while (here < end && bytes[here] >= '0' && bytes[here] <= '9' && here - first <= MAX_DIGITS) {
            value = value * 10 + bytes[here++] - '0';
        }
        if (here == first || here - first > MAX_DIGITS) {
            return failAt(here, "a number");
        }
        number = negative ? -value : value;
        at = here;
        return true;
    }

    /** Moves over a number that fits an int. */
    boolean integer() {
        int start = at;
        if (!number()) {
            return false;
        }
        if (number != (int) number) {
            at = start;
            return failAt(start, "a number of 32 bits");
        }
        return true;
    }

    /** Moves over a symbol as {@code %pS} prints it, with its module; null when there is none. */
    @Nullable
    InitcallSymbol symbol() {
        int to = symbolEnd();
        InitcallSymbol symbol = symbols.symbol(bytes, at, to);
        if (symbol == null) {
            failAt(to, "a function with offset and size");
            return null;
        }
        at = to;
        return symbol;
    }

    private int symbolEnd() {
        int here = at;
        while (here < end && bytes[here] != ' ' && bytes[here] != '(' && bytes[here] != ':') {
            here++;
        }
        if (here + 1 >= end || bytes[here] != ' ' || bytes[here + 1] != '[') {
            return here;
        }
        int close = here + 2;
        while (close < end && bytes[close] != ']') {
            close++;
        }
        return close < end ? close + 1 : close;
    }

    /** Where a literal next occurs, or -1. */
    int find(Literal literal) {
        byte first = literal.bytes[0];
        int start = at;
        for (int here = at; here < end; here++) {
            if (bytes[here] == first) {
                at = here;
                if (literal(literal)) {
                    at = start;
                    return here;
                }
            }
        }
        at = start;
        failAt(end, literal.quoted);
        return -1;
    }

    /** Where the word ends that begins here. */
    int wordEnd() {
        int here = at;
        while (here < end && bytes[here] != ' ') {
            here++;
        }
        return here;
    }

    /** Takes the text up to a position. */
    String textTo(int to) {
        String text = LogText.copyOf(bytes, at, to).toString();
        at = to;
        return text;
    }

    /** Whether nothing is left. */
    boolean atEnd() {
        return at == end || bytes[at] == '\n' || failAt(at, "nothing more");
    }

    boolean startsWith(char next) {
        return at < end && bytes[at] == next;
    }

    boolean failAt(int position, String expectation) {
        if (position >= furthest) {
            furthest = position;
            expected = expectation;
        }
        return false;
    }

    /** Whether the message broke off where more was expected, having begun like one of ours. */
    boolean ranOut() {
        return furthest == end && end - from >= 5;
    }

    /** What is wrong with the message, for people. */
    String complaint() {
        return furthest == end
                ? "ends before " + expected
                : "expected " + expected + " at character " + (furthest - from + 1);
    }
}
