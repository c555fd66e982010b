package io.bootledger.reports.text.page;

/**
 * The paper that text is written for.
 *
 * @param width columns; lines are not longer as long as there are at least {@value #NARROWEST}
 * @param colours whether ANSI colours may be used; never without a terminal that wants them
 */
public record TextLayout(int width, boolean colours) {
    static final int NARROWEST = 60;

    /** For a file or a pipe. */
    public static final TextLayout PLAIN = new TextLayout(100, false);

    public TextLayout {
        width = Math.max(NARROWEST, width);
    }
}
