package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.explain.Answer;
import io.bootledger.analyzer.explain.Answers;
import io.bootledger.analyzer.explain.Explanation;
import io.bootledger.analyzer.explain.Figure;
import io.bootledger.analyzer.explain.LogEventsProjection;
import io.bootledger.analyzer.explain.Subject;
import io.bootledger.analyzer.explain.Summand;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.cli.input.AnalysisRun;
import io.bootledger.cli.input.Asked;
import io.bootledger.cli.input.Replay;
import io.bootledger.project.Checkout;
import io.bootledger.reports.json.JsonReport;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every number of a report is explained: by the same number, by parts that add up to it, and by lines of the log. */
class ExplainRowsTest {
    @TempDir
    Path directory;

    private static final Path SAMPLE = Checkout.sample("amd64-6.1-cloud/dmesg.txt");

    /** The tables of analysis.json, or objects that are one row, and what their rows are called; initcalls are told on their own. */
    private static final Map<String, Subject> TABLES = Map.ofEntries(
            Map.entry("reading", Subject.READING),
            Map.entry("phases", Subject.PHASE),
            Map.entry("axis", Subject.STAGE),
            Map.entry("axis_ledger", Subject.AXIS_LEDGER),
            Map.entry("host_clock", Subject.HOST_CLOCK),
            Map.entry("startup_finished", Subject.STARTUP_FINISHED),
            Map.entry("second_files", Subject.SECOND_FILE),
            Map.entry("levels", Subject.LEVEL),
            Map.entry("blacklisted", Subject.BLACKLISTED),
            Map.entry("probes", Subject.PROBE),
            Map.entry("async_calls", Subject.ASYNC),
            Map.entry("doubtful_stretches", Subject.DOUBT),
            Map.entry("ledger", Subject.LEDGER),
            Map.entry("subsystems", Subject.SUBSYSTEM),
            Map.entry("owners", Subject.OWNER),
            Map.entry("deferrals", Subject.DEFERRAL),
            Map.entry("gaps", Subject.GAP),
            Map.entry("critical_path", Subject.PATH),
            Map.entry("whatif", Subject.WHATIF),
            Map.entry("observer", Subject.OBSERVER),
            Map.entry("trace", Subject.TRACE),
            Map.entry("function_graph", Subject.FUNCTION_GRAPH),
            Map.entry("failures", Subject.FAILURE),
            Map.entry("advice", Subject.ADVICE),
            Map.entry("diagnostics", Subject.DIAGNOSTIC));

    /** Numbers that count or measure nothing: they name a row, a task or a line. */
    private static final Set<String> NAMING = Set.of("ordinal", "pid", "cookie", "line");

    /** A boot of a sample log, and what the commands make of it. */
    private record Sample(BootAnalysis boot, List<RecordedEvent> events, List<Answer> rows, JsonNode json) {
        static Sample of(Path log) throws IOException {
            Replay replay = new Replay(null, AnalysisOptions.LOG_ONLY);
            LogEventsProjection events = new LogEventsProjection();
            var fold = replay.boot(log.toString(), 1);
            try (LogSource source = AnalysisRun.open(log.toString(), InputStream.nullInputStream())) {
                TraceReader.read(source, ReadingOptions.EVERYTHING, event -> {
                    events.apply(event);
                    fold.accept(event);
                });
            }
            BootAnalysis boot = replay.boot();
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            JsonReport report = JsonReport.begin(json, List.of(boot.source()));
            report.add(boot);
            report.end();
            JsonNode written = JsonMapper.shared().readTree(json.toByteArray()).at("/boots/0");
            return new Sample(boot, events.view(), Answers.of(boot, events.view()), written);
        }

        Answer row(Predicate<Answer> wanted) {
            return rows.stream().filter(wanted).findFirst().orElseThrow();
        }
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
    void everyNumberOfEveryTableIsExplained(Path log) throws IOException {
        Sample sample = Sample.of(log);
        for (Map.Entry<String, JsonNode> table : sample.json().properties()) {
            switch (table.getKey()) {
                case "source", "kernel", "answer" -> {}
                case "bill" -> thenTheBillIsOfAccounts(table.getValue(), sample);
                case "initcalls" -> thenInitcallsAreExplained(sample);
                case "milestones" -> thenMilestonesAreExplained(table.getValue(), sample);
                default -> {
                    assertThat(TABLES).containsKey(table.getKey());
                    thenRowsAreExplained(table.getValue(), TABLES.get(table.getKey()), sample);
                }
            }
        }
        thenRowsAreExplained(sample.json().at("/ledger/accounts"), Subject.ACCOUNT, sample);
        thenRowsAreFoundByNameAndPosition(sample);
    }

