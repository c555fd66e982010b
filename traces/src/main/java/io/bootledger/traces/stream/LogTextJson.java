package io.bootledger.traces.stream;

import io.bootledger.traces.event.LogText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Log text as a JSON string where its bytes are UTF-8, else as {@code {"latin1": "..."}}: a log's bytes must come back as they
 * were, whatever a noisy serial line made of them.
 */
final class LogTextJson {
    private static final String LATIN1 = "latin1";

    static final class Writer extends StdSerializer<LogText> {
        Writer() {
            super(LogText.class);
        }

        @Override
        public void serialize(LogText text, JsonGenerator json, SerializationContext context) {
            write(text, json);
        }
    }

    static void write(LogText text, JsonGenerator json) {
        byte[] bytes = text.toBytes();
        if (isAscii(bytes)) {
            json.writeUTF8String(bytes, 0, bytes.length);
            return;
        }
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        if (Arrays.equals(utf8.getBytes(StandardCharsets.UTF_8), bytes)) {
            json.writeString(utf8);
        } else {
            json.writeStartObject();
            json.writeStringProperty(LATIN1, new String(bytes, StandardCharsets.ISO_8859_1));
            json.writeEndObject();
        }
    }

    /** As nearly all text is: a tenth of the time of writing a boot. */
    private static boolean isAscii(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    static final class Reader extends StdDeserializer<LogText> {
        Reader() {
            super(LogText.class);
        }

        @Override
        public LogText deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                return LogText.of(json.getString());
            }
            if (json.nextName() == null
                    || !json.currentName().equals(LATIN1)
                    || json.nextToken() != JsonToken.VALUE_STRING) {
                return context.reportInputMismatch(LogText.class, "log text is neither a string nor {\"latin1\": ...}");
            }
            byte[] bytes = json.getString().getBytes(StandardCharsets.ISO_8859_1);
            if (json.nextToken() != JsonToken.END_OBJECT) {
                return context.reportInputMismatch(LogText.class, "something follows the latin1 of a log text");
            }
            return LogText.copyOf(bytes, 0, bytes.length);
        }
    }

    private LogTextJson() {}
}
