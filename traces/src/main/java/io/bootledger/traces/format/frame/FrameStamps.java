package io.bootledger.traces.format.frame;

import static io.bootledger.traces.format.frame.Token.NO_MATCH;

import io.bootledger.traces.format.bytes.Ascii;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/** The parts of a frame that tell time. */
final class FrameStamps {
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;
    private static final long LARGEST_SECOND = 4_000_000_000L;
    /** Of a date without a year: one that has each day. */
    private static final int LEAP_YEAR = 2000;

    private static final Map<String, Token> ALL = Map.ofEntries(
            Map.entry("seconds", (line, at) -> seconds(line, at, LogRecord.Clock.KERNEL)),
            Map.entry("delta", FrameStamps::delta),
            Map.entry("capture", FrameStamps::capture),
            Map.entry("host", (line, at) -> host(line, at, 0)),
            Map.entry("host month", (line, at) -> hostDay(line, at, LEAP_YEAR)),
            Map.entry("host day", (line, at) -> hostDay(line, at, line.year)),
            Map.entry("unused", (line, at) -> seconds(line, minus(line, at) ? at + 1 : at, LogRecord.Clock.NONE)),
            Map.entry("micros", FrameStamps::micros),
            Map.entry("name", FrameStamps::name),
            Map.entry("month", FrameStamps::month),
            Map.entry("day", FrameStamps::day),
            Map.entry("year", FrameStamps::year),
            Map.entry("clock", (line, at) -> clock(line, at, '.')),
            Map.entry("comma", (line, at) -> clock(line, at, ',')),
            Map.entry("minute", (line, at) -> pairs(line, at, 2)),
            Map.entry("date", FrameStamps::date),
            Map.entry("zone", FrameStamps::zone),
            Map.entry("wall", FrameStamps::wall),
            Map.entry("minus", (line, at) -> minus(line, at) ? at : NO_MATCH),
            Map.entry("nodelta", FrameStamps::noDelta));

    static Token named(String name) {
        Token token = ALL.get(name);
        if (token == null) {
            throw new IllegalArgumentException("no such part of a frame: " + name);
        }
        return token;
    }

    private static int seconds(LogRecord line, int at, LogRecord.Clock clock) {
        int point = Ascii.skipDigits(line.bytes, at, line.to);
        if (point == at || point > at + 10 || point >= line.to || line.bytes[point] != '.') {
            return NO_MATCH;
        }
        int end = Ascii.skipDigits(line.bytes, point + 1, line.to);
        long seconds = Ascii.number(line.bytes, at, point);
        if (end < point + 3 || end > point + 10 || seconds > LARGEST_SECOND) {
            return NO_MATCH;
        }
        line.stamp(clock, seconds * NANOS_PER_SECOND + Ascii.fraction(line.bytes, point + 1, end));
        line.digits = end - point - 1;
        return end;
    }

    private static int capture(LogRecord line, int at) {
        int end = seconds(line, at, LogRecord.Clock.CAPTURE);
        if (end > 0 && line.clock == LogRecord.Clock.CAPTURE) {
            line.stampedByHost(line.nanos, line.digits);
        }
        return end;
    }

    /** Nothing; makes the time of day read so far the stamp of the host that captured the line. */
    private static int host(LogRecord line, int at, long days) {
        line.stampedByHost(days * NANOS_PER_DAY + line.nanosOfDay, line.digits);
        return at;
    }

    private static int hostDay(LogRecord line, int at, int year) {
        try {
            return host(line, at, LocalDate.of(year, line.month, line.day).toEpochDay());
        } catch (DateTimeException noSuchDay) {
            return at;
        }
    }

    /** Time since the record before; negative where that was stamped by another CPU. */
    private static int delta(LogRecord line, int at) {
        boolean negative = minus(line, at);
        int end = seconds(line, negative ? at + 1 : at, LogRecord.Clock.DELTA);
        line.nanos = negative && end > 0 ? -line.nanos : line.nanos;
        return end;
    }

    private static boolean minus(LogRecord line, int at) {
        return at < line.to && line.bytes[at] == '-';
    }

    private static int micros(LogRecord line, int at) {
        int end = Ascii.skipDigits(line.bytes, at, line.to);
        if (end == at || end > at + 15) {
            return NO_MATCH;
        }
        line.stamp(LogRecord.Clock.KERNEL, Ascii.number(line.bytes, at, end) * 1000);
        return end;
    }

