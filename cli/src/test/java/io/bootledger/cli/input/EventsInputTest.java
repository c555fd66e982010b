package io.bootledger.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.PackedPage;
import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stream of events is read wherever a log is. */
class EventsInputTest {
    private static final Path SAMPLE = Checkout.sample("amd64-6.1-cloud/dmesg.txt");

    @TempDir
    Path directory;

    /** A kmsg says all that the events do: dmesg leaves out who printed a line, and how loud. */
    @ParameterizedTest
    @ValueSource(strings = {"desktop", "arm-board", "cloud-vm", "deferral-maze"})
    void simulatedEventsSayWhatTheSimulatedLogSays(String scenario) {
        String events = simulatedAndAnalysed(scenario, "events");
        assertThat(events).contains("\"format\": \"simulated\"");
        assertThat(simulatedAndAnalysed(scenario, "dmesg")).isEqualTo(events);
        assertThat(simulatedAndAnalysed(scenario, "kmsg")).isEqualTo(events);
    }

    /** The lines beside a failure are chosen by priority, which dmesg does not print. */
    @Test
    void whatDmesgCannotCarryIsWhichLinesAreErrors() {
        String events = simulatedAndAnalysed("failing-boot", "events");
        String dmesg = simulatedAndAnalysed("failing-boot", "dmesg");
        assertThat(dmesg).isNotEqualTo(events);
        assertThat(withoutNearby(dmesg)).isEqualTo(withoutNearby(events));
    }

    /** A record of several lines is one line of kmsg, so lines have other numbers. */
    @Test
    void kmsgCarriesEveryFailure() {
        assertThat(failures("kmsg")).isEqualTo(failures("events")).contains("module led");
    }

    private static List<String> failures(String form) {
        JsonNode failures = JsonMapper.shared()
                .readTree(simulatedAndAnalysed("failing-boot", form))
                .at("/boots/0/failures");
        return failures.values().stream()
                .map(failure -> failure.get("kind").asString() + " "
                        + failure.get("name").asString())
                .toList();
    }

    private static String withoutNearby(String json) {
        return json.replaceAll("\"nearby\": \\[.*?\\]\\}", "");
    }

