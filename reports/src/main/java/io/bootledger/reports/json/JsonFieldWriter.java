package io.bootledger.reports.json;

import io.bootledger.reports.table.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Writes named values; an absent one is written as null, never left out. The document is pure ASCII. What the stream refuses is
 * thrown as a {@link JacksonIOException}, which {@link #writing} unwraps.
 */
public final class JsonFieldWriter {
    /** What people skim of a document: its own fields, and those of each row. */
    private static final int INDENTED = 2;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final JsonGenerator json;

    private JsonFieldWriter(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Begins a document. The stream is not closed with it.
     *
     * @param indented how many levels of objects and arrays are indented; what is deeper stands on one line
     */
    public static JsonFieldWriter to(OutputStream out, int indented) {
        return new JsonFieldWriter(FACTORY.createGenerator(new RowPerLineContext(new RowPerLine(indented)), out));
    }

    private static final class RowPerLineContext extends ObjectWriteContext.Base {
        private final PrettyPrinter printer;

        RowPerLineContext(PrettyPrinter printer) {
            this.printer = printer;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    /**
     * A whole document as text.
     *
     * @param schema its {@code schema}, the first field
     */
    public static String document(String schema, Consumer<JsonFieldWriter> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonFieldWriter fields = to(out, INDENTED);
        fields.begin();
        fields.text("schema", schema);
        content.accept(fields);
        fields.endObject();
        return out.toString(StandardCharsets.US_ASCII);
    }

    /** Runs something that writes fields. */
    public static void writing(Runnable content) throws IOException {
        writing(() -> {
            content.run();
            return null;
        });
    }

    /** Makes something by writing fields. */
    public static <T extends @Nullable Object> T writing(Supplier<T> content) throws IOException {
        try {
            return content.get();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    public void begin() {
        json.writeStartObject();
    }

    public void beginArray(String name) {
        json.writeName(name).writeStartArray();
    }

    public void endArray() {
        json.writeEndArray();
    }

    /** Ends the array and the object that are open, and with them the document. */
    public void end() {
        endArray();
        endObject();
    }

    /** Ends the object that is open, and with it the document. */
    public void endObject() {
        json.writeEndObject().writeRaw('\n');
        json.close();
    }

    public void text(String name, @Nullable Object value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    public void number(String name, @Nullable Number value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value.longValue());
        }
    }

    /** A probability or another number that is no whole one. */
    public void real(String name, @Nullable Double value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value.doubleValue());
        }
    }

    public void flag(String name, @Nullable Boolean value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeBoolean(value);
        }
    }

    /** A number, a flag, or text. */
    public void value(String name, @Nullable Object value) {
        if (value instanceof BigDecimal exact) {
            json.writeName(name).writeNumber(exact);
        } else if (value instanceof Long whole) {
            number(name, whole);
        } else if (value instanceof Boolean flag) {
            flag(name, flag);
        } else {
            text(name, value);
        }
    }

    /** The facts of a row, by their names. */
    <T> void columns(List<Column<T>> columns, T row) {
        for (Column<T> column : columns) {
            Object value = column.of(row);
            if (column.type() == Long.class) {
                number(column.name(), (Number) value);
            } else if (column.type() == Boolean.class) {
                flag(column.name(), (Boolean) value);
            } else {
                text(column.name(), value);
            }
        }
    }

    public void texts(String name, List<String> values) {
        beginArray(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    void numbers(String name, List<? extends @Nullable Long> values) {
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

    public void object(String name, Runnable content) {
        json.writeName(name);
        row(content);
    }

    public <T> void object(String name, @Nullable T value, Consumer<T> content) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            row(() -> content.accept(value));
        }
    }

    public <T> void rows(String name, List<T> values, Consumer<T> content) {
        beginArray(name);
        values.forEach(value -> row(() -> content.accept(value)));
        json.writeEndArray();
    }

    public void row(Runnable content) {
        json.writeStartObject();
        content.run();
        json.writeEndObject();
    }
}
