package io.bootledger.traces.format.ahead;

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

        private boolean begins(byte[] bytes, int from) {
            return from + text.length < bytes.length && is(bytes, from, from + text.length);
        }

        private boolean is(byte[] bytes, int from, int to) {
            return Arrays.equals(text, 0, text.length, bytes, from, to);
        }
    }

    /** Of messages that were seen, and what is kept of those that came again: most that are new never do. */
    private final long[] seen = new long[SIZE];

    private final @Nullable Known[] kept = new Known[SIZE];
    private Known last = new Known(new byte[0], 0, null);
    private int turn;

    /** The message that begins there, if it is the one that came after the last before, or the last again; else null. */
    @Nullable
    Known next(byte[] bytes, int from) {
        Known next = last.next;
        if (next != null && next.begins(bytes, from)) {
            return next;
        }
        return last.length() > 0 && last.begins(bytes, from) ? last : null;
    }

    /** The message of these bytes; null where it is not known. */
    @Nullable
    Known find(byte[] bytes, int from, int to, long fingerprint) {
        int place = place(fingerprint);
        Known known = place < 0 ? null : kept[place];
        return known != null && known.is(bytes, from, to) ? known : null;
    }

    /** Notes which message comes now. Two consoles may write each twice. */
    void follow(Known known) {
        if (known != last) {
            last.next = known;
            last = known;
        }
    }

    /** Notes a message that is not known, and keeps it if it was seen before. */
    void see(byte[] bytes, int from, int to, long fingerprint, @Nullable BootEvent says) {
        int place = place(fingerprint);
        if (place >= 0) {
            Known known = new Known(Arrays.copyOfRange(bytes, from, to), fingerprint, says);
            kept[place] = known;
            follow(known);
        } else {
            int given = freePlace(fingerprint);
            seen[given] = fingerprint;
            kept[given] = null;
        }
    }

    /** One that nobody has; else one of the message's, in turn. */
    private int freePlace(long fingerprint) {
        int free = place(fingerprint, 0);
        return free >= 0 ? free : (int) fingerprint + (turn++ & WAYS - 1) & SIZE - 1;
    }

    private int place(long fingerprint) {
        return place(fingerprint, fingerprint);
    }

    /** Which of the places that a message may have holds that; -1 for none. */
    private int place(long fingerprint, long held) {
        for (int way = 0; way < WAYS; way++) {
            int place = (int) fingerprint + way & SIZE - 1;
            if (seen[place] == held) {
                return place;
            }
        }
        return -1;
    }
}
