package io.bootledger.traces.format.frame;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the fields of dmesg's, journald's and LAVA's records mean. */
final class FieldMeaning {
    private static final Shape ISO = Shape.of("{date}T{comma}{zone}{wall}");
    private static final Shape CAPTURED = Shape.of("{date}T{clock}{zone}{host day}");
    private static final Shape CALLER = Shape.of("{caller}");
    private static final Shape FACILITY = Shape.of("{facility}");
    private static final Shape NUMBER = Shape.of("{priority}");
    private static final Shape LEVEL = Shape.of("{level}");
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(4_000_000_000L);

    /** What log stores and containers call a line. */
    private static final Set<String> LINES = Set.of(
            "log",
            "message",
            "@message",
            "line",
            "text",
            "content",
            "body",
            "_raw",
            "event",
            "data",
            "payload",
            "entry",
            "values");

    /** Whether a field may hold the line of a log, or several. */
    static boolean holdsLines(String field) {
        return LINES.contains(field.toLowerCase(Locale.ROOT));
    }

    /**
     * The lines behind the first of a text that a field holds, as log stores join them; empty where it has one, or is a message of the
     * kernel's, whose later lines are none of a log.
     */
    static List<String> linesBehind(Map<String, String> fields) {
        if (fields.containsKey("msg") || fields.containsKey("MESSAGE")) {
            return List.of();
        }
        return fields.entrySet().stream()
                .filter(field -> holdsLines(field.getKey()))
                .map(field -> field.getValue().lines().skip(1).toList())
                .filter(lines -> !lines.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Fills the record; false where the fields are not those of a log record. */
    static boolean into(LogRecord record, Map<String, String> fields, long format, Framing framing) {
        String level = fields.get("lvl");
        String captured = fields.get("msg");
        String when = fields.get("dt");
        if (level != null && captured != null && when != null) {
            message(record, captured);
            stampedByHost(record, when);
            framing.peel(record);
            record.frames |= format;
            return level.equals("target") || level.equals("feedback");
        }
        String message = fields.getOrDefault("msg", fields.get("MESSAGE"));
        if (message == null) {
            return wrapped(record, fields, format, framing);
        }
        boolean init = "systemd".equals(fields.get("SYSLOG_IDENTIFIER")) && "1".equals(fields.get("_PID"));
        stamp(record, fields);
        long nanos = record.nanos;
        LogRecord.Clock clock = record.clock;
        int priority = record.priority;
        int caller = record.callerCode;
        message(record, init ? "systemd[1]: " + message : message);
        record.stamp(clock, nanos);
        record.priority = priority;
        record.callerCode = caller;
        record.framed = true;
        record.foreign = !init
                && !"kernel"
                        .equals(fields.getOrDefault("_TRANSPORT", fields.getOrDefault("SYSLOG_IDENTIFIER", "kernel")));
        record.bootId = fields.getOrDefault("_BOOT_ID", "").hashCode();
        record.frames = format;
        return true;
    }

    /** A whole line of a log is one of the fields, as log stores and containers keep it: what has a frame of the kernel's. */
    private static boolean wrapped(LogRecord record, Map<String, String> fields, long format, Framing framing) {
        String line = null;
        for (Map.Entry<String, String> field : fields.entrySet()) {
            message(record, field.getValue());
            framing.peel(record);
            if (record.framed && record.clock == LogRecord.Clock.KERNEL) {
                record.frames |= format;
                return true;
            }
            line = line == null && holdsLines(field.getKey()) ? field.getValue() : line;
        }
        message(record, line == null ? "" : line);
        framing.peel(record);
        record.frames |= format;
        return line != null;
    }

    private static void stampedByHost(LogRecord record, String when) {
        byte[] bytes = when.getBytes(StandardCharsets.UTF_8);
        LogRecord part = new LogRecord();
        part.begin(bytes, 0, bytes.length, 0);
        CAPTURED.match(part, 0);
        record.hostStamp(part);
    }

    private static void stamp(LogRecord record, Map<String, String> fields) {
        reads(record, fields.get("caller"), CALLER);
        reads(record, fields.get("fac"), FACILITY);
        String level = fields.getOrDefault("pri", fields.get("PRIORITY"));
        if (!reads(record, level, NUMBER)) {
            reads(record, level, LEVEL);
        }
        String facility = fields.getOrDefault("SYSLOG_FACILITY", "0");
        if (facility.length() < 3 && facility.chars().allMatch(Character::isDigit) && record.priority >= 0) {
            record.priority |= Integer.parseInt("0" + facility) << 3;
        }
        String micros = fields.getOrDefault("_SOURCE_MONOTONIC_TIMESTAMP", fields.get("_SOURCE_BOOTTIME_TIMESTAMP"));
        String seconds = fields.get("time");
        record.clock = LogRecord.Clock.NONE;
        if (micros != null) {
            time(record, micros, 6);
        } else if (seconds != null && !reads(record, seconds, ISO)) {
            time(record, seconds.strip(), 0);
        }
    }

    private static void time(LogRecord record, String number, int scale) {
        try {
            BigDecimal seconds = new BigDecimal(number).movePointLeft(scale);
            if (number.length() < 24 && seconds.signum() >= 0 && seconds.compareTo(MOST_SECONDS) < 0) {
                record.stamp(LogRecord.Clock.KERNEL, seconds.multiply(NANOS).longValue());
            }
        } catch (NumberFormatException noTime) {
            record.clock = LogRecord.Clock.NONE;
        }
    }

    private static boolean reads(LogRecord record, @Nullable String text, Shape shape) {
        if (text == null) {
            return false;
        }
        LogRecord part = new LogRecord();
        part.begin(text.getBytes(StandardCharsets.UTF_8), 0, text.getBytes(StandardCharsets.UTF_8).length, 0);
        part.priority = record.priority;
        if (shape.match(part, 0) < 0) {
            return false;
        }
        record.priority = part.priority;
        record.callerCode = part.callerCode == LogRecord.NO_CALLER ? record.callerCode : part.callerCode;
        record.stamp(part.clock, part.nanos);
        return true;
    }

    /** Puts the first line of the message in the place of the log's line. */
    private static void message(LogRecord record, String message) {
        byte[] bytes = message.lines().findFirst().orElse("").getBytes(StandardCharsets.UTF_8);
        record.begin(bytes, 0, bytes.length, record.lineNumber);
    }

    private FieldMeaning() {}
}
