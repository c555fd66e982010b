package io.bootledger.traces.message;

import java.nio.charset.StandardCharsets;

/** Fixed text of a message, with every run of blanks folded into one. */
final class Literal {
    final byte[] bytes;

    /** For complaints. */
    final String quoted;

    Literal(String text) {
        this.bytes = fold(text).getBytes(StandardCharsets.UTF_8);
        this.quoted = '\'' + text.strip() + '\'';
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ' || i == 0 || text.charAt(i - 1) != ' ') {
                folded.append(text.charAt(i));
            }
        }
        return folded.toString();
    }
}
