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

    /** Subjects are names of devices, drivers and modules; none is longer. */
    private static final int LONGEST_SUBJECT = 80;

    final SymbolCache symbols = new SymbolCache();
    byte[] bytes = {};
    int from;
    int at;
    int end;

    /** The number that {@link #number()} read. */
    long number;

    private int furthest;
    private String expected = "";
    private boolean ranOut;

    void reset(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.at = from;
        this.end = to;
        while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == '\r' || bytes[end - 1] == '\n')) {
            end--;
        }
        this.furthest = from - 1;
        this.expected = "";
        this.ranOut = false;
    }

    /** Moves over a literal. A run of blanks stands for one or more, after a colon also for none: logs are pasted and collapsed. */
    boolean literal(Literal literal) {
        int to = literalEnd(literal, at);
        if (to < 0) {
            return failAt(~to, literal.quoted);
        }
        at = to;
        return true;
    }

    /** Where a literal ends that begins at {@code here}; when it does not stand there, the complement of where it first differs. */
    private int literalEnd(Literal literal, int here) {
        return literal.standsAt(bytes, here, end)
                ? behindBlanks(here + literal.bytes.length)
                : lenientLiteralEnd(literal.bytes, here);
    }

    private int lenientLiteralEnd(byte[] wanted, int start) {
        int here = start;
        for (int i = 0; i < wanted.length; i++) {
            byte next = wanted[i];
            if (here < end && bytes[here] == next) {
                here = behindBlanks(here + 1);
            } else if (next != ' ' || i == 0 || wanted[i - 1] != ':') {
                return ~here;
            }
        }
        return here;
    }

    /** Behind the further blanks of a run. */
    private int behindBlanks(int position) {
        int here = position;
        while (here < end && bytes[here] == ' ' && bytes[here - 1] == ' ') {
            here++;
        }
        return here;
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

    /**
     * Moves over a symbol as {@code %pS} prints it, with its module; null when there is none.
     *
     * @param follower the byte that follows it, if any does
     */
    @Nullable
    InitcallSymbol symbol(byte follower) {
        int to = symbolEnd(follower);
        InitcallSymbol symbol = symbols.symbol(bytes, at, to);
        if (symbol == null) {
            failAt(follower == ' ' ? to : at, "a function with offset and size");
            return null;
        }
        at = to;
        return symbol;
    }

    private int symbolEnd(byte follower) {
        int to = EightBytes.find(bytes, at, end, follower);
        boolean module = follower == ' ' && to + 1 < end && bytes[to + 1] == '[';
        return module ? Math.min(end, EightBytes.find(bytes, to, end, (byte) ']') + 1) : to;
    }

    /** Where a literal next occurs, or -1. */
    int find(Literal literal) {
        byte first = literal.bytes[0];
        int here = EightBytes.find(bytes, at, end, first);
        while (here < end) {
            if (literalEnd(literal, here) >= 0) {
                return here;
            }
            here = EightBytes.find(bytes, behindBlanks(here + 1), end, first);
        }
        ranOut = true;
        failAt(at, "text and then " + literal.quoted);
        return -1;
    }

    /** Where the message goes on behind its subject, which ends with the first colon before a blank; -1 when it names none. */
    static int behindSubject(byte[] bytes, int from, int end) {
        int last = Math.min(end - 2, from + LONGEST_SUBJECT);
        int colon = EightBytes.findPair(bytes, from, last, (byte) ':', (byte) ' ');
        return colon < last ? colon + 2 : -1;
    }

    /** Where the word ends that begins here. */
    int wordEnd() {
        return EightBytes.find(bytes, at, end, (byte) ' ');
    }

    /** Takes the text up to a position. */
    String textTo(int to) {
        String text = LogText.copyOf(bytes, at, to).toString();
        at = to;
        return text;
    }

    /** Whether nothing is left. */
    boolean atEnd() {
        return at == end || bytes[at] == '\n' || atEscapedLineEnd() || failAt(at, "nothing more");
    }

    /** {@code /dev/kmsg} escapes the line ends inside of a record ({@code kernel/printk/printk.c}, {@code msg_add_ext_text}). */
    private boolean atEscapedLineEnd() {
        return end - at >= 4
                && bytes[at] == '\\'
                && bytes[at + 1] == 'x'
                && bytes[at + 2] == '0'
                && bytes[at + 3] == 'a';
    }

    /** Notes what is missing; what was expected first at the furthest place is what the message lacks. */
    boolean failAt(int position, String expectation) {
        ranOut |= position == end;
        if (position > furthest) {
            furthest = position;
            expected = expectation;
        }
        return false;
    }

    /** Whether more than a word or so of a message of ours was there. */
    boolean beganLikeOurs() {
        return furthest - from >= EightBytes.BYTES - 1;
    }

    /** Whether the message may have broken off: more of it was expected at its end. */
    boolean ranOut() {
        return ranOut;
    }

    /** What is wrong with the message so far. */
    Complaint complaint() {
        return new Complaint(expected, furthest >= end ? 0 : furthest - from + 1);
    }

    /**
     * In words, for people.
     *
     * @param character where something else stands; 0 where the message ends
     */
    record Complaint(String expected, int character) {
        @Override
        public String toString() {
            return character == 0 ? "ends before " + expected : "expected " + expected + " at character " + character;
        }
    }
}
