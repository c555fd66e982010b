package io.bootledger.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two workers fold what one machine keeps in a store, and whoever dies on the way changes no row. */
class ClusterIT {
    private static final int BOOTS = Integer.getInteger("fleet.boots", 120);
    private static final int LARGE_MB = Integer.getInteger("fleet.large.mb", 64);
    private static final int EXECUTOR_MB = 512;

    @TempDir
    static Path directory;

    private static Path logs;
    private static Path store;

    @BeforeAll
    static void ingest() throws IOException {
        logs = Files.createDirectories(directory.resolve("logs"));
        store = directory.resolve("store");
        Machines.bootledger("simulate", "arm-board", "--boots", BOOTS, "--out", logs)
                .fine();
        try (Stream<Path> truth = Files.list(logs)) {
            for (Path file :
                    truth.filter(each -> !each.toString().endsWith(".log")).toList()) {
                Files.delete(file);
            }
        }
        int number = 0;
        for (Path log : realLogs()) {
            Files.copy(log, logs.resolve("real-%03d-%s".formatted(number++, log.getFileName())));
        }
        List<Path> all = sorted(logs);
        Object[] words = Stream.concat(Stream.of("ingest", "--store", store, "--quiet", "--tag", "lab=x"), all.stream())
                .toArray();
        Machines.bootledger(words);
        Machines.bootledger("query", "SELECT 1", "--store", store);
    }

    /** Logs in all forms: those that are ours to ship, and others that are asked for. */
    private static List<Path> realLogs() throws IOException {
        String others = System.getProperty("fleet.logs", "");
        List<Path> roots = others.isEmpty()
                ? List.of(Machines.CHECKOUT.resolve("traces/samples"))
                : List.of(Machines.CHECKOUT.resolve("traces/samples"), Path.of(others));
        List<Path> all = new ArrayList<>();
        for (Path root : roots) {
            all.addAll(sorted(root).stream()
                    .filter(file -> file.toString().matches(".*\\.(log|txt)(\\.(gz|xz|zst|bz2))?"))
                    .toList());
        }
        return all;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void aLogThatIsLargerThanTheMemoryOfAWorkerIsReadLikeOthers() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("large"));
        large(folder.resolve("large.log"));
        Path exported = directory.resolve("large.parquet");
        Machines.bootledger("export", folder.resolve("large.log"), "--as", "parquet", "--out", exported)
                .fine();
        Path fleet = directory.resolve("of-large");
        try (SparkCluster cluster = SparkCluster.of(2, directory.resolve("talking"))) {
            assertThat(cluster.run("fold", "Fold", EXECUTOR_MB, "--in", folder, "--out", fleet))
                    .contains("1 boots added, 0 there already, 0 inputs");
        }
        String one = "SELECT * EXCLUDE (source, boot) FROM '" + exported + "'";
        String other = "SELECT * EXCLUDE (boot) FROM " + Machines.table(fleet, "initcalls");
        assertThat(Machines.rows(store, "SELECT count(*) FROM (" + other + ")")).doesNotContain("0");
        assertThat(Machines.rows(store, "(" + one + ") EXCEPT ALL (" + other + ")"))
                .isEmpty();
        assertThat(Machines.rows(store, "(" + other + ") EXCEPT ALL (" + one + ")"))
                .isEmpty();
    }

    /** A boot whose machine goes on to talk: many times more than an executor has memory for. */
    private static void large(Path file) throws IOException {
        byte[] boot = Machines.bootledger("simulate", "desktop", "--seed", "99")
                .fine()
                .getBytes(StandardCharsets.UTF_8);
        StringBuilder talk = new StringBuilder();
        for (int line = 0; line < 10_000; line++) {
            talk.append("[%5d.%06d] usb 1-%d: reset high-speed USB device number %d using xhci_hcd%n"
                    .formatted(100 + line / 100, line % 100 * 10_000, line % 7, line));
        }
        byte[] lines = talk.toString().getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(boot);
            for (long written = 0; written < (long) LARGE_MB << 20; written += lines.length) {
                out.write(lines);
            }
        }
    }

    @Test
    void twoWorkersGiveTheRowsOfOneMachine() throws Exception {
        Path fleet = directory.resolve("fleet");
        try (SparkCluster cluster = SparkCluster.of(2, directory.resolve("sound"))) {
            assertThat(cluster.run("fold", "Fold", EXECUTOR_MB, "--in", logs, "--out", fleet, "--tag", "lab=x"))
                    .contains(" boots added, ");
            Machines.holdAgainst(store, fleet);
            assertThat(cluster.run("again", "Fold", EXECUTOR_MB, "--in", logs, "--out", fleet, "--tag", "lab=x"))
                    .contains("0 boots added, ");
            Machines.holdAgainst(store, fleet);
        }
    }

    @Test
    void aWorkerThatIsKilledInTheMiddleChangesNoRow() throws Exception {
        Path fleet = directory.resolve("of-a-bad-day");
        try (SparkCluster cluster = SparkCluster.of(2, directory.resolve("killed"))) {
            Process job = cluster.submit("fold", "Fold", EXECUTOR_MB, "--in", logs, "--out", fleet, "--tag", "lab=x");
            SparkCluster.await(() -> !job.isAlive() || twoTasksWrite(fleet), "no two tasks ever ran at a time");
            assertThat(job.isAlive()).isTrue();
            cluster.killWorker();
            cluster.finish("fold", job);
            assertThat(cluster.said("fold")).containsPattern("Lost (task|executor)");
            Machines.holdAgainst(store, fleet);
        }
    }

    /** Whether both workers are in the middle of reading logs. */
    private static boolean twoTasksWrite(Path fleet) {
        if (!Files.isDirectory(fleet)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(fleet)) {
            return files.filter(file -> file.toString().matches(".*/_folding-.*/part-[^/]*\\.parquet"))
                            .count()
                    >= 2;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
