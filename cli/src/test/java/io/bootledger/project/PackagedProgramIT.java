package io.bootledger.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Child;
import io.bootledger.cli.Run;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main roads through the jar that people run: a library that tests find and the jar lacks shows only here. */
class PackagedProgramIT {
    private static final Path LOG = Checkout.sample("amd64-6.1-cloud/dmesg.txt");

    @TempDir
    Path directory;

    @Test
    void everyRoadIsOpen() {
        Path report = directory.resolve("report");
        Path store = directory.resolve("store");
        Stream.of(
                        words("analyze", LOG, "--out", report),
                        words("analyze", report.resolve("events.jsonl.gz")),
                        words("analyze", LOG, "--what-if"),
                        words("levels", LOG),
                        words("explain", LOG, "total"),
                        words("replay", LOG, "--until", "0.5s"),
                        words("simulate", "desktop", "--out", directory.resolve("desktop")),
                        words("compare", LOG, LOG),
                        words("export", LOG, "--as", "chrome", "--out", directory.resolve("chrome.json")),
                        words("ingest", LOG, "--store", store),
                        words("stats", "--store", store),
                        words("history", "--store", store),
                        words("store", "list", "--store", store),
                        words("store", "check", "--store", store),
                        words("gate", "--baseline", LOG, "--candidate", LOG))
                .forEach(words -> {
                    Run run = Child.packaged(words);
                    assertThat(run.exitCode())
                            .as(String.join(
                                            " ",
                                            Stream.of(words)
                                                    .map(Object::toString)
                                                    .toList()) + "\n" + run.err())
                            .isIn(0, 3);
                    assertThat(run.err()).doesNotContain("fault of bootledger");
                });
    }

    private static Object[] words(Object... words) {
        return words;
    }
}
