package io.bootledger.reports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Log text made safe to show on a terminal or in a picture. What could move a cursor, colour the screen, hide or turn text
 * around is written out instead: {@code \x1b} for an escape, {@code \u202e} for a bidirectional override.
 */
public final class Printable {
    private static final int LONGEST_WORD = 160;
    private static final Pattern OVERLONG = Pattern.compile("\\S{" + (LONGEST_WORD + 1) + ",}");
    private static final int HEAD = 70;
    private static final int TAIL = 20;

    /** The text itself where nothing in it is dangerous, which is nearly always. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return written(text);
            }
        }
        return text;
    }

    /** The same for text of several lines, which stay lines, as tabs stay tabs. */
    public static String lines(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\n' || character == '\t') {
                out.append(of(text.substring(from, at))).append(character);
                from = at + 1;
            }
        }
        return out.append(of(text.substring(from))).toString();
    }

    /**
     * The same of text that a person reads to its end: a word longer than 160 characters, as no kernel has one
     * and a hostile log may, has its middle cut out.
     */
    public static String brief(String text) {
        String safe = of(text);
        return safe.length() <= LONGEST_WORD
                ? safe
                : OVERLONG.matcher(safe).replaceAll(word -> Matcher.quoteReplacement(shortened(word.group())));
    }

    private static String shortened(String word) {
        return word.substring(0, word.offsetByCodePoints(0, HEAD)) + "…"
                + word.substring(word.offsetByCodePoints(word.length(), -TAIL));
    }

    private static String written(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(out, point));
        return out.toString();
    }

    private static void append(StringBuilder out, int point) {
        if (shown(point)) {
            out.appendCodePoint(point);
        } else if (point < 0x100) {
            out.append("\\x").append(hex(point, 2));
        } else if (point < 0x10000) {
            out.append("\\u").append(hex(point, 4));
        } else {
            out.append("\\u{").append(hex(point, 5)).append('}');
        }
    }

    private static boolean shown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String hex(int value, int digits) {
        String hex = Integer.toHexString(value);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }

    private Printable() {}
}
