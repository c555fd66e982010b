package io.bootledger.traces.message;

import java.util.ArrayList;
import java.util.List;

/** A part of a format: literal text, or a conversion. */
record Piece(Kind kind, String text, Literal literal) {
    enum Kind {
        LITERAL(""),
        OPTIONAL_TEXT("%.*s"),
        TEXT("%s"),
        BEGINNING("%["),
        INT("%d"),
        INT_TOO("%i"),
        LONG("%lld"),
        LONG_TOO("%ld"),
        UNSIGNED("%lu"),
        SYMBOL("%pS"),
        ADDRESS("%p"),
        ANYTHING("%*");

        private static final Kind[] CONVERSIONS = values();

        private final String conversion;

        Kind(String conversion) {
            this.conversion = conversion;
        }

        private static Kind at(String format, int position) {
            for (Kind kind : CONVERSIONS) {
                if (kind != LITERAL && format.startsWith(kind.conversion, position)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no such conversion: " + format.substring(position));
        }
    }

    /** The pieces of a format, in their order. */
    static List<Piece> compile(String format) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < format.length()) {
            at = format.charAt(at) == '%' ? conversion(format, at, pieces) : plain(format, at, pieces);
        }
        return pieces;
    }

    private static int plain(String format, int at, List<Piece> pieces) {
        int next = format.indexOf('%', at);
        int to = next < 0 ? format.length() : next;
        pieces.add(of(Kind.LITERAL, format.substring(at, to)));
        return to;
    }

    private static int conversion(String format, int at, List<Piece> pieces) {
        Kind kind = Kind.at(format, at);
        if (kind == Kind.BEGINNING) {
            pieces.add(of(kind, format.substring(at + kind.conversion.length(), format.length() - 1)));
            return format.length();
        }
        pieces.add(of(kind, ""));
        return at + kind.conversion.length();
    }

    private static Piece of(Kind kind, String text) {
        return new Piece(kind, text, new Literal(text));
    }

    /** Whether something is read and written here that differs from message to message. */
    boolean isField() {
        return kind != Kind.LITERAL && kind != Kind.ANYTHING;
    }
}
