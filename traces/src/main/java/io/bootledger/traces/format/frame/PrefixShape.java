package io.bootledger.traces.format.frame;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands before a message, in parts: {@code I/    0.123456  } is a word, a slash, seconds and blanks. Prefixes of one form
 * differ in words, numbers and what stands in brackets only.
 */
public record PrefixShape(List<Part> parts) {
    /** A stamp of printk has six decimals; a bracket that begins with one holds no name. */
    private static final Pattern PART = Pattern.compile("[ \\t]*(?<seconds>\\d{1,8}\\.\\d{6})(?!\\d)"
            + "|[ \\t]*(?<digits>\\d+)"
            + "|(?<blanks>[ \\t]+)"
            + "|(?<mark>[\\[(<{])(?=[ \\t]*\\d{1,8}\\.\\d{6}(?!\\d))"
            + "|(?<brackets>\\([^()]*\\)|\\[[^\\[\\]]*]|<[^<>]*>|\\{[^{}]*})"
            + "|(?<word>\\w+)"
            + "|(?<other>.)");

    private enum Kind {
        SECONDS,
        DIGITS,
        BLANKS,
        BRACKETS,
        WORD,
        MARK
    }

    private record Part(Kind kind, String text) {
        /** What two prefixes have in common that are of one form. */
        String form() {
            return switch (kind) {
                case MARK -> text;
                case BRACKETS -> text.substring(0, 1) + text.substring(text.length() - 1);
                default -> kind.name();
            };
        }
    }

    public static PrefixShape of(byte[] bytes, int from, int to) {
        Matcher matcher = PART.matcher(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        List<Part> parts = new ArrayList<>();
        while (matcher.find()) {
            parts.add(new Part(kind(matcher), matcher.group()));
        }
        return new PrefixShape(parts);
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("seconds") != null) {
            return Kind.SECONDS;
        }
        if (matcher.group("digits") != null) {
            return Kind.DIGITS;
        }
        if (matcher.group("blanks") != null) {
            return Kind.BLANKS;
        }
        return matcher.group("brackets") != null
                ? Kind.BRACKETS
                : matcher.group("word") != null ? Kind.WORD : Kind.MARK;
    }

    public String form() {
        return parts.stream().map(Part::form).collect(Collectors.joining("\0"));
    }

    /** The shape that all of these prefixes have, which are of one form: what is the same in all is part of it. */
    public static Shape common(List<PrefixShape> prefixes) {
        List<Token> tokens = new ArrayList<>();
        List<Part> first = prefixes.get(0).parts();
        boolean stamped = false;
        for (int part = 0; part < first.size(); part++) {
            int place = part;
            Set<String> texts = prefixes.stream()
                    .map(prefix -> prefix.parts().get(place).text())
                    .collect(Collectors.toCollection(HashSet::new));
            stamped |= addTokens(first.get(part), texts, stamped, tokens);
        }
        return Shape.of(tokens);
    }

    /** Whether the part is a stamp. */
    private static boolean addTokens(Part part, Set<String> texts, boolean stamped, List<Token> tokens) {
        switch (part.kind()) {
            case SECONDS -> {
                tokens.add(Tokens::anyBlanks);
                tokens.add(Tokens.named(stamped ? "unused" : "seconds"));
            }
            case DIGITS -> {
                tokens.add(Tokens::anyBlanks);
                tokens.add(Tokens::digits);
            }
            case BLANKS -> tokens.add(Tokens::blanks);
            case BRACKETS ->
                tokens.add(Tokens.brackets(
                        part.text().charAt(0), part.text().charAt(part.text().length() - 1)));
            case MARK -> tokens.add(Shape.literal(part.text().charAt(0)));
            case WORD -> addWord(texts, tokens);
        }
        return part.kind() == Kind.SECONDS;
    }

    /** {@code c0}, {@code c1} and so on are a letter and a number; words that have nothing in common are any word. */
    private static void addWord(Set<String> texts, List<Token> tokens) {
        Set<String> skeletons =
                texts.stream().map(text -> text.replaceAll("\\d+", "0")).collect(Collectors.toCollection(HashSet::new));
        if (skeletons.size() > 1) {
            tokens.add(Tokens::name);
            return;
        }
        String word = texts.size() == 1
                ? texts.iterator().next()
                : skeletons.iterator().next();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            tokens.add(texts.size() > 1 && c == '0' ? Tokens::digits : Shape.literal(c));
        }
    }
}
