package io.bootledger.traces.stage;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The stamps that loaders put before their lines, each by a clock of its own. */
public final class LoaderStamps {
    public static final long NONE = -1;

    /** What a whole number of a stamp stands for. */
    enum Unit {
        SECONDS(1_000_000),
        MILLIS(1_000),
        MICROS(1);

        private final long us;

        Unit(long us) {
            this.us = us;
        }
    }

    private static final int MOST_DIGITS = 9;
    private static final int LONGEST = 64;

    /**
     * A form of stamps.
     *
     * @param stage how the stage's name begins whose form it is; empty for anybody's
     * @param shape {@code _} is any number of blanks, {@code 9} a number, {@code .#} a fraction of at least so many digits as stand
     *     there, all else itself
     * @param us what the sample comes to
     */
    record Row(String stage, String shape, Unit unit, String sample, long us) {
        private byte[] signs() {
            return shape.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Of those that fit the first one counts. */
    static final List<Row> ROWS = List.of(
            // of Versal: xilplmi, xplmi_debug.c, in milliseconds
            new Row("Xilinx PLM", "[_9.###", Unit.MILLIS, "[9.615]Xilinx Versal Platform Loader and Manager", 9_615),
            // milliseconds since it runs
            new Row("Allwinner boot0", "[_9]", Unit.MILLIS, "[34]HELLO! BOOT0 is starting!", 34_000),
            // of LK: lib/debug, in milliseconds
            new Row("LK", "[_9]", Unit.MILLIS, "[140] welcome to lk", 140_000),
            // since the reset; D is how long something took, S says what something is
            new Row("Qualcomm", "B -_9 - ", Unit.MICROS, "B -    311403 - SBL1, Start", 311_403),
            new Row("Raspberry Pi", "_9.## ", Unit.SECONDS, "  0.41 RPi: BOOTSYS release VERSION:790da7ef", 410_000),
            new Row("Xen", "(XEN) [_9.######]", Unit.SECONDS, "(XEN) [    0.004171] Brought up 4 CPUs", 4_171),
            // of skiboot: core/console-log.c, with a level
            new Row("OPAL", "[_9.######", Unit.SECONDS, "[   55.034218321,5] OPAL v6.3.1 starting...", 55_034_218),
            // makers' U-Boots and Xvisors, NVIDIA's loaders
            new Row("", "[_9.###]", Unit.SECONDS, "[0000.123] I> Welcome to MB2", 123_000));

    /** The stamp of a line of a stage, in microseconds of that loader's clock; {@link #NONE} where it has none. */
    public static long us(String stage, byte[] bytes, int from, int to) {
        int end = Math.min(to, from + LONGEST);
        for (Row row : ROWS) {
            if (stage.startsWith(row.stage())) {
                long us = us(row, bytes, from, end);
                if (us != NONE) {
                    return us;
                }
            }
        }
        return NONE;
    }

    /**
     * The same of a stamp that was read as the kernel's, which counts seconds.
     *
     * @param nanos as they were read
     */
    public static long read(String stage, long nanos) {
        for (Row row : ROWS) {
            if (stage.startsWith(row.stage()) && row.shape().startsWith("[_9.")) {
                return nanos / 1_000 / (Unit.SECONDS.us / row.unit().us);
            }
        }
        return nanos / 1_000;
    }

    /** Where the line goes on behind a stamp in brackets that begins it, if one does. */
    static int behind(byte[] bytes, int from, int to) {
        Row anybodys = ROWS.get(ROWS.size() - 1);
        int end = Math.min(to, from + LONGEST);
        int at = from;
        if (us(anybodys, bytes, from, end) == NONE) {
            return from;
        }
        while (bytes[at] != ']') {
            at++;
        }
        return at + 1;
    }

    private static long us(Row row, byte[] bytes, int from, int to) {
        byte[] signs = row.signs();
        long us = NONE;
        int at = from;
        for (int sign = 0; sign < signs.length; sign++) {
            int begin = at;
            switch (signs[sign]) {
                case '_' -> at = blanks(bytes, at, to);
                case '9' -> {
                    at = digits(bytes, at, to);
                    if (at == begin || at - begin > MOST_DIGITS) {
                        return NONE;
                    }
                    us = number(bytes, begin, at) * row.unit().us;
                }
                case '#' -> {
                    int least = sign;
                    while (sign + 1 < signs.length && signs[sign + 1] == '#') {
                        sign++;
                    }
                    at = digits(bytes, at, to);
                    if (at - begin <= sign - least || at - begin > MOST_DIGITS) {
                        return NONE;
                    }
                    us += number(bytes, begin, at) * row.unit().us / scale(at - begin);
                }
                default -> {
                    if (at >= to || bytes[at++] != signs[sign]) {
                        return NONE;
                    }
                }
            }
        }
        return us;
    }

    private static int blanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    private static long number(byte[] bytes, int from, int to) {
        long number = 0;
        for (int at = from; at < to; at++) {
            number = number * 10 + bytes[at] - '0';
        }
        return number;
    }

    private static long scale(int digits) {
        long scale = 1;
        for (int i = 0; i < digits; i++) {
            scale *= 10;
        }
        return scale;
    }

    private LoaderStamps() {}
}
