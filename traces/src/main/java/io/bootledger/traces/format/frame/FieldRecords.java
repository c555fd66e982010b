package io.bootledger.traces.format.frame;

import io.bootledger.traces.format.bytes.Ascii;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records that are written as named fields: JSON of dmesg, journalctl and LAVA, in one line or over several, and
 * {@code journalctl -o export} and {@code verbose}, one field to a line. Collects the lines of a record; knows nothing of what
 * the fields mean, which is {@link FieldMeaning}'s.
 */
public final class FieldRecords {
    /** What a line turned out to be. */
    public enum Taken {
        /** None of ours. */
        TEXT,
        /** A part of a record that is not complete. */
        PART,
        /** It completes a record, which is in the log record now. */
        RECORD
    }

    private static final int MOST_COLLECTED = 1 << 20;
    private static final byte[] CURSOR = "__CURSOR=".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MESSAGE = "\"msg\"".getBytes(StandardCharsets.US_ASCII);

    private final Framing framing;
    private final ByteArrayOutputStream object = new ByteArrayOutputStream();
    private final Map<String, String> export = new LinkedHashMap<>();
    private final Deque<String> behind = new ArrayDeque<>();
    private boolean collecting;
    private boolean exporting;

    public FieldRecords(Framing framing) {
        this.framing = framing;
    }

    /** Looks at a line that no frame claims. */
    public Taken take(LogRecord line) {
        int from = Ascii.skipBlanks(line.bytes, line.lineFrom, line.to);
        if (exporting || Ascii.startsWith(line.bytes, from, line.to, CURSOR) || beginsVerbose(line)) {
            return field(line, from);
        }
        int brace = brace(line, from);
        boolean closes = collecting && from < line.to && line.bytes[from] == '}';
        if (brace >= 0 && !closes) {
            byte last = line.bytes[line.to - 1];
            int end = last == ',' || last == ']' ? line.to - 1 : line.to;
            return line.bytes[end - 1] == '}' ? whole(line, brace, end) : begin(line, brace);
        }
        return collecting ? collect(line, from) : Taken.TEXT;
    }

    /** The end of the log ends a record too. */
    public boolean end(LogRecord line) {
        return exporting && exported(line) == Taken.RECORD;
    }

    /** Puts the next line of a text of several into the record; false behind the last. */
    public boolean next(LogRecord line) {
        String next = behind.poll();
        if (next == null) {
            return false;
        }
        byte[] bytes = next.getBytes(StandardCharsets.UTF_8);
        line.begin(bytes, 0, bytes.length, line.lineNumber);
        framing.peel(line);
        line.frames |= Framing.JSON;
        return true;
    }

    /** Where an object begins: at once, or behind what SSE, JSON sequences and YAML lists put before it. */
    private static int brace(LogRecord line, int from) {
        for (int at = from; at < line.to && at < from + 7; at++) {
            if (line.bytes[at] == '{') {
                return at;
            }
        }
        return -1;
    }

    private Taken whole(LogRecord line, int brace, int end) {
        collecting = false;
        return meaning(line, JsonFields.read(line.bytes, brace, end), Framing.JSON);
    }

    private Taken begin(LogRecord line, int brace) {
        if (brace + 1 < line.to) {
            return Taken.TEXT;
        }
        collecting = true;
        object.reset();
        object.write('{');
        return Taken.PART;
    }

    private Taken collect(LogRecord line, int from) {
        byte first = from < line.to ? line.bytes[from] : 0;
        if (first == '}') {
            object.write('}');
            byte[] json = object.toByteArray();
            collecting = line.bytes[line.to - 1] == '{';
            object.reset();
            object.write('{');
            return meaning(line, JsonFields.read(json, 0, json.length), Framing.JSON);
        }
        if (first == ']' || first == 0) {
            return Taken.PART;
        }
        if (first != '"' && !Ascii.digit(first) || object.size() > MOST_COLLECTED) {
            collecting = false;
            return Taken.TEXT;
        }
        add(line, from);
        return Taken.PART;
    }

    /** Adds a field; a message ends at its first line break, since some versions put the rest of the log into it. */
    private void add(LogRecord line, int from) {
        int to = line.to;
        if (Ascii.startsWith(line.bytes, from, to, MESSAGE)) {
            for (int at = from; at + 1 < to; at++) {
                if (line.bytes[at] == '\\' && line.bytes[++at] == 'n') {
                    object.write(line.bytes, from, at - 1 - from);
                    object.write('"');
                    return;
                }
            }
        }
        object.write(line.bytes, from, to - from);
    }

    private boolean beginsVerbose(LogRecord line) {
        int to = line.to;
        if (to - line.lineFrom < 40 || line.bytes[to - 1] != ']' || !Ascii.letter(line.bytes[line.lineFrom])) {
            return false;
        }
        int bracket = Ascii.indexOf(line.bytes, line.lineFrom, to, '[');
        return bracket > 0 && bracket + 3 < to && line.bytes[bracket + 1] == 's' && line.bytes[bracket + 2] == '=';
    }

    private Taken field(LogRecord line, int from) {
        boolean header = beginsVerbose(line);
        if (header || from >= line.to) {
            Taken taken = exporting ? exported(line) : Taken.PART;
            exporting = header;
            return taken;
        }
        exporting = true;
        int equals = Ascii.indexOf(line.bytes, from, line.lineTo, '=');
        if (equals > 0 && export.size() < 256) {
            export.putIfAbsent(text(line, from, equals), text(line, equals + 1, Math.min(line.to, line.lineTo)));
        }
        return Taken.PART;
    }

    private Taken exported(LogRecord line) {
        Map<String, String> fields = Map.copyOf(export);
        export.clear();
        exporting = false;
        return fields.isEmpty() ? Taken.PART : meaning(line, fields, Framing.EXPORT);
    }

    private Taken meaning(LogRecord line, @Nullable Map<String, String> fields, long format) {
        if (fields == null) {
            return Taken.TEXT;
        }
        behind.addAll(FieldMeaning.linesBehind(fields));
        return FieldMeaning.into(line, fields, format, framing) ? Taken.RECORD : Taken.PART;
    }

    private static String text(LogRecord line, int from, int to) {
        return new String(line.bytes, from, Math.max(0, to - from), StandardCharsets.UTF_8);
    }
}
