package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.population.Spread;
import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Path> LOGS = List.of(
            Checkout.sample("amd64-6.1-cloud/dmesg.txt"),
            Checkout.sample("amd64-7.2-cloud/dmesg.txt"),
            Checkout.sample("i386-6.12-caller/dmesg.txt"),
            Checkout.sample("killed-early/console.log"),
            Checkout.sample("smallbuf/dmesg.txt.zst"),
            Checkout.sample("ci/baseline/01.dmesg.xz"),
            Checkout.sample("ci/baseline/02.dmesg.xz"),
            Checkout.sample("ci/candidate/02.dmesg.xz"));

    @TempDir
    Path directory;

    @Test
    void initcallsAreCountedAsTheAnalysesOfTheLogsTell() {
        Map<List<String>, List<Long>> durations = new HashMap<>();
        Map<List<String>, Integer> boots = new HashMap<>();
        for (JsonNode boot : analyses()) {
            Map<List<String>, Integer> seen = new HashMap<>();
            for (JsonNode call : boot.get("initcalls")) {
                List<String> name = List.of(
                        call.get("function").asString(), call.get("module").asString(""));
                int occurrence = seen.merge(name, 1, Integer::sum);
                List<String> key = List.of(name.get(0), name.get(1), Integer.toString(occurrence));
                boots.merge(key, 1, Integer::sum);
                durations.computeIfAbsent(key, unseen -> new ArrayList<>());
                if (!call.get("duration_us").isNull()) {
                    durations.get(key).add(call.get("duration_us").asLong());
                }
            }
        }
        JsonNode stats = statsOfAll();
        assertThat(stats.get("initcalls")).hasSameSizeAs(durations.keySet());
        for (JsonNode row : stats.get("initcalls")) {
            List<String> key = List.of(
                    row.get("function").asString(),
                    row.get("module").asString(""),
                    row.get("occurrence").asString());
            assertThat(row.get("boots").asInt()).as("%s", key).isEqualTo(boots.get(key));
            assertThat(spread(row.get("duration"))).as("%s", key).isEqualTo(spread(durations.get(key)));
        }
    }

    @Test
    void thePageHasEveryBootOfTheStore() throws IOException {
        Path html = directory.resolve("boots.html");
        Path store = directory.resolve("store");
        Run.bootledger("ingest", LOGS.get(0), LOGS.get(1), LOGS.get(3), "--store", store);

        assertThat(Run.bootledger("stats", "--store", store, "--html", html).exitCode())
                .isZero();

        String page = Files.readString(html);
        assertThat(PackedPage.read(html))
                .contains("\"store\":\"store\"", "no sign of init", "[\"phase\",\"until_init\",")
                .containsPattern("\"id\":\"[0-9a-f]{12}\",\"source\":\"dmesg.txt\"");
        Run.bootledger("stats", "--store", store, "--html", html);
        assertThat(html).hasContent(page);
    }

    @Test
    void failuresAreCountedAsTheAnalysesOfTheLogsTell() {
        Map<String, Integer> expected = new HashMap<>();
        for (JsonNode boot : analyses()) {
            boot.get("failures")
                    .valueStream()
                    .filter(failure -> !failure.get("severity").asString().equals("absent"))
                    .map(failure -> failure.get("kind").asString()
                            + failure.get("name").asString()
                            + failure.get("module").asString("")
                            + failure.get("errno")
                                    .asString(failure.get("return").asString("")))
                    .distinct()
                    .forEach(failure -> expected.merge(failure, 1, Integer::sum));
        }
        Map<String, Integer> counted = new HashMap<>();
        for (JsonNode failure : statsOfAll().get("failures")) {
            counted.put(
                    failure.get("kind").asString()
                            + failure.get("name").asString()
                            + failure.get("module").asString("")
                            + failure.get("error").asString(""),
                    failure.get("boots").asInt());
        }
        assertThat(counted).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void totalsAreThoseOfTheCompleteBoots() {
        List<Long> totals = new ArrayList<>();
        for (JsonNode boot : analyses()) {
            JsonNode milestones = boot.get("milestones");
            boolean lost = boot.get("diagnostics")
                    .valueStream()
                    .anyMatch(each -> each.get("code").asString().equals("head-lost"));
            if (!milestones.get("handover_us").isNull() && !lost) {
                totals.add(milestones.get("handover_us").asLong()
                        - milestones.get("first_us").asLong());
            }
        }
        JsonNode stats = statsOfAll();
        assertThat(stats.get("boots").asInt()).isEqualTo(LOGS.size());
        assertThat(stats.get("complete").asInt()).isEqualTo(LOGS.size() - 2);
        assertThat(spread(stats.get("total"))).isEqualTo(spread(totals));
    }

    @Test
    void theOrderOfIngestChangesNothing() {
        LOGS.forEach(log -> bootledger("ingest", log));
        String forward = bootledger("stats", "--json", "-").out();
        Path other = directory.resolve("other");
        for (int i = LOGS.size() - 1; i >= 0; i--) {
            Run.bootledger("ingest", LOGS.get(i), "--store", other);
            Run.bootledger("stats", "--store", other);
        }
        assertThat(Run.bootledger("stats", "--json", "-", "--store", other).out())
                .isEqualTo(forward);
    }

    @Test
    void aSecondRunReadsOnlyWhatIsNew() throws IOException {
        bootledger("ingest", LOGS.get(0), LOGS.get(1));
        bootledger("stats");
        try (Stream<Path> segments = Files.list(store().resolve("boots"))) {
            for (Path segment : segments.toList()) {
                FileTime written = Files.getLastModifiedTime(segment);
                Files.write(segment, new byte[(int) Files.size(segment)]);
                Files.setLastModifiedTime(segment, written);
            }
        }
        bootledger("ingest", LOGS.get(2));
        Run again = bootledger("stats");
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).startsWith("3 boots of 3 kernels\n");
        assertThat(again.exitCode()).isZero();
    }

    @Test
    void aDamagedBootIsNamedAndTheOthersAreCounted() throws IOException {
        bootledger("ingest", LOGS.get(0), LOGS.get(1));
        try (Stream<Path> segments = Files.list(store().resolve("boots"))) {
            Files.writeString(segments.findFirst().orElseThrow(), "broken");
        }
        Run stats = bootledger("stats");
        assertThat(stats.out()).startsWith("1 boot of 1 kernel\n");
        assertThat(stats.err()).hasLineCount(1).contains("see bootledger store check");
        assertThat(stats.exitCode()).isEqualTo(3);
    }

    @Test
    void aStoreThatCannotBeWrittenIsCountedAllTheSame() throws IOException {
        bootledger("ingest", LOGS.get(0));
        Files.writeString(store().resolve("views"), "a file where a folder should be");
        Run stats = bootledger("stats");
        assertThat(stats.out()).startsWith("1 boot of 1 kernel\n");
        assertThat(stats.err()).hasLineCount(1).contains("read all the same, and again next time");
        assertThat(stats.exitCode()).isZero();
    }

    @Test
    void theSelectedBootsAreCounted() {
        bootledger("ingest", LOGS.get(0), "--tag", "board=x");
        bootledger("ingest", LOGS.get(1));
        assertThat(bootledger("stats", "--where", "tag.board=x").out()).startsWith("1 boot of 1 kernel\n");
        assertThat(bootledger("stats", "--where", "kernel=*cloud*").out()).startsWith("2 boots of 2 kernels\n");
        assertThat(bootledger("stats", "--where", "kernel=*cloud*", "--where", "tag.board=x", "--by", "kernel")
                        .out())
                .startsWith("1 boot of 1 kernel\n")
                .contains("6.1.0-50-cloud-amd64")
                .doesNotContain("acpi_init");
    }

    @ParameterizedTest
    @CsvSource({
        "--where kernel=9*, 3, none of its 1 boots has kernel=9*",
        "--where kernal=6*, 2, 'kernal: there is no such key, only kernel, machine, log and tag.NAME'",
        "--where kernel, 2, write it as key=value",
        "--top 0, 2, at least one row",
        "--by module, 2, --by",
        "--json - --csv -, 2, would both go to standard output",
        "--csv missing/directory/x.csv, 3, its directory does not exist",
    })
    void whatCannotBeDoneIsExplained(String options, int exitCode, String sentence) {
        bootledger("ingest", LOGS.get(0));
        Run stats = bootledger(
                Stream.concat(Stream.of("stats"), Stream.of(options.split(" "))).toArray());
        assertThat(stats.err()).startsWith("bootledger: ").contains(sentence).doesNotContain("Exception");
        assertThat(stats.out()).isEmpty();
        assertThat(stats.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void anEmptyStoreSaysSo() throws IOException {
        Files.createDirectories(store().resolve("boots"));
        Run stats = bootledger("stats");
        assertThat(stats.err()).hasLineCount(1).contains("no boot that can be read: bootledger ingest LOG");
        assertThat(stats.exitCode()).isEqualTo(3);
    }

    @Test
    void filesAndStandardOutputTellTheSame() throws IOException {
        bootledger("ingest", LOGS.get(0));
        Path csv = directory.resolve("levels.csv");
        Run both = bootledger("stats", "--by", "level", "--csv", csv, "--json", "-");
        assertThat(both.out()).isEqualTo(bootledger("stats", "--json", "-").out());
        assertThat(csv)
                .hasContent(bootledger("stats", "--by", "level", "--csv", "-").out());
    }

    @Test
    void helpIsThere() {
        assertThat(Run.bootledger("stats", "--help").out()).contains("Usage: bootledger stats", "Examples:");
    }

    private JsonNode statsOfAll() {
        LOGS.forEach(log -> bootledger("ingest", log));
        return JSON.readTree(bootledger("stats", "--json", "-").out());
    }

    private static List<JsonNode> analyses() {
        return LOGS.stream()
                .map(log -> JSON.readTree(
                                Run.bootledger("analyze", log, "--json", "-").out())
                        .get("boots")
                        .get(0))
                .toList();
    }

    private static Spread spread(List<Long> values) {
        return Spread.of(values.stream().mapToLong(Long::longValue).toArray());
    }

    private static Spread spread(JsonNode row) {
        return row.isNull()
                ? null
                : new Spread(
                        row.get("timed").asInt(),
                        row.get("min_us").asLong(),
                        row.get("median_us").asLong(),
                        row.get("p95_us").asLong(),
                        row.get("max_us").asLong(),
                        row.get("cv_permille").isNull()
                                ? null
                                : row.get("cv_permille").asLong());
    }

    private Path store() {
        return directory.resolve("store");
    }

    private Run bootledger(Object... words) {
        return Run.bootledger(
                Stream.concat(Stream.of(words), Stream.of("--store", store())).toArray());
    }
}
