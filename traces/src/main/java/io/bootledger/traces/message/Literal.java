package io.bootledger.traces.message;

import java.nio.charset.StandardCharsets;

/** Fixed text of a message, with every run of blanks folded into one. */
final class Literal {
    final byte[] bytes;

    /** For complaints. */
    final String quoted;

    private final long first;
    private final long firstMask;
    private final long second;
    private final long secondMask;

    Literal(String text) {
        this.bytes = fold(text).getBytes(StandardCharsets.UTF_8);
        this.quoted = '\'' + text + '\'';
        this.firstMask = EightBytes.mask(bytes.length);
        this.first = EightBytes.at(bytes, 0) & firstMask;
        this.secondMask = bytes.length > EightBytes.BYTES ? EightBytes.mask(bytes.length - EightBytes.BYTES) : 0;
        this.second = bytes.length > EightBytes.BYTES ? EightBytes.at(bytes, EightBytes.BYTES) & secondMask : 0;
    }

    private static String fold(String text) {
        String folded = text;
        while (folded.contains("  ")) {
            folded = folded.replace("  ", " ");
        }
        return folded;
    }

    /** Whether it stands there exactly. Says no to a literal of more than two words, which is rare enough to be compared slowly. */
    boolean standsAt(byte[] buffer, int position, int end) {
        return bytes.length <= 2 * EightBytes.BYTES
                && position + bytes.length <= end
                && (EightBytes.at(buffer, position) & firstMask) == first
                && (secondMask == 0 || (EightBytes.at(buffer, position + EightBytes.BYTES) & secondMask) == second);
    }

    /** The bytes by which a message that begins so is told at a glance: up to a word, and up to the first blank. */
    long glance() {
        return first & glanceMask();
    }

    long glanceMask() {
        int length = 0;
        while (length < bytes.length && length < EightBytes.BYTES && bytes[length] != ' ') {
            length++;
        }
        return EightBytes.mask(length);
    }
}
