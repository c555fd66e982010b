package io.bootledger.analyzer.advice;

import java.util.Locale;

/** Amounts in words. */
final class Amount {
    private Amount() {}

    /** A time with three or four digits that count: {@code 940 µs}, {@code 12.4 ms}, {@code 1.93 s}. */
    static String time(long us) {
        if (us < 1_000) {
            return us + " µs";
        }
        return us < 1_000_000 ? fraction(us, 1_000, 1, "ms") : fraction(us, 1_000_000, 2, "s");
    }

    private static String fraction(long us, long unit, int digits, String name) {
        long scale = digits == 1 ? 10 : 100;
        long scaled = (us * scale + unit / 2) / unit;
        String decimals = Long.toString(scale + scaled % scale).substring(1);
        return scaled / scale + "." + decimals + " " + name;
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** {@code 1 device}, {@code 2 devices}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
