package io.bootledger.reports.text.page;

import java.util.ArrayList;
import java.util.List;

/** Aligned columns; the elastic one gives way when the paper is narrow. A column that holds nothing is not shown. */
public final class TextTable {
    private static final int NARROWEST_NAME = 12;
    private static final String GAP = "  ";

    private record Column(String title, boolean right, boolean elastic) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    public TextTable left(String title) {
        columns.add(new Column(title, false, false));
        return this;
    }

    public TextTable right(String title) {
        columns.add(new Column(title, true, false));
        return this;
    }

    public TextTable elastic(String title) {
        columns.add(new Column(title, false, true));
        return this;
    }

    public void row(Cell... cells) {
        rows.add(List.of(cells));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines, heading first, each at most so wide. */
    List<String> lines(int width, boolean colours) {
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        List<Cell> heading = columns.stream()
                .map(column -> Cell.of(column.title(), Ink.FAINT))
                .toList();
        if (heading.stream().anyMatch(cell -> cell.width() > 0)) {
            lines.add(line(heading, widths, colours));
        }
        rows.forEach(row -> lines.add(line(row, widths, colours)));
        return lines;
    }

    private String line(List<Cell> cells, int[] widths, boolean colours) {
        StringBuilder line = new StringBuilder();
        int blanks = 0;
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] == 0) {
                continue;
            }
            Cell cell = cells.get(i).fitted(widths[i]);
            int before = columns.get(i).right() ? widths[i] - cell.width() : 0;
            if (cell.width() > 0) {
                line.append(" ".repeat(blanks + before)).append(cell.ink().paint(cell.text(), colours));
                blanks = 0;
            }
            blanks += GAP.length() + widths[i] - (cell.width() > 0 ? before + cell.width() : 0);
        }
        return line.toString();
    }

    private int[] widths(int paper) {
        int[] widths = new int[columns.size()];
        int all = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = natural(i);
            all += widths[i] == 0 ? 0 : widths[i] + GAP.length();
        }
        int surplus = all - GAP.length() - paper;
        for (int i = 0; i < widths.length && surplus > 0; i++) {
            if (columns.get(i).elastic()) {
                int given = Math.min(surplus, Math.max(0, widths[i] - NARROWEST_NAME));
                widths[i] -= given;
                surplus -= given;
            }
        }
        return widths;
    }

    /** 0 for a column whose cells are all empty. */
    private int natural(int column) {
        int widest =
                rows.stream().mapToInt(row -> row.get(column).width()).max().orElse(0);
        return widest == 0 ? 0 : Math.max(widest, columns.get(column).title().length());
    }
}
