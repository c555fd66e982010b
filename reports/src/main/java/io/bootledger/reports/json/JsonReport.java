package io.bootledger.reports.json;

import io.bootledger.analyzer.BootAnalysis;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes analyses as one JSON document, boot by boot, so that any number of boots fits. The document is pure ASCII: whatever a
 * log holds, it reaches no terminal and breaks no reader.
 */
public final class JsonReport {
    public static final String SCHEMA = "bootledger/analysis/v1";

    /** Document, boots, boot, and its objects and arrays. */
    private static final int INDENTED = 4;

    private final JsonFieldWriter fields;

    private JsonReport(JsonFieldWriter fields) {
        this.fields = fields;
    }

    /**
     * Begins a document. The stream is not closed by the report.
     *
     * @param sources names of the logs that were read
     */
    public static JsonReport begin(OutputStream out, List<String> sources) throws IOException {
        return JsonFieldWriter.writing(() -> new JsonReport(document(out, SCHEMA, sources)));
    }

    /** Writes a boot. */
    public void add(BootAnalysis boot) throws IOException {
        JsonFieldWriter.writing(() -> BootJson.write(fields, boot));
    }

    /** Ends the document. Without it the document is not whole, and no reader will take it for one. */
    public void end() throws IOException {
        JsonFieldWriter.writing(fields::end);
    }

    /** The JSON Schema (draft 2020-12) of the document. */
    public static byte[] schema() {
        return resource("analysis.schema.json");
    }

    static byte[] resource(String name) {
        try (InputStream in = JsonReport.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document with its head written, open for boots. */
    static JsonFieldWriter document(OutputStream out, String schema, List<String> sources) {
        return document(out, schema, sources, "boots");
    }

    /** A document with its head written, open for what it lists. */
    static JsonFieldWriter document(OutputStream out, String schema, List<String> sources, String list) {
        JsonFieldWriter fields = JsonFieldWriter.to(out, INDENTED);
        fields.begin();
        fields.text("schema", schema);
        fields.texts("source", sources);
        fields.beginArray(list);
        return fields;
    }
}
