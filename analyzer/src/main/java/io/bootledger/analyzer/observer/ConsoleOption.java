package io.bootledger.analyzer.observer;

import org.jspecify.annotations.Nullable;

/**
 * The console that the command line names last, which is the one that costs: {@code console=ttyS0,115200n8}.
 *
 * @param name {@code ttyS0}
 * @param baud null where the command line gives none; then the driver or the firmware chose it
 */
public record ConsoleOption(String name, @Nullable Integer baud) {
    private static final String PARAMETER = "console=";
    /** A start bit, eight data bits, a stop bit. */
    private static final long BITS_PER_BYTE = 10;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** The console of a command line; null when it names none, or one that is no serial line. */
    public static @Nullable ConsoleOption of(@Nullable String commandLine) {
        if (commandLine == null) {
            return null;
        }
        ConsoleOption serial = null;
        for (String word : commandLine.split("\\s+")) {
            if (word.startsWith(PARAMETER) && isSerial(word.substring(PARAMETER.length()))) {
                serial = parse(word.substring(PARAMETER.length()));
            }
        }
        return serial;
    }

    private static boolean isSerial(String console) {
        return console.startsWith("tty") && console.length() > 3 && !Character.isDigit(console.charAt(3))
                || console.startsWith("uart")
                || console.startsWith("hvc");
    }

    private static ConsoleOption parse(String console) {
        int comma = console.indexOf(',');
        if (comma < 0) {
            return new ConsoleOption(console, null);
        }
        int end = comma + 1;
        while (end < console.length() && end < comma + 9 && console.charAt(end) >= '0' && console.charAt(end) <= '9') {
            end++;
        }
        int baud = end == comma + 1 ? 0 : Integer.parseInt(console.substring(comma + 1, end));
        return new ConsoleOption(console.substring(0, comma), baud == 0 ? null : baud);
    }

    /** What one character takes on the line, in nanoseconds; null when the speed is not known. */
    public @Nullable Long nsPerByte() {
        return baud == null ? null : BITS_PER_BYTE * NANOS_PER_SECOND / baud;
    }

    /** As on the command line: {@code ttyS0 at 115200}. */
    @Override
    public String toString() {
        return baud == null ? name : name + " at " + baud;
    }
}