    private static String simulatedAndAnalysed(String scenario, String form) {
        Run simulated = Run.bootledger("simulate", scenario, "--as", form);
        Run analysed =
                Run.with(new ByteArrayInputStream(simulated.outBytes()), Map.of(), "analyze", "-", "--json", "-");
        assertThat(analysed.exitCode()).isZero();
        return analysed.out()
                .replaceAll("\"format\": \"(dmesg|dmesg\\+caller|kmsg|kmsg\\+caller)\"", "\"format\": \"simulated\"");
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Checkout.path("traces/samples"))) {
            return files
                    .filter(file -> file.getFileName().toString().matches("(dmesg|kmsg|console|trace)\\..*"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theEventsOfALogAreAnalysedAsTheLogIs(Path log) throws IOException {
        Path events = directory.resolve("events.jsonl");
        Run exported = Run.bootledger("export", log, "--as", "jsonl", "--out", events);
        assertThat(exported.exitCode()).isZero();
        for (String form : new String[] {"--json=-", "--text"}) {
            assertThat(Run.bootledger("analyze", events, form).out().replace(events.toString(), "LOG"))
                    .isEqualTo(Run.bootledger("analyze", log, form).out().replace(log.toString(), "LOG"));
        }
    }

    @Test
    void aReportIsMadeOfTheEventsOfAReport() throws IOException {
        Path report = directory.resolve("report");
        Path again = directory.resolve("again");
        // The page's script names the file as well.
        Path events = directory.resolve("of-a-boot.jsonl.gz");
        assertThat(Run.bootledger("analyze", SAMPLE, "--out", report).exitCode())
                .isZero();
        Files.move(report.resolve("events.jsonl.gz"), events);
        assertThat(Run.bootledger("analyze", events, "--out", again).exitCode()).isZero();
        for (String file : new String[] {"analysis.json", "initcalls.csv", "probes.csv", "ledger.csv", "index.html"}) {
            assertThat(withoutName(again.resolve(file), events))
                    .as(file)
                    .isEqualTo(withoutName(report.resolve(file), SAMPLE));
        }
    }

    /** The page has the name alone. */
    private static String withoutName(Path file, Path log) throws IOException {
        String text = file.toString().endsWith(".html") ? PackedPage.read(file) : Files.readString(file);
        return text.replace(log.toString(), "LOG").replace(log.getFileName().toString(), "LOG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "levels LOG",
                "levels LOG --csv -",
                "replay LOG --until 0.95s",
                "explain LOG acpi_init",
                "export LOG --as chrome",
                "export LOG --as csv",
                "simulate --like LOG",
                "compare LOG LOG --json -",
            })
    void everyCommandThatTakesALogTakesEvents(String command) throws IOException {
        Path events = Files.write(directory.resolve("log"), exported(SAMPLE));
        Path log = Files.copy(
                SAMPLE, Files.createDirectory(directory.resolve("plain")).resolve("log"));
        Run ofLog =
                Run.bootledger((Object[]) command.replace("LOG", log.toString()).split(" "));
        Run ofEvents = Run.bootledger(
                (Object[]) command.replace("LOG", events.toString()).split(" "));
        assertThat(ofLog.exitCode()).isZero();
        assertThat(ofEvents.err()).isEqualTo(ofLog.err());
        assertThat(ofEvents.out().replace(events.toString(), "LOG"))
                .isEqualTo(ofLog.out().replace(log.toString(), "LOG"));
    }

    @Test
    void theGateJudgesEvents() {
        boots("base", 1);
        boots("new", 6);
        Run judged = Run.bootledger(
                "gate",
                "--baseline",
                directory.resolve("base/*.jsonl"),
                "--candidate",
                directory.resolve("new/*.jsonl"));
        assertThat(judged.exitCode()).isZero();
        assertThat(judged.out()).startsWith("OK total ").contains("n=5+5");
    }

    private void boots(String side, int seed) {
        Run.bootledger(
                "simulate",
                "arm-board",
                "--boots",
                "5",
                "--seed",
                seed,
                "--as",
                "events",
                "--out",
                directory.resolve(side));
    }

    @Test
    void aBootIsTheSameInTheStoreWhetherItCameAsLogOrAsEvents() throws IOException {
        Path store = directory.resolve("store");
        String added = Run.bootledger("ingest", SAMPLE, "--store", store).out();
        Run events = Run.with(new ByteArrayInputStream(exported(SAMPLE)), Map.of(), "ingest", "-", "--store", store);
        assertThat(added).contains("  added  ");
        assertThat(events.out())
                .isEqualTo(added.replace("added", "already there").replace(SAMPLE.toString(), "standard input"));
    }

    @Test
    void severalBootsOfOneStreamAreSeveral() {
        Run simulated = Run.bootledger("simulate", "cloud-vm", "--boots", "3", "--as", "events");
        Run analysed =
                Run.with(new ByteArrayInputStream(simulated.outBytes()), Map.of(), "analyze", "-", "--json", "-");
        assertThat(analysed.out().split("\"kernel\": \\{")).hasSize(4);
        assertThat(analysed.out()).contains("boot 3 of this log");
    }

    @Test
    void hostileEventsAreRefusedWithASentence() {
        String events = Run.bootledger("simulate", "cloud-vm", "--as", "events").out();
        Run forged = analysed(events.replaceFirst("\"sequence\":6,", "\"sequence\":7,"));
        assertThat(forged.exitCode()).isEqualTo(3);
        assertThat(forged.err())
                .hasLineCount(1)
                .contains(
                        "standard input: it cannot be read: events line 8 is damaged: its sequence number is 7, and 6 comes next");
        Run newer = analysed(events.replaceFirst("events/v1", "events/v2"));
        assertThat(newer.exitCode()).isEqualTo(3);
        assertThat(newer.err()).hasLineCount(1).contains("use a newer one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "line":7,      | "line":-7,                  | line 8 of the events is damaged: its line number is negative: -7
            "line":7,      | "line":9223372036854775807, | line 8 of the events is damaged: its line cannot be 9223372036854775807
            "function":    | "functions":                | is damaged: it lacks event.symbol.function
            "lines":       | "lines":9,"was":            | is damaged: its counts of lines do not add up
            "log":         | "events":9,"log":           | the header of the events counts 9, and there are
            """)
    void aDamagedLineIsCountedAndSaid(String written, String forged, String why) throws IOException {
        String events = Run.bootledger("simulate", "cloud-vm", "--as", "events").out();
        Path file = Files.writeString(directory.resolve("forged"), events.replaceFirst(written, forged));
        Run analysed = Run.bootledger("analyze", file, "--json", "-");
        assertThat(analysed.err()).isEmpty();
        assertThat(analysed.exitCode()).isZero();
        assertThat(analysed.out()).contains("\"malformed\": 1", why);
        for (String command : List.of(
                "compare LOG LOG",
                "gate --baseline LOG --candidate LOG",
                "replay LOG",
                "export LOG --as csv",
                "ingest LOG")) {
            String[] words = (command.replace("LOG", file.toString())
                            + (command.startsWith("ingest") ? " --store " + directory.resolve("store") : ""))
                    .split(" ");
            Run run = Run.bootledger((Object[]) words);
            assertThat(run.exitCode()).as("%s: %s", command, run.err()).isIn(0, 3);
        }
    }

    @Test
    void eventsThatBreakOffAreReadAsFarAsTheyGo() {
        String events = Run.bootledger("simulate", "cloud-vm", "--as", "events").out();
        Run cut = analysed(events.substring(0, events.length() / 2));
        assertThat(cut.exitCode()).isZero();
        assertThat(cut.out()).contains("log-cut", "the events end in line ", " bytes are there");
    }

    @Test
    void eventsOfTheFutureAreNamedAndNotKeptInPart() {
        String newer = Run.bootledger("simulate", "cloud-vm", "--as", "events")
                .out()
                .replace("clocksource_switched", "reactor_started");
        Run analysed = analysed(newer);
        assertThat(analysed.exitCode()).isZero();
        assertThat(analysed.err())
                .contains("standard input: a newer Bootledger wrote events that this one passes over: reactor_started");
        Path store = directory.resolve("store");
        Run kept = Run.with(Run.bytes(newer), Map.of(), "ingest", "-", "--store", store);
        assertThat(kept.exitCode()).isEqualTo(3);
        assertThat(kept.err()).hasLineCount(1).contains("does not know, and would lose: reactor_started");
        assertThat(Run.bootledger("store", "list", "--store", store).out()).doesNotContain("cloud");
    }

    private static Run analysed(String events) {
        return Run.with(Run.bytes(events), Map.of(), "analyze", "-", "--json", "-");
    }

    private static byte[] exported(Path log) {
        return Run.bootledger("export", log, "--as", "jsonl").outBytes();
    }
}
