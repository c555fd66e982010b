package io.bootledger.reports.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.Boots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new String(JsonReport.schema(), StandardCharsets.UTF_8), InputFormat.JSON);

    @Test
    void everyBootFulfilsTheSchema() throws IOException {
        assertValid(json());
        assertValid(json(Boots.whole(), Boots.accounted(), Boots.hanging(), Boots.empty()));
    }

    @Test
    void theSchemaIsStrict() throws IOException {
        String whole = json(Boots.whole());
        assertThat(SCHEMA.validate(whole.replace("\"ordinal\": 1", "\"ordinal\": 1, \"more\": 1"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(SCHEMA.validate(whole.replace("\"ordinal\": 1, ", ""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(SCHEMA.validate(whole.replace("\"duration_us\": 524123", "\"duration_us\": 0.5"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theNamesOfTheContractAreThereInOrder() throws IOException {
        JsonNode boot = tree(json(Boots.whole())).get("boots").get(0);
        assertThat(boot.propertyNames())
                .containsSubsequence(
                        "kernel",
                        "reading",
                        "milestones",
                        "phases",
                        "levels",
                        "initcalls",
                        "blacklisted",
                        "probes",
                        "ledger",
                        "deferrals",
                        "observer",
                        "failures",
                        "advice",
                        "diagnostics");
        assertThat(boot.get("kernel").propertyNames()).containsExactly("release", "machine", "command_line");
        assertThat(boot.get("reading").propertyNames())
                .containsSubsequence(
                        "format", "lines", "recognised", "irrelevant", "malformed", "head_lost", "initcall_debug");
        assertThat(boot.get("milestones").propertyNames())
                .containsSubsequence(
                        "first_us",
                        "init_memory_freed_us",
                        "init_memory_freed_kib",
                        "init_started_us",
                        "init",
                        "panic");
        assertThat(boot.get("phases").get(0).propertyNames()).containsSubsequence("phase", "start_us", "end_us");
        assertThat(boot.get("levels").get(0).propertyNames())
                .containsSubsequence("level", "count", "duration_us", "self_us", "ledger_us", "start_us", "end_us");
        assertThat(boot.get("initcalls").get(0).propertyNames())
                .containsSubsequence(
                        "ordinal",
                        "function",
                        "symbol",
                        "module",
                        "level",
                        "level_sync",
                        "level_evidence",
                        "level_certain",
                        "pid",
                        "start_us",
                        "end_us",
                        "duration_us",
                        "self_us",
                        "duration_evidence",
                        "reported_us",
                        "return",
                        "errno",
                        "outcome",
                        "line");
        assertThat(boot.get("probes").get(0).propertyNames())
                .containsSubsequence(
                        "device", "start_us", "end_us", "duration_us", "return", "errno", "outcome", "line");
        assertThat(boot.get("probes").get(0).propertyNames()).contains("ordinal", "self_us", "inside");
        assertThat(boot.get("ledger").propertyNames())
                .containsExactly("from_us", "to_us", "total_us", "doubtful_us", "ends", "accounts");
        assertThat(boot.at("/ledger/accounts/0").propertyNames())
                .containsExactly("account", "name", "level", "evidence", "us", "doubtful_us");
        assertThat(boot.get("deferrals").get(0).propertyNames())
                .containsExactly(
                        "device",
                        "attempts",
                        "wasted_us",
                        "first_us",
                        "waited_us",
                        "bound_us",
                        "code",
                        "last_failed_us",
                        "retry_us",
                        "barrier",
                        "candidates",
                        "stated",
                        "evidence");
        assertThat(boot.get("diagnostics").get(0).propertyNames())
                .containsSubsequence("severity", "code", "line", "text");
    }

    @Test
    void adviceTellsItsGainAndItsLines() throws IOException {
        JsonNode boot = tree(json(Boots.accounted())).at("/boots/0");
        assertThat(boot.at("/advice/0/gain_us").asLong()).isEqualTo(600_000);
        assertThat(boot.at("/advice/0/lines/0").asLong()).isEqualTo(7);
        assertThat(boot.at("/advice/2/gain_us").isNull()).isTrue();
    }

    @Test
    void absentFactsAreNull() throws IOException {
        JsonNode boot = tree(json(Boots.hanging())).get("boots").get(0);
        assertThat(boot.at("/kernel/release").isNull()).isTrue();
        assertThat(boot.at("/milestones/first_us").isNull()).isTrue();
        assertThat(boot.at("/initcalls/0/return").isNull()).isTrue();
        assertThat(boot.at("/initcalls/0/level").isNull()).isTrue();
        assertThat(boot.at("/initcalls/0/outcome").asString()).isEqualTo("unfinished");
    }

    @Test
    void aRowStandsOnOneLine() throws IOException {
        assertThat(json(Boots.whole()).lines().filter(line -> line.startsWith("        {\"ordinal\": ")))
                .hasSize(5 + 3);
        assertThat(json(Boots.empty()).lines()).contains("      \"initcalls\": [],");
    }

    @Test
    void textOfALogIsEscapedAndComesBack() throws IOException {
        String name = "\u001b[2J\u202e\u009b\"</script>é\ud800\u0000" + Character.toString(0x1F600);
        String json = json(Boots.named("x", List.of(Boots.initcall(1, name, null, null, 0, 1L, 0))));
        assertThat(json).matches("(?s)[\\n\\x20-\\x7e]*");
        assertThat(tree(json).at("/boots/0/initcalls/0/function").asString()).isEqualTo(name);
    }

    @Test
    void theSameBootsGiveTheSameBytes() throws IOException {
        assertThat(json(Boots.whole())).isEqualTo(json(Boots.whole()));
    }

    @Test
    void aFullDiskIsAnIoException() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        JsonReport report = JsonReport.begin(full, List.of("a.log"));
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        report.add(Boots.whole());
                    }
                    report.end();
                })
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    private static void assertValid(String json) {
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static String json(BootAnalysis... boots) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport report = JsonReport.begin(out, List.of("a.log", "b.log"));
        for (BootAnalysis boot : boots) {
            report.add(boot);
        }
        report.end();
        return out.toString(StandardCharsets.US_ASCII);
    }
}
