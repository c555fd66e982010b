package io.bootledger.reports.png.draw;

/**
 * A label on a pole that stands on what it names.
 *
 * @param x the pole
 * @param textX where the text begins
 * @param y the middle of the text
 * @param footY where the pole stands; {@code y} for a label without a pole
 */
public record Flag(int x, int textX, int y, int footY, String text) {
    /** Wide enough for the text in any common sans-serif font, so that the layout does not depend on fonts. */
    public static int width(String text) {
        return text.codePointCount(0, text.length()) * 73 / 10 + 2;
    }
}
