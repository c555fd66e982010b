package io.bootledger.analyzer.excerpt;

/**
 * How much of a log an excerpt may hold.
 *
 * @param totalBytes of all lines together
 * @param ordinaryBytes of the lines that are kept only because they come before init
 * @param lineBytes of one line; the rest is cut off
 * @param context ordinary lines kept before and after each line that states something
 */
public record ExcerptBounds(int totalBytes, int ordinaryBytes, int lineBytes, int context) {
    /** A report of 1,500 initcalls stays well under 2 MB. */
    public static final ExcerptBounds REPORT = new ExcerptBounds(900_000, 350_000, 1_000, 3);

    public ExcerptBounds {
        if (ordinaryBytes > totalBytes) {
            throw new IllegalArgumentException(
                    "ordinaryBytes exceeds totalBytes: " + ordinaryBytes + " > " + totalBytes);
        }
        if (totalBytes < 0 || ordinaryBytes < 0 || lineBytes < 1 || context < 0) {
            throw new IllegalArgumentException(
                    "a bound is negative: " + totalBytes + ", " + ordinaryBytes + ", " + lineBytes + ", " + context);
        }
    }
}
