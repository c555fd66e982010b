package io.bootledger.reports.text.page;

import io.bootledger.reports.Printable;

/** A piece of text in one ink, safe to print. */
public record Cell(String text, Ink ink) {
    public static Cell of(String text) {
        return of(text, Ink.PLAIN);
    }

    public static Cell of(String text, Ink ink) {
        return new Cell(Printable.of(text), ink);
    }

    public int width() {
        return text.codePointCount(0, text.length());
    }

    /** At most so wide; what is too long loses its middle, since names differ at both ends. */
    public Cell fitted(int width) {
        if (width() <= width) {
            return this;
        }
        int tail = (width - 1) / 2;
        int head = width - 1 - tail;
        int headEnd = text.offsetByCodePoints(0, head);
        int tailStart = text.offsetByCodePoints(text.length(), -tail);
        return new Cell(text.substring(0, headEnd) + "…" + text.substring(tailStart), ink);
    }
}