    /** A short word of any language: a day or a month. */
    private static int name(LogRecord line, int at) {
        int end = at;
        while (end < line.to && (Ascii.letter(line.bytes[end]) || line.bytes[end] == '.')) {
            end++;
        }
        return end >= at + 2 && end <= at + 12 ? end : NO_MATCH;
    }

    private static int month(LogRecord line, int at) {
        int end = name(line, at);
        if (end == at + 3) {
            int index = MONTHS.indexOf(new String(line.bytes, at, 3, StandardCharsets.ISO_8859_1));
            line.month = index >= 0 && index % 3 == 0 ? index / 3 + 1 : 0;
        } else {
            line.month = 0;
        }
        return end;
    }

    private static int day(LogRecord line, int at) {
        int end = Ascii.skipDigits(line.bytes, at, line.to);
        line.day = (int) Ascii.number(line.bytes, at, end);
        return end > at && end <= at + 2 ? end : NO_MATCH;
    }

    private static int year(LogRecord line, int at) {
        int end = Ascii.skipDigits(line.bytes, at, line.to);
        line.year = (int) Ascii.number(line.bytes, at, end);
        return end == at + 4 ? end : NO_MATCH;
    }

    /** {@code 22:13:20}, with a fraction behind that point or, where the point is a full stop, without. */
    private static int clock(LogRecord line, int at, char point) {
        int end = pairs(line, at, 3);
        if (end < 0) {
            return NO_MATCH;
        }
        byte[] b = line.bytes;
        long seconds = Ascii.number(b, at, at + 2) * 3600
                + Ascii.number(b, at + 3, at + 5) * 60
                + Ascii.number(b, at + 6, at + 8);
        line.nanosOfDay = seconds * NANOS_PER_SECOND;
        line.digits = 0;
        if (end + 1 < line.to && b[end] == point && Ascii.digit(b[end + 1])) {
            int last = Ascii.skipDigits(b, end + 1, line.to);
            line.nanosOfDay += Ascii.fraction(b, end + 1, last);
            line.digits = last - end - 1;
            return last;
        }
        return point == '.' ? end : NO_MATCH;
    }

    /** So many numbers of two digits with colons between. */
    private static int pairs(LogRecord line, int at, int count) {
        int end = at + count * 3 - 1;
        if (end > line.to) {
            return NO_MATCH;
        }
        for (int i = at; i < end; i++) {
            boolean fits = (i - at) % 3 == 2 ? line.bytes[i] == ':' : Ascii.digit(line.bytes[i]);
            if (!fits) {
                return NO_MATCH;
            }
        }
        return end;
    }

    /** {@code 2026-11-20}. */
    private static int date(LogRecord line, int at) {
        byte[] b = line.bytes;
        if (at + 10 > line.to || b[at + 4] != '-' || b[at + 7] != '-' || year(line, at) < 0) {
            return NO_MATCH;
        }
        if (Ascii.skipDigits(b, at + 5, line.to) != at + 7 || Ascii.skipDigits(b, at + 8, line.to) != at + 10) {
            return NO_MATCH;
        }
        line.month = (int) Ascii.number(b, at + 5, at + 7);
        line.day = (int) Ascii.number(b, at + 8, at + 10);
        return at + 10;
    }

    /** {@code Z}, {@code +00:00}, {@code +0000}, or nothing. */
    private static int zone(LogRecord line, int at) {
        if (at < line.to && line.bytes[at] == 'Z') {
            return at + 1;
        }
        if (at < line.to && (line.bytes[at] == '+' || line.bytes[at] == '-')) {
            int end = at + 1;
            while (end < line.to && (Ascii.digit(line.bytes[end]) || line.bytes[end] == ':')) {
                end++;
            }
            return end;
        }
        return at;
    }

    /** Nothing; makes the date and the time of day read so far the record's stamp. */
    private static int wall(LogRecord line, int at) {
        try {
            long days = LocalDate.of(line.year, line.month, line.day).toEpochDay();
            line.stamp(LogRecord.Clock.WALL, days * NANOS_PER_DAY + line.nanosOfDay);
        } catch (DateTimeException noSuchDay) {
            // A month in another language: the record has no usable stamp, and is none the worse for it.
            return at;
        }
        return at;
    }

    /** Nothing; the record comes at the time of the one before, as far as can be told. */
    private static int noDelta(LogRecord line, int at) {
        line.stamp(LogRecord.Clock.DELTA, 0);
        return at;
    }

    private FrameStamps() {}
}
