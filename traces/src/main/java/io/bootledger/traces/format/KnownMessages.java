package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Messages that were read before, found again by their bytes: boots of one machine repeat nearly all of theirs, mostly in the same
 * order, and to compare a message is several times cheaper than to read it. Of fixed size; a new message takes the place of an old
 * one.
 */
final class KnownMessages {
    private static final int SIZE = 1 << 13;
    /** How many places a message may have. */
    private static final int WAYS = 4;
    /** Longer ones are few, and would fill the memory. */
    static final int LONGEST = 160;

    /** A message, and the one that came after it when it was last seen. */
    static final class Known {
        private final byte[] text;
        final long fingerprint;
        /** Null for an ordinary message. */
        final @Nullable BootEvent says;

        private @Nullable Known next;

        private Known(byte[] text, long fingerprint, @Nullable BootEvent says) {
            this.text = text;
            this.fingerprint = fingerprint;
            this.says = says;
        }

        int length() {
            return text.length;
        }

        private boolean is(byte[] bytes, int from, int to) {
            return Arrays.equals(text, 0, text.length, bytes, from, to);
        }
    }

    private final @Nullable Known[] table = new Known[SIZE];
    private Known last = new Known(new byte[0], 0, null);
    private int turn;

    /** The message that begins there, if it is the one that came after the last when that was last seen; else null. */
    @Nullable
    Known next(byte[] bytes, int from) {
        Known next = last.next;
        if (next == null || from + next.length() >= bytes.length || !next.is(bytes, from, from + next.length())) {
            return null;
        }
        return next;
    }

    /** The message of these bytes; null where it is not known. */
    @Nullable
    Known find(byte[] bytes, int from, int to) {
        long fingerprint = Fingerprint.ofText(bytes, from, to);
        for (int way = 0; way < WAYS; way++) {
            Known known = table[place(fingerprint, way)];
            if (known == null) {
                return null;
            }
            if (known.fingerprint == fingerprint && known.is(bytes, from, to)) {
                return known;
            }
        }
        return null;
    }

    /** Notes which message comes now. */
    void follow(Known known) {
        last.next = known;
        last = known;
    }

    /** Adds a message that is not known yet; where all its places are taken, one after the other is given up. */
    Known add(byte[] bytes, int from, int to, @Nullable BootEvent says) {
        Known known = new Known(Arrays.copyOfRange(bytes, from, to), Fingerprint.ofText(bytes, from, to), says);
        int way = 0;
        while (way < WAYS && table[place(known.fingerprint, way)] != null) {
            way++;
        }
        table[place(known.fingerprint, way < WAYS ? way : turn++ & WAYS - 1)] = known;
        return known;
    }

    private static int place(long fingerprint, int way) {
        return (int) fingerprint + way & SIZE - 1;
    }
}
