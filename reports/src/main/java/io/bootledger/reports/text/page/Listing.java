package io.bootledger.reports.text.page;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows of plain facts in aligned columns, safe to print; a column that holds nothing is not shown. */
public final class Listing {
    private final TextTable table = new TextTable();
    private final TextLayout layout;

    public Listing(TextLayout layout) {
        this.layout = layout;
    }

    /** A column of words. */
    public Listing left(String title) {
        table.left(title);
        return this;
    }

    /** A column of numbers. */
    public Listing right(String title) {
        table.right(title);
        return this;
    }

    /** A column of words that gives way when the paper is narrow. */
    public Listing elastic(String title) {
        table.elastic(title);
        return this;
    }

    /** A cell for each column; null where there is nothing to say. */
    public void row(@Nullable Object... cells) {
        table.row(Arrays.stream(cells)
                .map(cell -> Cell.of(cell == null ? "" : cell.toString()))
                .toArray(Cell[]::new));
    }

    /** The lines, the heading first, each ended by {@code \n}; nothing without rows. */
    @Override
    public String toString() {
        return table.isEmpty() ? "" : String.join("\n", table.lines(layout.width(), layout.colours())) + "\n";
    }
}
