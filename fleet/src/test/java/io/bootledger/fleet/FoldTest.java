package io.bootledger.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.fleet.Machines.Answer;
import io.bootledger.reports.sql.BootTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of a few boards and days, real ones and bad ones, folded by Spark and by the commands of one machine. */
class FoldTest {
    @TempDir
    static Path directory;

    private static Path logs;
    private static Path store;
    private static Path fleet;
    private static Answer folded;

    @BeforeAll
    static void fold() throws IOException {
        logs = Files.createDirectories(directory.resolve("logs"));
        store = directory.resolve("store");
        fleet = directory.resolve("fleet");
        boots("2026-11-20", "lab-a", "arm-board", 10);
        boots("2026-11-21", "lab-a", "arm-board", 20);
        boots("2026-11-21", "desk", "desktop", 30);
        Path real = Files.createDirectories(logs.resolve("2026-11-22/real"));
        int number = 0;
        for (Path log : realLogs()) {
            Files.copy(log, real.resolve("%03d-%s".formatted(number++, log.getFileName())));
        }
        Path first = sorted(logs).get(0);
        Files.copy(first, real.resolve("same-again.log"));
        Path bad = Files.createDirectories(logs.resolve("2026-11-22/bad"));
        Files.write(bad.resolve("empty.log"), new byte[0]);
        Files.writeString(bad.resolve("no-log.txt"), "Dear all,\nplease find attached\n");
        byte[] zipped = Files.readAllBytes(Machines.CHECKOUT.resolve("traces/samples/amd64-5.10-cloud/dmesg.txt.gz"));
        Files.write(bad.resolve("cut.log.gz"), Arrays.copyOf(zipped, zipped.length / 2));
        zipped[zipped.length / 3] ^= 0x55;
        Files.write(bad.resolve("damaged.log.gz"), zipped);
        for (Path log : sorted(logs)) {
            Machines.bootledger(
                    "ingest",
                    log,
                    "--store",
                    store,
                    "--quiet",
                    "--tag",
                    "day=" + log.getParent().getParent().getFileName(),
                    "--tag",
                    "board=" + log.getParent().getFileName());
        }
        Machines.bootledger("query", "SELECT 1", "--store", store).fine();
        folded = Machines.job(new Fold(), "--in", logs, "--out", fleet, "--layout", "{day}/{board}/*");
    }

    private static void boots(String day, String board, String machine, int seed) {
        Machines.bootledger(
                        "simulate",
                        machine,
                        "--boots",
                        "8",
                        "--seed",
                        seed,
                        "--out",
                        logs.resolve(day).resolve(board))
                .fine();
    }

