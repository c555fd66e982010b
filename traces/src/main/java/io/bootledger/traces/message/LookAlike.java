package io.bootledger.traces.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells a damaged message of ours from an ordinary message that begins with the same words. */
final class LookAlike {
    /** Words after which the name of a function stands. */
    private static final Literal[] BEFORE_A_SYMBOL = {
        new Literal("calling "),
        new Literal("initcall at "),
        new Literal("initcall "),
        new Literal("Calling initcall "),
        new Literal("blacklisting initcall ")
    };

    /** Words that nobody else prints. */
    private static final Literal[] OURS = {
        new Literal("entering initcall level:"),
        new Literal("initcall_level: level="),
        new Literal("initcall_start: func="),
        new Literal("initcall_finish: func="),
        new Literal("error in initcall at "),
        new Literal("async_waiting @"),
        new Literal("async_continuing @"),
        new Literal("Freeing unused kernel")
    };

    /** A message that is no more than the beginning of one of ours, and long enough to be told from all others. */
    private enum Beginning {
        CALLING("calling ", 6),
        INITCALL("initcall ", 6),
        OLD_CALL("Calling initcall ", 9),
        BLACKLISTING("blacklisting initcall ", 14),
        LEVEL("entering initcall level:", 10),
        ERROR("error in initcall at ", 10),
        WAITING("async_waiting @", 9),
        CONTINUING("async_continuing @", 9),
        PROBE("probe of ", 7),
        FREEING("Freeing unused kernel ", 11),
        PANIC("Kernel panic - not syncing: ", 9);

        private final byte[] words;
        private final int least;

        Beginning(String words, int least) {
            this.words = words.getBytes(StandardCharsets.US_ASCII);
            this.least = least;
        }

        private boolean isAll(Cursor in) {
            int length = in.end - in.from;
            return length >= least
                    && length < words.length
                    && Arrays.equals(in.bytes, in.from, in.end, words, 0, length);
        }
    }

    private static final Literal RUN = new Literal("Run /");
    private static final Literal AS = new Literal(" as ");
    private static final Literal PROBE = new Literal("probe of ");
    private static final Literal RETURNED = new Literal(" returned");
    private static final Literal PARENT = new Literal(", parent:");
    private static final Literal FIXUP = new Literal(" for ");

    /** Whether a message that no row could read is one of ours all the same. */
    static boolean isOurs(Cursor in) {
        return in.beganLikeOurs() && (isBrokenInitcall(in) || skipsOne(in, OURS) || isBrokenProbe(in))
                || isBrokenRun(in);
    }

    /** Whether a message breaks off within the words it begins with. */
    static boolean isBegun(Cursor in) {
        for (Beginning beginning : Beginning.values()) {
            if (beginning.isAll(in)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBrokenInitcall(Cursor in) {
        return skipsOne(in, BEFORE_A_SYMBOL) && looksLikeSymbol(in) && in.find(PARENT) < 0 && in.find(FIXUP) < 0;
    }

    /** A word with an offset or an address; or any single word, if the message ends with it and two blanks stand before it. */
    private static boolean looksLikeSymbol(Cursor in) {
        int wordEnd = in.wordEnd();
        if (wordEnd == in.at) {
            return false;
        }
        boolean cut = wordEnd == in.end && (in.bytes[in.from] == 'i' || in.bytes[in.at - 2] == ' ');
        boolean device = in.bytes[wordEnd - 1] == '+' && wordEnd < in.end;
        return !device && (cut || hasOffset(in, wordEnd));
    }

    private static boolean hasOffset(Cursor in, int wordEnd) {
        for (int at = in.at; at + 1 < wordEnd; at++) {
            if (in.bytes[at] == '+' && in.bytes[at + 1] == '0') {
                return true;
            }
        }
        return wordEnd - in.at > 2 && in.bytes[in.at] == '0' && in.bytes[in.at + 1] == 'x';
    }

    private static boolean isBrokenProbe(Cursor in) {
        in.at = in.from;
        return in.literal(PROBE) && (in.find(RETURNED) >= 0 || in.wordEnd() == in.end);
    }

    private static boolean isBrokenRun(Cursor in) {
        in.at = in.from;
        return in.literal(RUN) && (in.wordEnd() == in.end || in.find(AS) >= 0);
    }

    private static boolean skipsOne(Cursor in, Literal[] literals) {
        for (Literal literal : literals) {
            in.at = in.from;
            if (in.literal(literal)) {
                return true;
            }
        }
        return false;
    }

    private LookAlike() {}
}
