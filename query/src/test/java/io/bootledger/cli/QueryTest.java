package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.process.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command with its engine, over boots of real machines. */
class QueryTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("bootledger.checkout", ".."));
    private static final Path SAMPLE = CHECKOUT.resolve("traces/samples/amd64-6.1-cloud/dmesg.txt");
    private static final Path OTHER = CHECKOUT.resolve("traces/samples/i386-6.12-caller/dmesg.txt");

    @TempDir
    static Path directory;

    private record Answer(int exitCode, String out, String err) {}

    /** A test that adds a boot takes it out again. */
    @BeforeAll
    static void twoBoots() {
        run("ingest", SAMPLE, OTHER, "--tag", "board=x");
    }

    static Stream<String> documentedQueries() throws IOException {
        return Pattern.compile("(?m)^    bootledger query \"([^\"]+)\"$")
                .matcher(Files.readString(CHECKOUT.resolve("docs/query.md")))
                .results()
                .map(query -> query.group(1));
    }

    @ParameterizedTest
    @MethodSource("documentedQueries")
    void theDocumentedQueriesHaveAnAnswer(String sql) {
        Answer answer = query(sql);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out().lines()).hasSizeGreaterThan(1);
    }

    @Test
    void theDocumentedColumnsAreThose() throws IOException {
        String document = Files.readString(CHECKOUT.resolve("docs/query.md"));
        List<String> tables = query("SELECT table_name FROM duckdb_tables() ORDER BY 1", "--csv")
                .out()
                .lines()
                .skip(1)
                .toList();
        assertThat(tables).hasSize(11);
        for (String table : tables) {
            String columns = query("SELECT column_name FROM (DESCRIBE " + table + ")", "--csv")
                    .out()
                    .lines()
                    .skip(1)
                    .map(column -> "`" + column + "`")
                    .reduce("", (all, column) -> all + (all.isEmpty() ? "" : ", ") + column);
            assertThat(document).contains("| `" + table + "` | " + columns + " |");
        }
    }

    @Test
    void theTablesHoldTheNumbersOfTheAnalysis() {
        String rows = query(
                        "SELECT i.* EXCLUDE boot FROM initcalls i JOIN boots USING (boot) ORDER BY log, ordinal",
                        "--csv")
                .out();
        String csv = run("export", SAMPLE, OTHER, "--as", "csv").out();
        assertThat(rows.lines().toList())
                .isEqualTo(csv.lines()
                        .map(line -> line.replaceFirst("^(\"[^\"]*\"|[^,]*),[^,]*,", ""))
                        .toList());
    }

    @Test
    void aParquetFileHoldsTheSameSums() throws Exception {
        Path file = directory.resolve("boots.parquet");
        assertThat(run("export", SAMPLE, OTHER, "--as", "parquet", "--out", file)
                        .err())
                .isEmpty();
        String sums =
                "SELECT count(*), sum(duration_us), sum(self_us), sum(end_us - start_us), count(\"return\") FROM ";
        assertThat(ofDuckDb(sums + "'" + file + "'"))
                .isEqualTo(query(sums + "initcalls", "--csv")
                        .out()
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow());
        assertThat(ofDuckDb("SELECT count(DISTINCT source), min(boot), max(boot) FROM '" + file + "'"))
                .isEqualTo("2,1,2");
    }

    @Test
    void whatIsUnknownIsNull() {
        assertThat(query(
                                "SELECT boot FROM initcalls WHERE module IS NULL AND duration_us = 0 AND start_us IS NULL",
                                "--csv")
                        .out())
                .isEqualTo("boot\n");
        assertThat(query("SELECT NULL AS a, 1.5 AS b, true AS c, 'x' AS a", "--json")
                        .out())
                .isEqualTo("{\n  \"rows\": [\n    {\"a\": null, \"b\": 1.5, \"c\": true, \"a_2\": \"x\"}\n  ]\n}\n");
    }

    @Test
    void newBootsAppearAndForgottenOnesGo() {
        assertThat(boots()).isEqualTo(2);
        run("ingest", CHECKOUT.resolve("traces/samples/killed-early/console.log"));
        assertThat(boots()).isEqualTo(3);
        String gone = query("SELECT boot FROM boots WHERE log LIKE '%killed-early%'", "--csv")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        run("forget", gone);
        assertThat(boots()).isEqualTo(2);
        assertThat(query("SELECT count(*) AS n FROM events WHERE boot = '" + gone + "'", "--csv")
                        .out())
                .isEqualTo("n\n0\n");
    }

    @Test
    void aBootThatIsDamagedSinceItWasReadIsNamedAndInNoTable() throws IOException {
        run("ingest", CHECKOUT.resolve("traces/samples/killed-early/console.log"));
        String boot = query("SELECT boot FROM boots WHERE log LIKE '%killed-early%'", "--csv")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        try (Stream<Path> files = Files.list(directory.resolve("store/boots"))) {
            Path file = files.filter(each -> each.getFileName().toString().startsWith(boot))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(file, "garbage");
        }
        Answer left = query("SELECT count(*) AS n FROM boots", "--csv");
        assertThat(left.out()).isEqualTo("n\n2\n");
        assertThat(left.err()).contains("boot " + boot, "see bootledger store check");
        assertThat(left.exitCode()).isEqualTo(3);
        run("store", "check");
        assertThat(boots()).isEqualTo(2);
    }

    @Test
    void theTablesMayBeDeletedOrDamagedAtAnyTime() throws IOException {
        String before = query("FROM initcalls ORDER BY ALL", "--csv").out();
        Path views = directory.resolve("store/views");
        Files.writeString(views.resolve("tables-v2.duckdb"), "no database");
        Files.delete(views.resolve("tables-v2.duckdb.boots"));
        Answer again = query("FROM initcalls ORDER BY ALL", "--csv");
        assertThat(again.out()).isEqualTo(before);
        assertThat(again.err()).contains("made anew");
        Files.delete(views.resolve("tables-v2.duckdb"));
        assertThat(query("FROM initcalls ORDER BY ALL", "--csv").out()).isEqualTo(before);
        assertThat(views).isDirectoryNotContaining("glob:**.part*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('%s/kept.csv')",
                "SELECT * FROM '%s/kept.csv'",
                "SELECT * FROM glob('%s/*')",
                "SELECT content FROM read_text('%s/kept.csv')",
                "COPY boots TO '%s/evil.csv'",
                "EXPORT DATABASE '%s/evil'",
                "ATTACH '%s/evil.duckdb'",
                "INSTALL httpfs",
                "LOAD '%s/evil.duckdb_extension'",
                "SET enable_external_access = true",
                "SET memory_limit = '64GB'",
                "RESET lock_configuration",
                "SELECT 1; DROP TABLE boots",
                "CREATE TABLE evil (a INTEGER)",
                "DELETE FROM boots",
                "SELECT getenv('HOME')",
                "SELEC 1",
                "SELECT '\u001b[31m'::INTEGER",
                "",
            })
    void aQueryCannotReachOutsideAndIsRefusedInOneSentence(String sql) throws IOException {
        Files.writeString(directory.resolve("kept.csv"), "secret\n");
        Answer answer = query(sql.formatted(directory));
        assertThat(answer.err())
                .hasLineCount(1)
                .contains("the query cannot be answered: ")
                .doesNotContain("\u001b", "secret");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(directory).isDirectoryNotContaining("glob:**evil*");
        assertThat(boots()).isEqualTo(2);
    }

    @Test
    void aQueryHasAnEnd() {
        Answer answer = query(
                "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range * b.range = -1",
                "--timeout",
                "1");
        assertThat(answer.err()).hasLineCount(1).contains("it takes longer than 1 s", "--timeout");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(query("SELECT 1", "--timeout", "0").exitCode()).isEqualTo(2);
    }

    @Test
    void aQueryHasItsShareOfMemory() {
        String large = "SELECT length(string_agg(repeat('x', 100000), '')) FROM range(1500)";
        Answer answer = query(large, "--memory", "64");
        assertThat(answer.err()).hasLineCount(1).contains("Out of Memory", "--memory");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(query(large, "--memory", "2000").out()).contains("150000000");
    }

    @Test
    void hostileTextIsHarmlessInEveryForm() {
        String sql = "SELECT chr(27) || '[31m' AS a, '=1+1' AS b, '\"x\"' AS c";
        assertThat(query(sql).out()).contains("\\x1b[31m");
        assertThat(query(sql, "--csv").out()).contains(",'=1+1,\"\"\"x\"\"\"");
        assertThat(query(sql, "--json").out()).contains("\\u001B[31m");
    }

    @Test
    void anAnswerForPeopleIsCutAndSaysSo() {
        assertThat(query("FROM range(5000)").out().lines())
                .hasSize(1 + 1000 + 1)
                .last()
                .asString()
                .contains("--csv");
        assertThat(query("FROM range(5000)", "--csv").out().lines()).hasSize(1 + 5000);
    }

    private static long boots() {
        return Long.parseLong(query("SELECT count(*) FROM boots", "--csv")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow());
    }

    private static String ofDuckDb(String sql) throws Exception {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                line.append(i == 1 ? "" : ",").append(rows.getString(i));
            }
            return line.toString();
        }
    }

    private static Answer query(Object... words) {
        return run(Stream.concat(Stream.of("query"), Arrays.stream(words)).toArray());
    }

    private static Answer run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment =
                Map.of("BOOTLEDGER_STORE", directory.resolve("store").toString());
        int exitCode = Bootledger.run(
                new Surroundings(InputStream.nullInputStream(), out, err, environment, false, false),
                Arrays.stream(words).map(Object::toString).toArray(String[]::new));
        return new Answer(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
