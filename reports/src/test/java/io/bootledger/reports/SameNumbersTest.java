package io.bootledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.excerpt.LogExcerpt;
import io.bootledger.reports.csv.CsvReport;
import io.bootledger.reports.html.HtmlReport;
import io.bootledger.reports.html.PageFacts;
import io.bootledger.reports.json.JsonReport;
import io.bootledger.reports.table.Column;
import io.bootledger.reports.table.Column.Form;
import io.bootledger.reports.table.TableRows;
import io.bootledger.reports.text.TextReport;
import io.bootledger.reports.text.page.TextLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever reads the text, the CSV or the JSON reads the same numbers. */
class SameNumbersTest {
    /** Where JSON has what is a column of its own in tables. */
    private static final Map<String, String> PARTS = Map.of(
            "own_low_us", "/own/us_low",
            "own_high_us", "/own/us_high",
            "inside_initcall", "/inside/initcall",
            "inside_probe", "/inside/probe");

    /** Sums and the longest of the waits, of which JSON has each; CsvReportTest adds them up. */
    private static final Set<String> OF_ALL_WAITS =
            Set.of("wait_low_us", "wait_high_us", "waited_for", "wait_evidence");

    private static final Set<String> CALLED = Set.of("initcall", "probe");

    private interface Table {
        CsvReport begin(OutputStream out) throws IOException;
    }

    static List<Path> logs() throws IOException {
        return Samples.logs();
    }

    /** The terminal shows the ten largest accounts, at each of their levels; a stretch that is all of its sort by that sort's name. */
    @ParameterizedTest
    @MethodSource("logs")
    void textPageAndJsonNameTheSameCulprits(Path log) throws IOException {
        for (BootAnalysis boot : Samples.boots(log)) {
            JsonNode bill = json(boot).get("bill");
            JsonNode shown = page(boot).get("bill");
            assertThat(names(bill)).isEqualTo(names(shown).stream().limit(20).toList());
            String text = TextReport.of(boot, new TextLayout(400, false));
            assertThat(bill.valueStream()
                            .limit(3)
                            .filter(item -> CALLED.contains(item.get("account").stringValue())))
                    .allMatch(item -> text.contains(item.get("name").stringValue()));
        }
    }

