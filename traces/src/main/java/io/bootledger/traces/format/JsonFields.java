package io.bootledger.traces.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON object of plain fields into text. */
final class JsonFields {
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

    /** Fields of objects inside come with their own names, behind those outside. */
    private static void add(JsonNode object, int deepest, Map<String, String> fields) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!field.getValue().isObject()) {
                fields.putIfAbsent(field.getKey(), text(field.getValue()));
            }
        }
        for (JsonNode field : object) {
            if (field.isObject() && deepest > 0) {
                add(field, deepest - 1, fields);
            }
        }
    }

    /** journalctl writes text that is not UTF-8 as an array of bytes, and a field that occurs twice as an array of texts. */
    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.isNumber() ? value.decimalValue().toPlainString() : value.asString("");
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

    private JsonFields() {}
}
