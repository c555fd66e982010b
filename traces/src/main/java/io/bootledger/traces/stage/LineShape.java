package io.bootledger.traces.stage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a line looks like from its first byte to its last: {@code *} is anything, {@code #} a digit, {@code ?} any byte, {@code %}
 * a word without blanks, and <code>&#92;</code> says that the next one is itself. Read in one go, whatever the line holds.
 */
final class LineShape {
    private static final int MOST = Long.SIZE - 1;
    private static final byte ITSELF = 0;

    /** What stands at each place: one of the signs, or {@link #ITSELF}. */
    private final byte[] signs;

    private final byte[] wanted;
    private final long whole;
    /** The places where anything may stand, each a bit. */
    private final long anything;

    LineShape(String shape) {
        byte[] bytes = shape.getBytes(StandardCharsets.US_ASCII);
        byte[] kinds = new byte[bytes.length];
        byte[] literals = new byte[bytes.length];
        int places = 0;
        for (int at = 0; at < bytes.length; at++) {
            boolean itself = bytes[at] == '\\';
            at += itself ? 1 : 0;
            literals[places] = bytes[at];
            kinds[places++] = itself ? ITSELF : sign(bytes[at]);
        }
        if (places > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " places: " + shape);
        }
        this.signs = Arrays.copyOf(kinds, places);
        this.wanted = Arrays.copyOf(literals, places);
        this.whole = 1L << places;
        this.anything = anything(signs);
        if ((anything & anything << 1) != 0) {
            throw new IllegalArgumentException("anything, twice in a row: " + shape);
        }
    }

    private static byte sign(byte written) {
        return switch (written) {
            case '*', '#', '?', '%' -> written;
            default -> ITSELF;
        };
    }

    private static long anything(byte[] signs) {
        long places = 0;
        for (int place = 0; place < signs.length; place++) {
            places |= signs[place] == '*' ? 1L << place : 0;
        }
        return places;
    }

    /** Whether a line that begins with a byte may look so. */
    boolean mayBegin(byte with) {
        return mayStand(0, with);
    }

    private boolean mayStand(int place, byte with) {
        return switch (signs[place]) {
            case ITSELF -> wanted[place] == with;
            case '#' -> with >= '0' && with <= '9';
            default -> true;
        };
    }

    boolean fits(byte[] bytes, int from, int to) {
        // Most lines that may begin so end otherwise.
        if (to > from && !mayStand(signs.length - 1, bytes[to - 1])) {
            return false;
        }
        long places = behindAnything(1);
        for (int at = from; at < to && places != 0; at++) {
            places = behindAnything(after(places & ~whole, bytes[at]));
        }
        return (places & whole) != 0;
    }

    /** The places where the shape may go on behind a byte, each a bit. */
    private long after(long places, byte read) {
        long next = 0;
        for (long left = places; left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            long on = 1L << place + 1;
            next |= switch (signs[place]) {
                case '*' -> 1L << place;
                case '%' -> read == ' ' || read == '\t' ? 0 : 1L << place | on;
                case '#' -> read >= '0' && read <= '9' ? on : 0;
                case '?' -> on;
                default -> read == wanted[place] ? on : 0;
            };
        }
        return next;
    }

    /** Anything may be nothing; it never stands twice in a row. */
    private long behindAnything(long places) {
        return places | (places & anything) << 1;
    }
}