    /** Each account is explained below. */
    private static void thenTheBillIsOfAccounts(JsonNode bill, Sample sample) {
        for (JsonNode item : bill) {
            long booked = sample.json()
                    .at("/ledger/accounts")
                    .valueStream()
                    .filter(account -> account.get("account").equals(item.get("account"))
                            && account.get("name").equals(item.get("name")))
                    .mapToLong(account -> account.get("us").longValue())
                    .sum();
            assertThat(item.get("us").longValue()).as(item.toString()).isEqualTo(booked);
        }
    }

    private static void thenRowsAreFoundByNameAndPosition(Sample sample) {
        for (Answer row : sample.rows()) {
            assertThat(row.figures()).isNotEmpty();
            row.figures().forEach(ExplainRowsTest::thenAddsUp);
            assertThat(row.lines().isEmpty()).isEqualTo(row.whyNoLines() != null);
            String position = row.subject() + " " + row.ordinal();
            assertThat(found(row.words(), sample).contains(row)).as(row.words()).isTrue();
            assertThat(found(position, sample).contains(row)).as(position).isTrue();
        }
    }

    private static List<Answer> found(String words, Sample sample) {
        return Asked.find(sample.boot(), sample.rows(), List.of(words)).answers();
    }

    private static void thenRowsAreExplained(JsonNode table, Subject subject, Sample sample) {
        List<JsonNode> rows =
                table.isArray() ? new ArrayList<>(table.values()) : table.isNull() ? List.of() : List.of(table);
        for (int i = 0; i < rows.size(); i++) {
            int ordinal = i + 1;
            Answer answer = sample.row(row -> row.subject() == subject && row.ordinal() == ordinal);
            for (Map.Entry<String, JsonNode> field : rows.get(i).properties()) {
                if (isNumber(field)) {
                    thenSays(answer, field.getKey(), field.getValue());
                }
            }
            JsonNode line = rows.get(i).get("line");
            assertThat(line == null || line.asLong(0) == 0 || answer.lines().contains(line.asLong()))
                    .isTrue();
            JsonNode doubt = rows.get(i).get("doubt");
            assertThat(answer.doubt() == null ? null : answer.doubt().toString())
                    .isEqualTo(doubt == null || doubt.isNull() ? reasonOf(rows.get(i)) : doubt.asString());
        }
    }

    /** A stretch in doubt has its reason. */
    private static String reasonOf(JsonNode row) {
        return row.has("reason") ? row.get("reason").asString() : null;
    }

    private static boolean isNumber(Map.Entry<String, JsonNode> field) {
        return field.getValue().isNumber() && !NAMING.contains(field.getKey());
    }

    private static void thenMilestonesAreExplained(JsonNode milestones, Sample sample) {
        for (Map.Entry<String, JsonNode> field : milestones.properties()) {
            if (isNumber(field)) {
                Answer answer = sample.row(
                        row -> row.subject() == Subject.MILESTONE && row.name().equals(field.getKey()));
                thenSays(answer, field.getKey(), field.getValue());
                assertThat(answer.lines()).as(field.getKey()).isNotEmpty();
            }
        }
    }

    private static void thenSays(Answer answer, String name, JsonNode value) {
        assertThat(answer.figures())
                .as("%s of %s", name, answer.words())
                .filteredOn(figure -> figure.name().equals(name))
                .singleElement()
                .extracting(Figure::value)
                .isEqualTo(value.asLong());
    }

    private static void thenAddsUp(Figure figure) {
        assertThat(figure.rule()).isNotBlank();
        if (!figure.parts().isEmpty()) {
            assertThat(figure.parts().stream().mapToLong(Summand::value).sum()).isEqualTo(figure.value());
        }
    }

    private static void thenInitcallsAreExplained(Sample sample) {
        JsonNode rows = sample.json().get("initcalls");
        for (Initcall call : sample.boot().timeline().initcalls()) {
            JsonNode row = rows.get(call.ordinal() - 1);
            Explanation explained = Explanation.of(sample.boot(), call, sample.events());
            assertThat(number(explained.call().durationUs()))
                    .isEqualTo(row.get("duration_us").toString());
            assertThat(number(explained.selfUs())).isEqualTo(row.get("self_us").toString());
            assertThat(String.valueOf(explained.doubt()))
                    .isEqualTo(row.get("doubt").asString("null"));
            assertThat(explained.reported() == null)
                    .isEqualTo(row.get("reported_us").isNull());
            assertThat(explained.events())
                    .extracting(event -> event.origin().line())
                    .contains(row.get("line").asLong());
        }
    }

