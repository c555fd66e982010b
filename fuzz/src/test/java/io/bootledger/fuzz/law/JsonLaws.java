package io.bootledger.fuzz.law;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds of JSON. */
public final class JsonLaws {
    private static final Path DOCS = Path.of(System.getProperty("bootledger.checkout", ".."), "docs");
    private static final Map<String, Schema> SCHEMAS = schemas();

    /** It is JSON, and pure ASCII. */
    public static JsonNode parsed(byte[] document) {
        for (byte each : document) {
            Law.holds(each >= ' ' || each == '\n', () -> "JSON holds the byte " + each);
        }
        try {
            return JsonMapper.shared().readTree(document);
        } catch (JacksonException wrong) {
            throw new AssertionError("no JSON: " + wrong.getOriginalMessage(), wrong);
        }
    }

    /** It is what the schema says whose name it bears. */
    public static void schema(JsonNode document) {
        String name = document.path("schema").asString("");
        Schema schema = SCHEMAS.get(name);
        Law.holds(schema != null, () -> "no schema in docs/ is called \"" + name + "\"");
        List<?> errors = schema.validate(document.toString(), InputFormat.JSON);
        Law.holds(errors.isEmpty(), () -> name + " is not fulfilled: " + errors.get(0));
    }

    /** It says the numbers of the boots. */
    public static void tells(JsonNode document, List<BootAnalysis> boots) {
        Law.holds(
                document.get("boots").size() == boots.size(), () -> "JSON does not tell of " + boots.size() + " boots");
        for (int at = 0; at < boots.size(); at++) {
            tells(document.get("boots").get(at), boots.get(at));
        }
    }

    private static void tells(JsonNode json, BootAnalysis boot) {
        same(json, "/reading/lines", boot.reading().lines());
        same(json, "/reading/malformed", boot.reading().malformed());
        size(json, "initcalls", boot.timeline().initcalls());
        size(json, "probes", boot.timeline().probes());
        size(json, "levels", boot.levels());
        size(json, "phases", boot.phases());
        size(json, "failures", boot.failures());
        size(json, "diagnostics", boot.diagnostics());
        size(json, "advice", boot.advice());
        Ledger ledger = boot.accounting().ledger();
        if (ledger != null) {
            same(json, "/ledger/total_us", ledger.totalUs());
            long sum = 0;
            for (JsonNode account : json.at("/ledger/accounts")) {
                sum += account.get("us").longValue();
            }
            long added = sum;
            Law.holds(added == ledger.totalUs(), () -> "the accounts in JSON add up to " + added);
        }
    }

    private static void same(JsonNode json, String pointer, long value) {
        Law.holds(json.at(pointer).longValue() == value, () -> pointer + " is not " + value);
    }

    private static void size(JsonNode json, String name, List<?> rows) {
        Law.holds(
                json.get(name).size() == rows.size(),
                () -> json.get(name).size() + " " + name + " in JSON, and not " + rows.size());
    }

    private static Map<String, Schema> schemas() {
        Map<String, Schema> schemas = new HashMap<>();
        try (Stream<Path> docs = Files.list(DOCS)) {
            for (Path file :
                    docs.filter(doc -> doc.toString().endsWith(".schema.json")).toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                JsonNode name = JsonMapper.shared().readTree(text).at("/properties/schema/const");
                if (name.isString()) {
                    schemas.put(
                            name.asString(),
                            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                    .getSchema(text, InputFormat.JSON));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return schemas;
    }

    private JsonLaws() {}
}
