package io.bootledger.reports.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/** A layout that people can diff and grep: a boot is indented, and each initcall, probe or failure stands on one line. */
final class RowPerLine implements PrettyPrinter {
    /** Document, boots, boot, and its objects and arrays; what is deeper stays on its line. */
    private static final int INDENTED = 4;

    private int depth;

    @Override
    public void writeStartObject(JsonGenerator json) {
        json.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        newLine(json);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        json.writeRaw(',');
        next(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        close(json, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        json.writeRaw('[');
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        newLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(',');
        next(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        close(json, values, ']');
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        json.writeRaw('\n');
    }

    private void close(JsonGenerator json, int entries, char bracket) {
        boolean indented = depth-- <= INDENTED;
        if (indented && entries > 0) {
            newLine(json);
        }
        json.writeRaw(bracket);
    }

    private void next(JsonGenerator json) {
        if (depth > INDENTED) {
            json.writeRaw(' ');
        } else {
            newLine(json);
        }
    }

    private void newLine(JsonGenerator json) {
        if (depth <= INDENTED) {
            json.writeRaw('\n');
            json.writeRaw("  ".repeat(depth));
        }
    }
}
