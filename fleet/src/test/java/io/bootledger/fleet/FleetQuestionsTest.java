package io.bootledger.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.statistics.Outliers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Each question to a fleet has the answer that the command of one machine gives of the same boots. */
class FleetQuestionsTest {
    private static final int BUILDS = 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path directory;

    private static Path store;
    private static Path fleet;

    @BeforeAll
    static void fold() throws IOException {
        Path logs = directory.resolve("logs");
        store = directory.resolve("store");
        fleet = directory.resolve("fleet");
        for (int build = 1; build <= BUILDS; build++) {
            for (String board : List.of("a", "b")) {
                Path folder = logs.resolve(board).resolve("build-" + build);
                // Were builds not ordered as people do, build 100 would come before build 11.
                Path named = build < BUILDS ? folder : logs.resolve(board).resolve("build-100");
                String slower = board.equals("b") && build > 8 ? "+80ms" : "";
                boots(named, 1_000 * build + (board.equals("a") ? 0 : 100), slower, 2);
            }
        }
        boots(logs.resolve("a/build-3/odd"), 7, "+600ms", 1);
        Files.move(logs.resolve("a/build-3/odd/boot-1.log"), logs.resolve("a/build-3/odd.log"));
        delete(logs.resolve("a/build-3/odd"));
        Path real = Files.createDirectories(logs.resolve("real/one"));
        int number = 0;
        for (String log : List.of(
                "amd64-6.1-cloud/dmesg.txt",
                "amd64-7.2-cloud/dmesg.txt",
                "i386-6.12-caller/dmesg.txt",
                "killed-early/console.log",
                "panic-initcall/console.log",
                "amd64-5.10-cloud/dmesg.txt.gz")) {
            Files.copy(
                    Machines.CHECKOUT.resolve("traces/samples").resolve(log),
                    real.resolve(number++ + "-" + Path.of(log).getFileName()));
        }
        try (Stream<Path> all = Files.walk(logs)) {
            for (Path log : all.filter(Files::isRegularFile).sorted().toList()) {
                Path build = log.getParent();
                Machines.bootledger(
                                "ingest",
                                log,
                                "--store",
                                store,
                                "--quiet",
                                "--tag",
                                "board=" + build.getParent().getFileName(),
                                "--tag",
                                "build=" + build.getFileName())
                        .fine();
            }
        }
        Machines.bootledger("query", "SELECT 1", "--store", store).fine();
        Machines.job(new Fold(), "--in", logs, "--out", fleet, "--layout", "{board}/{build}/*")
                .fine();
    }

    private static void boots(Path folder, int seed, String slower, int boots) throws IOException {
        Files.createDirectories(folder.getParent());
        List<Object> words =
                new ArrayList<>(List.of("simulate", "arm-board", "--boots", boots, "--seed", seed, "--out", folder));
        if (!slower.isEmpty()) {
            words.addAll(List.of("--set", "initcall.fec_driver_init.duration=" + slower));
        }
        assertThat(Machines.bootledger(words.toArray()).exitCode()).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> !each.toString().endsWith(".log")).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Test
    void statsAreThoseOfTheStore() {
        String one =
                Machines.bootledger("stats", "--store", store, "--json", "-").fine();
        assertThat(one).contains("\"kernels\"").contains("\"failures\": [");
        assertThat(Machines.job(new FleetStats(), "--table", fleet, "--json").fine())
                .isEqualTo(one);
        assertThat(Machines.job(new FleetStats(), "--table", fleet, "--json", "--where", "tag.board=[nobody]")
                        .exitCode())
                .isEqualTo(3);
        assertThat(Machines.job(
                                new FleetStats(),
                                "--table",
                                fleet,
                                "--json",
                                "--where",
                                "kernel=6.*",
                                "--where",
                                "log=*real*")
                        .fine())
                .isEqualTo(Machines.bootledger(
                                "stats",
                                "--store",
                                store,
                                "--json",
                                "-",
                                "--where",
                                "kernel=6.*",
                                "--where",
                                "log=*real*")
                        .fine());
    }

    @Test
    void theHistoryOfEachBoardIsThatOfTheStore() {
        String both = Stream.of("a", "b", "real")
                .map(board -> Machines.bootledger(
                                "history",
                                "--store",
                                store,
                                "--by",
                                "tag.build",
                                "--where",
                                "tag.board=" + board,
                                "--json",
                                "-")
                        .out())
                .collect(Collectors.joining());
        assertThat(both).contains("\"change_per_mille\"");
        assertThat(Machines.job(
                                new FleetHistory(),
                                "--table",
                                fleet,
                                "--each",
                                "tag.board",
                                "--by",
                                "tag.build",
                                "--json")
                        .fine())
                .isEqualTo(both);
    }

