package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.output.ReportDirectory;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.project.Checkout;
import io.bootledger.project.SchemasTest;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.stream.EventReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzeTest {
    private static final Path SAMPLE = Checkout.sample("amd64-6.1-cloud/dmesg.txt");
    private static final Path OTHER = Checkout.sample("i386-6.12-caller/dmesg.txt");

    @TempDir
    Path directory;

    @Test
    void aSecondFileTellsOfFirmwareAndUserSpace(@TempDir Path place) throws IOException {
        Path said = Files.writeString(place.resolve("said.txt"), """
                Startup finished in 14.007s (firmware) + 1.401s (loader) + 6.117s (kernel) + 26.187s (userspace) = 47.713s
                5.120s dev-sda1.device
                 345ms ssh.service
                """);

        Run run = Run.bootledger("analyze", SAMPLE, "--with", said);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("47712.000 ms = firmware 14007.000 + loader 1401.000 + kernel ")
                .contains("Beside the log: " + said, "5120.000  dev-sda1.device");
        String json =
                Run.bootledger("analyze", SAMPLE, "--with", said, "--json", "-").out();
        SchemasTest.thenFulfils("analysis.schema.json", json);
        assertThat(Run.bootledger("explain", SAMPLE, "axis_ledger").exitCode()).isZero();

        Files.writeString(said, "Startup finished in 1.117s (kernel) + 26.187s (userspace) = 27.304s\n");
        assertThat(Run.bootledger("analyze", SAMPLE, "--with", said).out())
                .contains("That is of another boot")
                .doesNotContain(" ms = kernel 3655.568 + ");

        Run nothing = Run.bootledger("analyze", SAMPLE, "--with", SAMPLE);
        assertThat(nothing.exitCode()).isEqualTo(3);
        assertThat(nothing.err()).contains("nothing of it is read: give what systemd-analyze says");
        assertThat(Run.bootledger("analyze", SAMPLE, OTHER, "--with", said).exitCode())
                .isEqualTo(2);
    }

    @Test
    void theSummaryGoesToTheTerminal() {
        Run run = Run.bootledger("analyze", SAMPLE);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("6.1.0-50-cloud-amd64", "crypto_kdf108_init")
                .doesNotContain("\u001b");
    }

    @Test
    void standardInputIsALogLikeAnyOther() throws IOException {
        try (InputStream in = Files.newInputStream(SAMPLE)) {
            Run run = Run.with(in, Map.of(), "analyze", "-");
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("standard input");
            assertThat(run.out().lines().filter(line -> !line.contains("standard input")))
                    .containsExactlyElementsOf(Run.bootledger("analyze", SAMPLE)
                            .out()
                            .lines()
                            .filter(line -> !line.contains("dmesg.txt"))
                            .toList());
        }
    }

    @Test
    void aReportHasAllItsFiles() throws IOException {
        Path report = directory.resolve("a/b/report");
        Run run = Run.bootledger("analyze", SAMPLE, "--out", report);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(files(report).keySet()).containsExactlyInAnyOrderElementsOf(ReportDirectory.FILES);
        assertThat(files(report).values()).allSatisfy(bytes -> assertThat(bytes).isNotEmpty());
        assertThat(files(report.getParent()).keySet()).allMatch(name -> name.startsWith("report/"));
    }

    @Test
    void aLogWithoutTimeStampsHasNoPictureOfItsLedger() throws IOException {
        Path log = Files.writeString(directory.resolve("bare.log"), """
                calling  pcifixup_init+0x0/0x10 @ 1
                initcall pcifixup_init+0x0/0x10 returned 0 after 12 usecs
                """);
        Path report = directory.resolve("report");
        assertThat(Run.bootledger("analyze", log, "--out", report).err()).isEmpty();
        assertThat(files(report).keySet()).contains("levels.png", "ledger.csv").doesNotContain("ledger.png");
    }

    @Test
    void aReportReplacesAnEarlierOne() throws IOException {
        Path report = directory.resolve("report");
        Run.bootledger("analyze", SAMPLE, OTHER, "--out", report);
        assertThat(Run.bootledger("analyze", SAMPLE, "--out", report).exitCode())
                .isZero();
        assertThat(files(report).keySet()).containsExactlyInAnyOrderElementsOf(ReportDirectory.FILES);
        assertThat(files(directory).keySet()).allMatch(name -> name.startsWith("report/"));
    }

    @Test
    void severalBootsHaveAFolderEach() throws IOException {
        Path report = directory.resolve("report");
        assertThat(Run.bootledger("analyze", SAMPLE, OTHER, "--out", report).exitCode())
                .isZero();
        List<String> expected = new ArrayList<>(List.of("index.html", "analysis.json"));
        ReportDirectory.FILES.forEach(file -> {
            expected.add("1-dmesg.txt/" + file);
            expected.add("2-dmesg.txt/" + file);
        });
        assertThat(files(report).keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Files.readString(report.resolve("analysis.json")))
                .isEqualTo(
                        Run.bootledger("analyze", SAMPLE, OTHER, "--json", "-").out());
    }

    @Test
    void severalBootsAreALineEachAndATableOverAll() throws IOException {
        Path twice = directory.resolve("twice.log");
        Files.write(twice, Files.readAllBytes(SAMPLE));
        Files.write(twice, Files.readAllBytes(SAMPLE), java.nio.file.StandardOpenOption.APPEND);
        Run run = Run.with(InputStream.nullInputStream(), Map.of("COLUMNS", "300"), "analyze", twice, OTHER);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().filter(line -> line.startsWith(twice.toString())))
                .hasSize(2);
        assertThat(run.out()).contains("3 boots");
    }

    @Test
    void theEventsLeadToTheSameAnalysis() throws IOException {
        Path report = directory.resolve("report");
        Run.bootledger("analyze", SAMPLE, "--out", report);
        List<RecordedEvent> events = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(report.resolve("events.jsonl.gz")))) {
            EventReader.read(in, events::add);
        }
        assertThat(events).hasSizeGreaterThan(1_000);
        assertThat(events.get(events.size() - 1).event()).isInstanceOf(BootRecorded.class);
        assertThat(events).allSatisfy(event -> assertThat(event.sequence()).isEqualTo(events.indexOf(event)));
    }

    /** Without options none are read. */
    @ParameterizedTest
    @ValueSource(strings = {"amd64-6.1-cloud/dmesg.txt", "panic-initcall/console.log", "no such log", ""})
    void logsAloneAreTakenAsThoseBehindOptions(String log) {
        Object path = log.contains("/") ? Checkout.sample(log) : log;
        assertThat(Run.bootledger("analyze", path))
                .usingRecursiveComparison()
                .isEqualTo(Run.bootledger("analyze", "--", path));
    }

    @Test
    void quietPrintsNothing() {
        Run run = Run.bootledger("analyze", SAMPLE, "--quiet");
        assertThat(run).isEqualTo(new Run(0, run.outBytes(), ""));
        assertThat(run.out()).isEmpty();
    }

    @Test
    void textComesOnTopWhenAskedFor() {
        Run run = Run.bootledger("analyze", SAMPLE, "--json", directory.resolve("boot.json"), "--text");
        assertThat(run.out()).isEqualTo(Run.bootledger("analyze", SAMPLE).out());
        assertThat(directory.resolve("boot.json")).content().contains("bootledger/analysis/v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amd64-6.1-cloud/dmesg.txt",
                "amd64-6.1-cloud/console.log.gz",
                "amd64-6.1-cloud/trace.txt.gz",
                "i386-6.12-caller/kmsg.txt.gz",
                "killed-early/console.log",
                "earlyprintk/console.log.gz",
            })
    void jsonDoesNotDependOnWhatElseIsWritten(String sample) {
        Path log = Checkout.sample(sample);
        Path report = directory.resolve("report");
        assertThat(Run.bootledger("analyze", log, "--json", "-", "--out", report)
                        .out())
                .isEqualTo(Run.bootledger("analyze", log, "--json", "-").out());
    }

    @Test
    void symbolsTellTheLevels() {
        Path symbols = Checkout.sample("amd64-6.1-cloud/kallsyms-initcalls.txt");
        Run run = Run.bootledger("analyze", SAMPLE, "--symbols", symbols, "--json", "-");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\"level_evidence\": \"symbols\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "tr-TR", "th-TH-u-ca-buddhist-nu-thai"})
    void theSameLogGivesTheSameBytesEverywhere(String language) throws IOException {
        Map<String, byte[]> here = report("here");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            Map<String, byte[]> there = report("there");
            assertThat(there.keySet()).isEqualTo(here.keySet());
            here.forEach((name, bytes) -> assertThat(there.get(name)).as(name).isEqualTo(bytes));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        assertThat(terminal(Map.of()).colours()).isTrue();
        assertThat(terminal(Map.of("NO_COLOR", "1")).colours()).isFalse();
        assertThat(terminal(Map.of("TERM", "dumb")).colours()).isFalse();
        assertThat(terminal(Map.of("COLUMNS", "132")).columns()).isEqualTo(132);
        assertThat(terminal(Map.of("COLUMNS", "wide")).columns()).isEqualTo(100);
    }

    @Test
    void helpShowsExamplesAndTheVersionIsKnown() {
        assertThat(Run.bootledger("help", "analyze").out()).contains("Examples:", "initcall_debug", "Exit codes:");
        assertThat(Run.bootledger("--help").out()).contains("analyze");
        assertThat(Run.bootledger("--version").out()).matches("(?s)bootledger \\d+\\.\\d+\\.\\d+.*");
    }

    private static Surroundings terminal(Map<String, String> environment) {
        return new Surroundings(InputStream.nullInputStream(), System.out, System.err, environment, true, true);
    }

    private Map<String, byte[]> report(String name) throws IOException {
        Path report = directory.resolve(name);
        Run run = Run.bootledger("analyze", SAMPLE, "--out", report, "--text");
        Map<String, byte[]> files = files(report);
        files.put("standard output", run.outBytes());
        return files;
    }

    private static Map<String, byte[]> files(Path directory) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                files.put(directory.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    @Test
    void theHeadlineOfACutLogNamesTheCallWholeHoweverLongItIs() throws IOException {
        byte[] log = Files.readAllBytes(SAMPLE);
        Path cut = Files.write(directory.resolve("cut.log"), Arrays.copyOf(log, 50_000));
        String said = Run.bootledger("analyze", cut).out().replaceAll("\n +", " ");
        assertThat(said)
                .contains(
                        "=> cut while hpet_late_init ran, before init; the log ends in mid-line, it was cut off; the boot is known"
                                + " for 1.037 s; 243 initcalls");
    }

    @Test
    void helpAndDocsTellOfEveryFileOfAReport() {
        String help = Run.bootledger("analyze", "--help").out().replaceAll("\\s+", " ");
        String docs = Checkout.text("docs/output.md");
        assertThat(ReportDirectory.FILES).allSatisfy(file -> {
            assertThat(help).contains(file);
            assertThat(docs).contains("`" + file + "`");
        });
    }
}
