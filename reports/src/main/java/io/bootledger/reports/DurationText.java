package io.bootledger.reports;

import org.jspecify.annotations.Nullable;

/** Durations in words. Files for programs hold plain microseconds instead. */
public final class DurationText {
    /** Of an increase, in thousandths. */
    private static final long TENFOLD = 9_000;

    /**
     * To about three digits, in the unit that suits: {@code 845 µs}, {@code 1.24 ms}, {@code 12.3 ms}, {@code 523 ms},
     * {@code 1.234 s}.
     */
    public static String rounded(long micros) {
        if (micros < 0) {
            return "-" + rounded(micros == Long.MIN_VALUE ? Long.MAX_VALUE : -micros);
        }
        if (micros < 1_000) {
            return micros + " µs";
        }
        if (micros < 9_995) {
            return decimal(half(micros, 10), 100, 2) + " ms";
        }
        if (micros < 99_950) {
            return decimal(half(micros, 100), 10, 1) + " ms";
        }
        return micros < 999_500 ? half(micros, 1_000) + " ms" : decimal(half(micros, 1_000), 1_000, 3) + " s";
    }

    /** To how many microseconds a duration is {@link #rounded}. */
    static long stepUs(long micros) {
        return micros < 1_000 ? 1 : micros < 9_995 ? 10 : micros < 99_950 ? 100 : 1_000;
    }

    /** A difference, {@link #rounded}: {@code +12.3 ms}, {@code -845 µs}. */
    public static String signed(long micros) {
        return (micros > 0 ? "+" : "") + rounded(micros);
    }

    /**
     * A duration on two sides: {@code 24.1 s -> 24.5 s (+438 ms, +1.8 %)}.
     *
     * @param perMille the shift relative to the earlier duration, in thousandths; null when that is 0
     */
    public static String change(long fromUs, long toUs, long shiftUs, @Nullable Long perMille) {
        return change(fromUs, toUs, difference(shiftUs, perMille));
    }

    /** A duration on two sides, and what is to be said of that: {@code 24.1 s -> 24.5 s (slower)}. */
    public static String change(long fromUs, long toUs, String remark) {
        return rounded(fromUs) + " -> " + rounded(toUs) + " (" + remark + ")";
    }

    /**
     * A difference, and what it is of the whole: {@code +438 ms, +1.8 %}.
     *
     * @param perMille in thousandths of what it is added to; null when that is 0
     */
    public static String difference(long us, @Nullable Long perMille) {
        return signed(us) + (perMille == null ? "" : ", " + share(perMille));
    }

    /** {@code +1.8 %}; from ten times on {@code ×463}. */
    private static String share(long perMille) {
        return perMille >= TENFOLD
                ? "×" + half(perMille + 1_000, 1_000)
                : (perMille > 0 ? "+" : "") + percent(perMille) + " %";
    }

    /** To the microsecond, without the unit: {@code 12.345}; for columns. */
    public static String exactMillis(long micros) {
        return decimal(micros, 1_000, 3);
    }

    /** To the microsecond, without the unit, as printk writes a time stamp: {@code 1.234567}. */
    public static String exactSeconds(long micros) {
        return decimal(micros, 1_000_000, 6);
    }

    /** Thousandths as percent: {@code -1.8}. */
    public static String percent(long perMille) {
        return decimal(perMille, 10, 1);
    }

    /** The share of a part in tenths of a percent: {@code 12.3}; empty when the whole is not
     * positive. */
    public static String percent(long part, long whole) {
        if (whole <= 0) {
            return "";
        }
        boolean exact = part <= Long.MAX_VALUE / 1_000;
        return decimal(exact ? half(part * 1_000, whole) : part / Math.max(1, whole / 1_000), 10, 1);
    }

    private static long half(long value, long unit) {
        return value / unit + (value % unit >= unit - value % unit ? 1 : 0);
    }

    private static String decimal(long value, long unit, int digits) {
        String sign = value < 0 ? "-" : "";
        String fraction = Long.toString(Math.abs(value % unit));
        return sign + Math.abs(value / unit) + "." + "0".repeat(digits - fraction.length()) + fraction;
    }

    private DurationText() {}
}