    @Test
    void leaguesCountWhatTheStoreCounts() {
        for (String what : List.of("failures", "deferred")) {
            List<String> rows = Machines.job(new FleetLeague(), "--table", fleet, "--each", "tag.board", "--what", what)
                    .fine()
                    .lines()
                    .skip(1)
                    .toList();
            List<String> counted = new ArrayList<>();
            for (String board : List.of("a", "b", "real")) {
                for (JsonNode kernel : stats("tag.board=" + board).path("kernels")) {
                    if (!kernel.path("release").isNull()) {
                        String release = kernel.path("release").asString();
                        JsonNode ofKernel = stats("tag.board=" + board, "kernel=" + release);
                        for (JsonNode one : ofKernel.path(what)) {
                            String name = what.equals("failures")
                                    ? cells(one, "kind", "name", "module", "error")
                                    : "deferral," + cells(one, "device") + ",,";
                            counted.add(name + "," + board + "," + release + "," + one.path("boots") + ","
                                    + ofKernel.path("boots"));
                        }
                    }
                }
            }
            assertThat(counted).as(what).isNotEmpty();
            assertThat(rows.stream().map(row -> row.replace("\"", "")).filter(row -> !row.contains(",real,,")))
                    .containsExactlyInAnyOrderElementsOf(counted);
        }
    }

    private static JsonNode stats(String... conditions) {
        List<Object> words = new ArrayList<>(List.of("stats", "--store", store, "--json", "-"));
        Arrays.stream(conditions).forEach(condition -> words.addAll(List.of("--where", condition)));
        return JSON.readTree(Machines.bootledger(words.toArray()).fine());
    }

    private static String cells(JsonNode row, String... names) {
        return Arrays.stream(names)
                .map(name -> row.path(name).isNull() ? "" : row.path(name).asString())
                .collect(Collectors.joining(","));
    }

    @Test
    void outliersAreThoseOfTheRuleOverTheRowsOfTheStore() throws Exception {
        List<String> told = Machines.job(
                        new FleetOutliers(), "--table", fleet, "--each", "tag.board", "--where", "tag.board=a")
                .fine()
                .lines()
                .skip(1)
                .map(row -> row.split(","))
                .filter(cells -> cells[5].matches("initcall|total"))
                .map(cells -> cells[0].substring(0, 12) + " " + cells[6] + " " + cells[7])
                .toList();
        Map<String, List<String[]>> byName = new TreeMap<>();
        for (String row : Machines.rows(
                store,
                "SELECT boot, 'total', total_us FROM store.boots JOIN store.tags USING (boot)"
                        + " WHERE key = 'board' AND value = 'a' UNION ALL SELECT boot, function, duration_us"
                        + " FROM store.initcalls JOIN store.tags USING (boot) WHERE key = 'board' AND value = 'a'"
                        + " AND duration_us IS NOT NULL")) {
            String[] cells = row.split("\\|");
            byName.computeIfAbsent(cells[1], name -> new ArrayList<>()).add(cells);
        }
        List<String> expected = new ArrayList<>();
        byName.forEach((name, cells) -> {
            double[] us = cells.stream()
                    .mapToDouble(cell -> Double.parseDouble(cell[2]))
                    .toArray();
            cells.stream()
                    .filter(cell -> Long.parseLong(cell[2]) > Outliers.limit(us)
                            && Long.parseLong(cell[2]) - Math.round(Median.of(us)) >= FleetOutliers.WORTH_TELLING_US)
                    .forEach(cell -> expected.add(cell[0] + " " + name + " " + cell[2]));
        });
        assertThat(expected).anyMatch(row -> row.contains(" fec_driver_init "));
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void textIsForPeople() {
        assertThat(Machines.job(new FleetStats(), "--table", fleet).fine())
                .isEqualTo(Machines.bootledger("stats", "--store", store).fine());
        assertThat(Machines.job(new FleetHistory(), "--table", fleet, "--each", "tag.board", "--by", "tag.build")
                        .fine())
                .contains("tag.board=a\n", "tag.board=b\n", "fec_driver_init");
        assertThat(Machines.job(new FleetHistory(), "--table", fleet, "--each", "colour")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Machines.job(new FleetStats(), "--table", directory.resolve("nothing"))
                        .err())
                .hasLineCount(1)
                .contains("it holds no table summaries: Fold makes one");
    }
}