    private static List<String> names(JsonNode bill) {
        if (bill.isArray()) {
            return bill.valueStream()
                    .map(item -> item.get("name").stringValue())
                    .toList();
        }
        List<String> columns =
                bill.get("columns").valueStream().map(JsonNode::stringValue).toList();
        int name = columns.indexOf("name");
        return bill.get("rows")
                .valueStream()
                .map(row -> row.get(name).stringValue())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void csvAndJsonHoldTheSameRows(Path log) throws IOException {
        for (BootAnalysis boot : Samples.boots(log)) {
            JsonNode json = json(boot);
            same(csv(boot, CsvReport::ledger), json.at("/ledger/accounts"), "account", "name", "level", "us");
            same(csv(boot, CsvReport::levels), json.get("levels"), "level", "likely", "self_us", "ledger_us");
            same(csv(boot, CsvReport::initcalls), json.get("initcalls"), inBoth(TableRows.INITCALLS));
            same(csv(boot, CsvReport::probes), json.get("probes"), inBoth(TableRows.PROBES));
            sameParts(csv(boot, CsvReport::initcalls), json.get("initcalls"), TableRows.INITCALLS);
            sameParts(csv(boot, CsvReport::probes), json.get("probes"), TableRows.PROBES);
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void thePageHoldsTheSameRows(Path log) throws IOException {
        for (BootAnalysis boot : Samples.boots(log)) {
            same(boot, "initcalls", TableRows.INITCALLS);
            same(boot, "probes", TableRows.PROBES);
        }
    }

    private static <T> void same(BootAnalysis boot, String table, TableRows<T> rows) throws IOException {
        JsonNode json = json(boot).get(table);
        JsonNode page = page(boot).get(table);
        List<String> columns = StreamSupport.stream(page.get("columns").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        for (Column<T> column : rows.in(Form.PAGE)) {
            int index = columns.indexOf(column.scriptName());
            assertThat(index).as(column.name()).isNotNegative();
            if (column.forms().contains(Form.JSON)) {
                assertThat(StreamSupport.stream(page.get("rows").spliterator(), false)
                                .map(row -> row.get(index).asString("")))
                        .as(column.name())
                        .containsExactlyElementsOf(StreamSupport.stream(json.spliterator(), false)
                                .map(row -> row.get(column.name()).asString(""))
                                .limit(page.get("rows").size())
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void theTextShowsTheLargestOfTheJson(Path log) throws IOException {
        for (BootAnalysis boot : Samples.boots(log)) {
            String text = textWithoutDoubts(boot);
            JsonNode json = json(boot);
            JsonNode total = json.at("/ledger/total_us");
            if (!total.isMissingNode()) {
                assertThat(text).contains(DurationText.exactMillis(total.asLong()) + "  100.0");
            }
            assertLargestShown(json.at("/ledger/accounts"), "us", text);
            assertLargestShown(json.get("initcalls"), "self_us", text);
            assertLargestShown(json.get("probes"), "self_us", text);
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void theSortsOfTimeInTheTextAddUpToTheTotal(Path log) throws IOException {
        for (BootAnalysis boot : Samples.boots(log)) {
            var ledger = boot.accounting().ledger();
            if (ledger != null) {
                String text = textWithoutDoubts(boot);
                List<LedgerKind> kinds = LedgerKind.of(ledger);
                assertThat(kinds.stream().mapToLong(LedgerKind::us).sum()).isEqualTo(ledger.totalUs());
                assertThat(kinds)
                        .allSatisfy(kind -> assertThat(text.lines())
                                .anyMatch(line -> line.strip().startsWith(DurationText.exactMillis(kind.us()) + " ")
                                        && line.endsWith(" " + kind.title())));
            }
        }
    }

    /** A number that doubtful clocks tell has a mark before it. */
    private static String textWithoutDoubts(BootAnalysis boot) {
        return TextReport.of(boot, new TextLayout(200, false)).replace('~', ' ');
    }

    private static void assertLargestShown(JsonNode rows, String amount, String text) {
        StreamSupport.stream(rows.spliterator(), false)
                .mapToLong(row -> row.get(amount).asLong(0))
                .max()
                .ifPresent(largest -> assertThat(text).contains(" " + DurationText.exactMillis(largest) + " "));
    }

    private static void same(List<CSVRecord> csv, JsonNode json, String... columns) {
        List<List<String>> rows = new ArrayList<>();
        json.forEach(row -> rows.add(cells(row, columns)));
        assertThat(csv)
                .extracting(record -> List.of(columns).stream().map(record::get).toList())
                .isEqualTo(rows);
    }

    private static <T> String[] inBoth(TableRows<T> rows) {
        return rows.in(Form.TABLE).stream()
                .filter(column -> column.forms().contains(Form.JSON))
                .map(Column::name)
                .toArray(String[]::new);
    }

    /** What tables have a column for is a part of something in JSON, or the sum of parts. */
    private static <T> void sameParts(List<CSVRecord> csv, JsonNode json, TableRows<T> rows) {
        List<String> columns = rows.in(Form.TABLE).stream()
                .filter(column -> !column.forms().contains(Form.JSON))
                .map(Column::name)
                .filter(name -> !OF_ALL_WAITS.contains(name))
                .toList();
        assertThat(PARTS).containsKeys(columns.toArray(String[]::new));
        for (int i = 0; i < csv.size(); i++) {
            for (String column : columns) {
                assertThat(csv.get(i).get(column))
                        .as(column)
                        .isEqualTo(json.get(i).at(PARTS.get(column)).asString(""));
            }
        }
    }

    private static List<String> cells(JsonNode row, String... columns) {
        return List.of(columns).stream()
                .map(row::get)
                .map(cell -> cell.isNull() ? "" : cell.asString())
                .toList();
    }

    private static JsonNode page(BootAnalysis boot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlReport report = new HtmlReport();
        report.add(boot, LogExcerpt.EMPTY);
        report.writeTo(out);
        return PageFacts.of(out.toString(StandardCharsets.UTF_8)).at("/boots/0");
    }

    private static JsonNode json(BootAnalysis boot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport report = JsonReport.begin(out, List.of());
        report.add(boot);
        report.end();
        return JsonMapper.shared().readTree(out.toByteArray()).at("/boots/0");
    }

    private static List<CSVRecord> csv(BootAnalysis boot, Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvReport csv = table.begin(out);
        csv.add(boot);
        csv.end();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new StringReader(out.toString(StandardCharsets.UTF_8)))
                .getRecords();
    }
}
