package io.bootledger.reports.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/** A layout that people can diff and grep: a boot is indented, and each initcall, probe or failure stands on one line. */
final class RowPerLine implements PrettyPrinter {
    private final int indented;
    private int depth;

    /** @param indented so many levels have lines of their own; what is deeper stays on its line */
    RowPerLine(int indented) {
        this.indented = indented;
    }

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
        boolean open = depth-- <= indented;
        if (open && entries > 0) {
            newLine(json);
        }
        json.writeRaw(bracket);
    }

    private void next(JsonGenerator json) {
        if (depth > indented) {
            json.writeRaw(' ');
        } else {
            newLine(json);
        }
    }

    private void newLine(JsonGenerator json) {
        if (depth <= indented) {
            json.writeRaw('\n');
            json.writeRaw("  ".repeat(depth));
        }
    }
}
