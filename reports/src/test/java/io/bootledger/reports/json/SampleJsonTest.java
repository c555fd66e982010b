package io.bootledger.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleJsonTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new String(JsonReport.schema(), StandardCharsets.UTF_8), InputFormat.JSON);

    static List<Path> logs() throws IOException {
        return Samples.logs();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void everyRealBootFulfilsTheSchemaAndItsBooksBalance(Path log) throws IOException {
        String json = json(log);
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
        for (JsonNode boot : JsonMapper.shared().readTree(json).get("boots")) {
            balances(boot.get("ledger"));
            multiplies(boot.get("observer"));
            boot.get("probes").forEach(probe -> lastedInside(probe, boot));
        }
    }

    private static void balances(JsonNode ledger) {
        if (ledger.isNull()) {
            return;
        }
        long booked = StreamSupport.stream(ledger.get("accounts").spliterator(), false)
                .mapToLong(account -> account.get("us").asLong())
                .sum();
        assertThat(booked)
                .isEqualTo(ledger.get("total_us").asLong())
                .isEqualTo(ledger.get("to_us").asLong() - ledger.get("from_us").asLong());
    }

    private static void multiplies(JsonNode observer) {
        if (!observer.isNull()) {
            long bytes = observer.get("printed_bytes").asLong();
            assertThat(observer.get("cost_us").asLong())
                    .isEqualTo(observer.get("ns_per_byte").asLong() * bytes / 1_000)
                    .isBetween(
                            observer.get("low_cost_us").asLong(),
                            observer.get("high_cost_us").asLong());
        }
    }

    /** A probe names what it ran inside by an ordinal that is there, and that ended no earlier. */
    private static void lastedInside(JsonNode probe, JsonNode boot) {
        JsonNode inside = probe.get("inside");
        if (inside.isNull()) {
            return;
        }
        String kind = inside.get("initcall").isNull() ? "probe" : "initcall";
        int ordinal = inside.get(kind).asInt();
        JsonNode outer = boot.get(kind + "s").get(ordinal - 1);
        assertThat(outer.get("ordinal").asInt()).isEqualTo(ordinal);
        JsonNode end = kind.equals("probe") ? outer.get("line") : outer.get("end_line");
        assertThat(end.isNull() || end.asLong() > probe.get("line").asLong()).isTrue();
    }

    private static String json(Path log) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport report = JsonReport.begin(out, List.of(log.toString()));
        for (BootAnalysis boot : Samples.boots(log)) {
            report.add(boot);
        }
        report.end();
        return out.toString(StandardCharsets.US_ASCII);
    }
}
