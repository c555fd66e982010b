package io.bootledger.traces.message;

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

    private static final Literal PROBE = new Literal("probe of ");
    private static final Literal RETURNED = new Literal(" returned");
    private static final Literal PARENT = new Literal(", parent:");
    private static final Literal FIXUP = new Literal(" for ");

    /** Whether a message that no row could read is one of ours all the same. */
    static boolean isOurs(Cursor in) {
        return isBrokenInitcall(in) || skipsOne(in, OURS) || isBrokenProbe(in);
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
