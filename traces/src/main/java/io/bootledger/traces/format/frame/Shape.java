package io.bootledger.traces.format.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * What a frame looks like, written as it looks: a blank stands for one or more blanks, {@code ~} for none or more,
 * <code>{name}</code> for a {@link Tokens token}, every other character for itself.
 */
public final class Shape {
    private final Token[] tokens;

    private Shape(List<Token> tokens) {
        this.tokens = tokens.toArray(Token[]::new);
    }

    static Shape of(String text) {
        List<Token> tokens = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '{') {
                int end = text.indexOf('}', at);
                tokens.add(Tokens.named(text.substring(at + 1, end)));
                at = end;
            } else {
                tokens.add(c == ' ' ? Tokens::blanks : c == '~' ? Tokens::anyBlanks : literal(c));
            }
        }
        return new Shape(tokens);
    }

    static Shape of(List<Token> tokens) {
        return new Shape(tokens);
    }

    /** The place behind the frame, or {@link Token#NO_MATCH}. */
    public int match(LogRecord line, int at) {
        int place = at;
        for (Token token : tokens) {
            place = token.match(line, place);
            if (place < 0) {
                return Token.NO_MATCH;
            }
        }
        return place;
    }

    static Token literal(char c) {
        return (line, at) -> at < line.to && line.bytes[at] == c ? at + 1 : Token.NO_MATCH;
    }
}
