package io.bootledger.traces.format.frame;

import io.bootledger.traces.format.bytes.Ascii;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON object of plain fields into text. */
public final class JsonFields {
    private static final int DEEPEST = 8;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The fields, or null where the bytes are no object. */
    static @Nullable Map<String, String> read(byte[] bytes, int from, int to) {
        try {
            JsonNode object = MAPPER.readTree(bytes, from, to - from);
            if (object == null || !object.isObject()) {
                return null;
            }
            Map<String, String> fields = new LinkedHashMap<>();
            add(object, DEEPEST, fields);
            return fields;
        } catch (JacksonException noJson) {
            return null;
        }
    }

    /** Takes the escapes out of a message that is a JSON string's; the line stays as it stands. */
    public static void unescape(LogRecord record) {
        if (Ascii.indexOf(record.bytes, record.from, record.to, '\\') < 0) {
            return;
        }
        String quoted =
                '"' + new String(record.bytes, record.from, record.to - record.from, StandardCharsets.UTF_8) + '"';
        try {
            byte[] text = MAPPER.readTree(quoted).asString("").getBytes(StandardCharsets.UTF_8);
            int line = record.lineTo - record.lineFrom;
            byte[] both = new byte[line + text.length + Long.BYTES * 2];
            System.arraycopy(record.bytes, record.lineFrom, both, 0, line);
            System.arraycopy(text, 0, both, line, text.length);
            record.bytes = both;
            record.lineFrom = 0;
            record.lineTo = line;
            record.from = line;
            record.to = line + text.length;
        } catch (JacksonException noJson) {
            // It stays as it is.
        }
    }

    /** Fields of objects inside come with their own names, behind those outside. */
    private static void add(JsonNode object, int deepest, Map<String, String> fields) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!isOfObjects(field.getValue())) {
                fields.putIfAbsent(field.getKey(), text(field.getKey(), field.getValue()));
            }
        }
        for (JsonNode field : object) {
            if (isOfObjects(field) && deepest > 0) {
                add(field.isObject() ? field : field.get(0), deepest - 1, fields);
            }
        }
    }

    /** An object, or an array that holds one and no other. */
    private static boolean isOfObjects(JsonNode value) {
        return value.isObject()
                || value.isArray() && value.size() == 1 && value.get(0).isObject();
    }

    /**
     * journalctl writes text that is not UTF-8 as an array of bytes, and a field that occurs twice as an array of texts; a field of lines
     * may hold each as a text of its own.
     */
    private static String text(String field, JsonNode value) {
        if (!value.isArray()) {
            return value.isNumber() ? value.decimalValue().toPlainString() : value.asString("");
        }
        if (!value.isEmpty() && value.get(0).isArray()) {
            return lines(value);
        }
        if (FieldMeaning.holdsLines(field) && !value.isEmpty() && value.get(0).isString()) {
            return value.valueStream().map(line -> line.asString("")).collect(Collectors.joining("\n"));
        }
        if (value.isEmpty() || value.get(0).isString()) {
            return value.isEmpty() ? "" : value.get(0).asString("");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (JsonNode b : value) {
            bytes.write(b.asInt(0));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Loki's {@code values}: pairs of a time in nanoseconds and a line, the newest first unless asked otherwise. */
    private static String lines(JsonNode pairs) {
        List<String> lines = new ArrayList<>();
        for (JsonNode pair : pairs) {
            lines.add(pair.path(pair.size() - 1).asString(""));
        }
        if (pairs.get(0)
                        .path(0)
                        .asString("")
                        .compareTo(pairs.get(pairs.size() - 1).path(0).asString(""))
                > 0) {
            Collections.reverse(lines);
        }
        return String.join("\n", lines);
    }

    private JsonFields() {}
}