    private static List<Path> realLogs() throws IOException {
        try (Stream<Path> files = Files.walk(Machines.CHECKOUT.resolve("traces/samples"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("(dmesg|console|kmsg|journal).*"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void theRowsAreThoseOfOneMachine() throws Exception {
        assertThat(folded.fine()).matches("\\d+ boots added, \\d+ there already, \\d+ inputs .*\n");
        assertThat(Long.parseLong(
                        Machines.rows(store, "SELECT count(*) FROM store.boots").get(0)))
                .isGreaterThan(24 + 10);
        Machines.holdAgainst(store, fleet);
    }

    @Test
    void whatCannotBeReadIsARowThatSaysWhy() throws Exception {
        assertThat(Machines.rows(
                        store,
                        "SELECT parse_filename(input), reason FROM read_parquet('" + fleet.resolve("unread/*.parquet")
                                + "') WHERE input LIKE '%/bad/%' ORDER BY 1"))
                .hasSize(4)
                .satisfiesExactly(
                        cut -> assertThat(cut).startsWith("cut.log.gz|it ends too early"),
                        damaged -> assertThat(damaged)
                                .startsWith("damaged.log.gz|")
                                .hasSizeGreaterThan(20),
                        empty -> assertThat(empty).isEqualTo("empty.log|it holds nothing, and no line of a kernel"),
                        text -> assertThat(text).isEqualTo("no-log.txt|it holds text, and no line of a kernel"));
    }

    @Test
    void foldersAreOfKernelsAndDays() throws Exception {
        assertThat(
                        Machines.rows(
                                store,
                                "SELECT DISTINCT of_day FROM read_parquet('" + fleet
                                        + "/boots/**/*.parquet', hive_partitioning = true, hive_types_autocast = false) ORDER BY 1"))
                .containsExactly("2026-11-20", "2026-11-21", "2026-11-22");
        assertThat(fleet.resolve("initcalls/of_kernel=6.1/of_day=2026-11-22")).isDirectory();
        assertThat(fleet).isDirectoryNotContaining("glob:**_folding*");
    }

    @Test
    void aSecondRunAddsNothing() throws Exception {
        List<Path> before = sorted(fleet).stream()
                .filter(file -> file.toString().endsWith(".parquet"))
                .toList();
        Answer again = Machines.job(new Fold(), "--in", logs, "--out", fleet, "--layout", "{day}/{board}/*");
        assertThat(again.fine()).startsWith("0 boots added, ");
        assertThat(sorted(fleet).stream().filter(file -> file.toString().endsWith(".parquet")))
                .hasSameElementsAs(before);
        Machines.holdAgainst(store, fleet);
    }

    @Test
    void whatABrokenOffRunHasLeftIsCompleted() throws Exception {
        Path broken = directory.resolve("broken");
        String few = logs.resolve("2026-11-2[12]/{desk,real/*xz}").toString();
        Machines.job(new Fold(), "--in", few, "--out", broken, "--layout", "{day}/{board}/*")
                .fine();
        List<String> whole = counts(broken);
        for (String table : List.of("boots", "initcalls/of_kernel=6.12", "summaries")) {
            delete(broken, table);
        }
        Machines.job(new Fold(), "--in", few, "--out", broken, "--layout", "{day}/{board}/*")
                .fine();
        assertThat(counts(broken)).isEqualTo(whole);
    }

    private static List<String> counts(Path fleet) throws Exception {
        List<String> counts = new ArrayList<>();
        for (String table : FleetPlace.tables()) {
            String sql = "SELECT '" + table + "', count(*), count(DISTINCT boot) FROM ";
            counts.addAll(Machines.rows(store, sql + Machines.table(fleet, table)));
        }
        return counts;
    }

    private static void delete(Path fleet, String folders) throws IOException {
        for (Path file : sorted(fleet)) {
            if (fleet.relativize(file).startsWith(folders)) {
                Files.delete(file);
            }
        }
    }

    @Test
    void bootsOfAStoreAreThoseOfTheirLogs() throws Exception {
        Path again = directory.resolve("of-the-store");
        assertThat(Machines.job(new Fold(), "--in", store.resolve("boots"), "--out", again)
                        .fine())
                .endsWith(" 0 there already, 0 inputs with something that cannot be read\n");
        Machines.holdAgainst(store, again);
    }

    @Test
    void aBootOfAStoreThatIsNotWhatItsNameSaysIsRefused() throws Exception {
        Path forged = Files.createDirectories(directory.resolve("forged"));
        List<Path> boots = sorted(store.resolve("boots"));
        byte[] bytes = Files.readAllBytes(boots.get(0));
        Files.write(forged.resolve("a.boot.gz"), Arrays.copyOf(bytes, bytes.length - 40));
        Path out = directory.resolve("of-the-forged");
        assertThat(Machines.job(new Fold(), "--in", forged, "--out", out).fine())
                .isEqualTo("0 boots added, 0 there already, 1 inputs with something that cannot be read\n");
    }

    @Test
    void theColumnsAreThoseOfTheExport() throws Exception {
        Path parquet = directory.resolve("initcalls.parquet");
        Path log = Machines.CHECKOUT.resolve("traces/samples/amd64-6.1-cloud/dmesg.txt");
        Machines.bootledger("export", log, "--as", "parquet", "--out", parquet).fine();
        String exported = described("'" + parquet + "'");
        assertThat(described(Machines.table(fleet, "initcalls")))
                .isEqualTo(exported.replaceFirst("source VARCHAR,boot BIGINT,", "boot VARCHAR,"));
        for (BootTable<?> table : BootTable.OF_BOOTS) {
            assertThat(described(Machines.table(fleet, table.name()))).isEqualTo(described("store." + table.name()));
        }
    }

    private static String described(String table) throws Exception {
        return Machines.rows(
                        store, "SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM " + table + ")")
                .stream()
                .collect(Collectors.joining(","));
    }

    @Test
    void whatIsNotThereIsSaidInASentence() {
        Answer answer = Machines.job(new Fold(), "--in", directory.resolve("nowhere/*.log"), "--out", fleet);
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err()).hasLineCount(1).endsWith("nowhere/*.log: there is no such file\n");
        assertThat(Machines.job(new Fold(), "--in", logs).exitCode()).isEqualTo(2);
        assertThat(Machines.job(new Fold(), "--in", logs, "--out", fleet, "--layout", "x")
                        .exitCode())
                .isEqualTo(2);
    }
}
