package io.bootledger.fuzz.law;

import io.bootledger.fuzz.input.Hostile;
import io.bootledger.reports.Printable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds of text, whoever shows it. */
public final class TextLaws {
    private static final Pattern TAG =
            Pattern.compile("<(?:!--|/|\\?)*\\s*(?:script[^a-z0-9]*)?" + Hostile.TAG, Pattern.CASE_INSENSITIVE);

    private static final String WORD_JOINER = "\u2060";
    private static final Pattern ESCAPED = Pattern.compile("\\\\.");

    /** No byte of it moves a cursor, colours the screen or turns text around. */
    public static void terminal(String text) {
        text.lines()
                .forEach(line ->
                        Law.holds(Printable.of(line).equals(line), () -> "not for a terminal: " + Printable.of(line)));
        Law.holds(text.indexOf('\r') < 0, () -> "a carriage return is not for a terminal");
    }

    /** What a log says is no tag of the page. */
    public static void page(String html) {
        Matcher tag = TAG.matcher(html);
        Law.holds(!tag.find(), () -> "a log's tag stands in the page: " + tag.group());
    }

    /** The same of Markdown, where a backslash makes a character plain and a word joiner keeps a name from being called. */
    public static void markdown(String text) {
        terminal(text.replace(WORD_JOINER, ""));
        page(ESCAPED.matcher(text).replaceAll(""));
    }

    private TextLaws() {}
}
