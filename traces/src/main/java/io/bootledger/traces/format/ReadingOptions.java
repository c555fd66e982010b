package io.bootledger.traces.format;

/**
 * How much of a log becomes events.
 *
 * @param allMessages whether every ordinary message becomes a {@code MessageLogged}; else only those before init runs (the
 *     failures need them) and the rest is only counted
 * @param lineText whether each event's origin keeps the line as it stood
 */
public record ReadingOptions(boolean allMessages, boolean lineText) {
    /** Enough for the numbers, and the fastest. */
    public static final ReadingOptions NUMBERS = new ReadingOptions(false, false);

    /** Everything the log says. */
    public static final ReadingOptions EVERYTHING = new ReadingOptions(true, true);
}
