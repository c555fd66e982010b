package io.bootledger.analyzer.axis;

import java.util.Map;

/** A span as systemd prints it ({@code src/basic/time-util.c}, {@code format_timespan}): {@code 1min 38.255s}. */
final class Timespan {
    private static final long SECOND = 1_000_000;
    private static final long DAY = 86_400 * SECOND;
    private static final int MOST_DIGITS = 9;

    /** A year is 365.25 days, a month a twelfth of it. */
    private static final Map<String, Long> UNITS = Map.of(
            "y",
            DAY * 365 + DAY / 4,
            "month",
            (DAY * 365 + DAY / 4) / 12,
            "w",
            DAY * 7,
            "d",
            DAY,
            "h",
            3_600 * SECOND,
            "min",
            60 * SECOND,
            "s",
            SECOND,
            "ms",
            1_000L,
            "us",
            1L);

    /** In microseconds, to the last digit that is printed; -1 for what is no span. */
    static long us(String printed) {
        long sum = 0;
        String[] words = printed.split(" ", 10);
        for (String word : words) {
            long us = one(word);
            if (us < 0) {
                return -1;
            }
            sum += us;
        }
        return sum;
    }

    private static long one(String word) {
        int whole = digits(word, 0);
        boolean hasFraction = whole < word.length() && word.charAt(whole) == '.';
        int end = hasFraction ? digits(word, whole + 1) : whole;
        Long unit = UNITS.get(word.substring(end));
        int places = hasFraction ? end - whole - 1 : 0;
        if (unit == null || whole == 0 || whole > MOST_DIGITS || places > 6 || hasFraction && places == 0) {
            return -1;
        }
        long us = Long.parseLong(word.substring(0, whole)) * unit;
        long scale = unit;
        for (int at = whole + 1; at < end; at++) {
            scale /= 10;
            us += (word.charAt(at) - '0') * scale;
        }
        return us;
    }

    private static int digits(String word, int from) {
        int end = from;
        while (end < word.length() && word.charAt(end) >= '0' && word.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private Timespan() {}
}
