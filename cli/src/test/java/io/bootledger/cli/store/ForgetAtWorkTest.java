package io.bootledger.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boots are forgotten while others keep, count and show them: nobody fails over it, and what is forgotten stays so. */
class ForgetAtWorkTest {
    private static final int ROUNDS = 6;

    @TempDir
    Path directory;

    @Test
    void nobodyIsDisturbed() throws Exception {
        Path store = directory.resolve("store");
        Path logs = directory.resolve("logs");
        Run.bootledger("simulate", "cloud-vm", "--boots", 8, "--out", logs);
        Run first = ingest(store, logs);
        List<String> boots = names(store);
        assertThat(first.exitCode()).isZero();
        assertThat(boots).hasSize(8);

        ExecutorService others = Executors.newFixedThreadPool(4);
        try {
            List<Future<Void>> work = new ArrayList<>();
            work.add(others.submit(rounds(() -> thenFine(ingest(store, logs), 0))));
            work.add(others.submit(rounds(() -> thenFine(Run.bootledger("stats", "--store", store), 0, 3))));
            work.add(others.submit(rounds(() -> thenFine(Run.bootledger("store", "list", "--store", store), 0))));
            work.add(others.submit(
                    rounds(() -> thenFine(Run.bootledger("show", boots.get(7), "--store", store), 0, 3))));
            for (String boot : boots) {
                assertThat(Run.bootledger("forget", boot, "--store", store).exitCode())
                        .isZero();
            }
            for (Future<Void> each : work) {
                each.get();
            }
        } finally {
            others.shutdownNow();
        }
        thenFine(ingest(store, logs), 0);
        assertThat(names(store)).isEmpty();
        assertThat(Run.bootledger("store", "check", "--store", store).out()).isEqualTo("0 sound, 0 damaged\n");
        assertThat(store.resolve("incoming")).isEmptyDirectory();
    }

    private static Callable<Void> rounds(Runnable work) {
        return () -> {
            for (int round = 0; round < ROUNDS; round++) {
                work.run();
            }
            return null;
        };
    }

    private static void thenFine(Run run, Integer... exitCodes) {
        assertThat(run.exitCode()).as(run.err()).isIn((Object[]) exitCodes);
    }

    private static Run ingest(Path store, Path logs) {
        List<Object> words = new ArrayList<>(List.of("ingest", "--store", store));
        for (int boot = 1; boot <= 8; boot++) {
            words.add(logs.resolve("boot-" + boot + ".log"));
        }
        return Run.bootledger(words.toArray());
    }

    private static List<String> names(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store.resolve("boots"))) {
            return files.map(file -> file.getFileName().toString().substring(0, 16))
                    .sorted()
                    .toList();
        }
    }
}
