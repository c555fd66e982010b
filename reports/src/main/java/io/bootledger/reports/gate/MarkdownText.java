package io.bootledger.reports.gate;

import io.bootledger.reports.Printable;
import java.util.regex.Pattern;

/**
 * Names and sentences as Markdown: they are data, and no markup, table cell, link or mention comes out of them. GitHub and GitLab
 * look for links and mentions in the text that Markdown has become, where no backslash is left to stop them: what may be one of
 * these is broken by a word joiner, which nobody sees.
 */
final class MarkdownText {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SENTENCE = 2_000;
    private static final String WORD_JOINER = "\u2060";

    /** What precedes names of people, issues, requests, labels, snippets, milestones and epics; and addresses. */
    private static final Pattern LINK =
            Pattern.compile("(?i)([@#!~$%&])(?=[\\w\"-])|(:)(?=//)|(www)(?=\\.)|(mailto|xmpp)(?=:)|(GH)(?=-\\d)");

    private static final Pattern MARKUP = Pattern.compile("([\\\\`*_{}\\[\\]<>()#!|~@&$])");

    private MarkdownText() {}

    /** A name, or what fits into a cell. */
    static String of(String text) {
        return of(text, LONGEST_NAME);
    }

    static String sentence(String text) {
        return of(text, LONGEST_SENTENCE);
    }

    private static String of(String text, int longest) {
        String printable = Printable.of(text);
        String shown = printable.length() > longest ? printable.substring(0, longest) + "…" : printable;
        return MARKUP.matcher(LINK.matcher(shown).replaceAll("$0" + WORD_JOINER))
                .replaceAll("\\\\$1");
    }
}