    private static String number(Long value) {
        return String.valueOf(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            between levels            | ledger between levels, in
            level device              | level device, in
            level:device              | level device, in
            device                    | level device, in
            phase write_protect       | phase write protection, in
            phase:until init runs     | phase until init runs, in
            account until init runs   | account until init runs, in
            milestone init_started_us | milestone init_started_us, in
            initcall acpi_init        | acpi_init, initcall 201 of 677 in
            init_cifs [cifs]          | init_cifs [cifs], initcall
            observer                  | observer printing, in
            reading                   | reading lines, in
            """)
    void rowsAreNamedAsTheReportPrintsThem(String row, String heading) {
        Run run = Run.bootledger("explain", SAMPLE, row);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith(heading);
        List<Object> words = new ArrayList<>(List.of("explain", SAMPLE));
        words.addAll(List.of(row.split(" ")));
        assertThat(Run.bootledger(words.toArray()).out()).isEqualTo(run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            write protection | write protection is the name of several rows: say 'phase write protection' or 'ledger write protection'
            failures         | say which failure: 'failure
            Slowest probes   | say which probe: 'probe
            xyzzy            | no row of the report is called xyzzy: give another row as the report prints it; a word alone lists
            ' '              | say what to explain: an initcall, as in acpi_init, or another row
            acpi_init_x      | did you mean acpi_init,
            levle device     | no row of the report is called levle device: did you mean
            level devise     | no level is called devise: did you mean 'level device'
            level            | say which level: 'level console', 'level early', 'level pure'
            async            | this boot has no async
            failure 99       | no failure is called 99: say which failure
            deferral x       | this boot has no deferral
            """)
    void whatIsAmbiguousOrUnknownIsSaidWithTheWordsToUse(String row, String sentence) {
        Run run = Run.bootledger("explain", SAMPLE, row);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains(sentence);
    }

    @Test
    void anAccountLeadsToTheLinesBetweenWhichItsTimePassed() {
        JsonNode answer = answer(SAMPLE, "account", "acpi_init");
        assertThat(figure(answer, "us").at("/parts/0").toString())
                .isEqualTo("{\"what\":\"between line 585 and line 648\",\"value\":88265,\"lines\":[585,648]}");
        assertThat(answer.at("/events/0/text").asString()).contains("calling  acpi_init");
        assertThat(answer.at("/events/1/text").asString()).contains("initcall acpi_init");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            acpi_init    | in doubt   the kernel does not trust its counter
            level subsys | those of these self times that stamps in doubt tell
            ledger total | how much of it is told by stamps in doubt
            doubt 1      | it shows that the kernel does not trust its counter
            """)
    void whatIsInDoubtIsSaid(String row, String words) {
        assertThat(Run.bootledger("explain", SAMPLE, row).out()).contains(words);
    }

    @Test
    void aProbeByStampsInDoubtSaysSo() {
        Path log = Checkout.sample("asyncprobe/dmesg.txt.gz");
        assertThat(Run.bootledger("explain", log, "probe reg-dummy").out())
                .contains("in doubt  the kernel does not trust its counter");
    }

    @Test
    void anInitcallThatWasSkippedLeadsToTheLineThatSaysSo() {
        Path log = Checkout.sample("panic-initcall/console.log");
        assertThat(Run.bootledger("explain", log, "pci_driver_init").out())
                .startsWith("blacklisted pci_driver_init, in ")
                .contains("  352  ");
    }

    @Test
    void anOrdinaryMessageIsShownWithItsText() {
        JsonNode answer = answer(SAMPLE, "reading", "lines");
        assertThat(answer.at("/events/0/line").asLong()).isEqualTo(1);
        assertThat(answer.at("/events/1/type").asString()).isEqualTo("message_logged");
        assertThat(answer.at("/events/1/text").asString()).startsWith("[");
    }

    @Test
    void hostileNamesAreEscaped() throws IOException {
        Path log = Files.writeString(
                directory.resolve("hostile.log"),
                "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n"
                        + "[    0.100000] calling  a\033[2Jx+0x0/0x10 @ 1\n"
                        + "[    0.200000] initcall a\033[2Jx+0x0/0x10 returned -22 after 100 usecs\n");
        for (String row : List.of("failure 1", "account 1", "account 2", "subsystem 1", "failure x", "failure")) {
            Run shown = Run.bootledger("explain", log, row);
            assertThat(shown.out() + shown.err()).isNotEmpty().doesNotContain("\033");
        }
    }

    private static JsonNode figure(JsonNode answer, String name) {
        for (JsonNode figure : answer.get("figures")) {
            if (figure.get("name").asString().equals(name)) {
                return figure;
            }
        }
        throw new AssertionError("no " + name + " in " + answer);
    }

    private static JsonNode answer(Path log, String subject, String name) {
        Run run = Run.bootledger("explain", log, subject, name, "--json", "-");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(run.out()).at("/answers/0");
    }
}
