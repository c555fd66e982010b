package io.bootledger.reports.text.page;

/** A length drawn with block characters, to an eighth of a column. */
public final class BlockBar {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    /** Empty for nothing and where there is no room; at least a sliver for something. */
    public static Cell of(long value, long longest, int columns) {
        if (value <= 0 || longest <= 0 || columns <= 0) {
            return Cell.of("");
        }
        long unit = Math.max(1, longest / (columns * 8L));
        int eighths = (int) Math.max(1, Math.min(columns * 8L, value / unit));
        String rest = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
        return Cell.of("█".repeat(eighths / 8) + rest, Ink.BAR);
    }

    private BlockBar() {}
}
