package io.bootledger.reports.text.page;

import io.bootledger.reports.Printable;

/** Text being written: titled sections, tables and paragraphs, none wider than the paper. */
public final class Page {
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();
    private final TextLayout layout;

    public Page(TextLayout layout) {
        this.layout = layout;
    }

    public void title(String title) {
        out.append('\n').append(Ink.TITLE.paint(title, layout.colours())).append('\n');
    }

    /** One line, cut in the middle when too long. */
    public void line(String text, Ink ink) {
        Cell cell = Cell.of(text, ink).fitted(layout.width());
        out.append(ink.paint(cell.text(), layout.colours())).append('\n');
    }

    /** One line, however long: the first one, which programs read too. */
    public void whole(String text, Ink ink) {
        out.append(ink.paint(Printable.of(text), layout.colours())).append('\n');
    }

    public void table(TextTable table) {
        for (String line : table.lines(layout.width() - INDENT.length(), layout.colours())) {
            out.append(INDENT).append(line).append('\n');
        }
    }

    public void note(String text) {
        paragraph("", text, Ink.FAINT);
    }

    /** Wrapped at blanks, its lines hanging below the text behind the mark. */
    public void paragraph(String mark, String text, Ink ink) {
        wrapped(INDENT + Ink.TITLE.paint(mark, layout.colours()), INDENT.length() + mark.length(), text, ink);
    }

    /** The same behind a head that is printable. */
    public void hanging(String head, String text, Ink ink) {
        wrapped(head, head.codePointCount(0, head.length()), text, ink);
    }

    private void wrapped(String head, int indent, String text, Ink ink) {
        String safe = Printable.brief(text);
        int room = layout.width() - indent;
        int from = 0;
        do {
            int to = breakAfter(safe, from, room);
            out.append(from == 0 ? head : " ".repeat(indent));
            out.append(ink.paint(safe.substring(from, to).stripTrailing(), layout.colours()))
                    .append('\n');
            from = to;
        } while (from < safe.length());
    }

    public int width() {
        return layout.width();
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private static int breakAfter(String text, int from, int room) {
        if (text.codePointCount(from, text.length()) <= room) {
            return text.length();
        }
        int end = text.offsetByCodePoints(from, room);
        int blank = text.lastIndexOf(' ', end);
        return blank > from ? blank + 1 : end;
    }
}
