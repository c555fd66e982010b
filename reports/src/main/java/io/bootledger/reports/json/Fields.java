package io.bootledger.reports.json;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes named values; an absent one is written as null, never left out. */
final class Fields {
    private final JsonGenerator json;

    Fields(JsonGenerator json) {
        this.json = json;
    }

    void begin() {
        json.writeStartObject();
    }

    void beginArray(String name) {
        json.writeName(name).writeStartArray();
    }

    /** Ends the array and the object that are open, and with them the document. */
    void end() {
        json.writeEndArray();
        endObject();
    }

    /** Ends the object that is open, and with it the document. */
    void endObject() {
        json.writeEndObject().writeRaw('\n');
        json.close();
    }

    void text(String name, @Nullable Object value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    void number(String name, @Nullable Number value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value.longValue());
        }
    }

    /** A probability or another number that is no whole one. */
    void real(String name, double value) {
        json.writeName(name).writeNumber(value);
    }

    void flag(String name, @Nullable Boolean value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeBoolean(value);
        }
    }

    void texts(String name, List<String> values) {
        beginArray(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    void numbers(String name, List<@Nullable Long> values) {
        beginArray(name);
        for (Long value : values) {
            if (value == null) {
                json.writeNull();
            } else {
                json.writeNumber(value.longValue());
            }
        }
        json.writeEndArray();
    }

    void object(String name, Runnable content) {
        json.writeName(name);
        row(content);
    }

    <T> void object(String name, @Nullable T value, Consumer<T> content) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            row(() -> content.accept(value));
        }
    }

    <T> void rows(String name, List<T> values, Consumer<T> content) {
        beginArray(name);
        values.forEach(value -> row(() -> content.accept(value)));
        json.writeEndArray();
    }

    void row(Runnable content) {
        json.writeStartObject();
        content.run();
        json.writeEndObject();
    }
}
