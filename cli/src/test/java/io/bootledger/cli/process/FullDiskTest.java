package io.bootledger.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.cli.Child;
import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullDiskTest {
    private static final Path SAMPLE = Checkout.sample("killed-early/console.log");
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path directory;

    private Path disk;
    private boolean mounted;

    @BeforeEach
    void aPlaceForADisk() throws IOException {
        disk = Files.createDirectory(directory.resolve("disk"));
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            new ProcessBuilder("umount", "--lazy", disk.toString()).start().waitFor();
        }
    }

    @Test
    void aFullDeviceIsSaid() {
        thenFull(Run.bootledger("analyze", SAMPLE, "--json", FULL), FULL.toString());
    }

    @Test
    void aFullStandardOutputIsSaid() {
        thenFull(Child.into(FULL, "analyze", SAMPLE), "standard output");
        thenFull(Child.into(FULL, "analyze", SAMPLE, "--json", "-"), "standard output");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze --out", "analyze --json", "ingest --store"})
    void nothingIsLeftHalfWrittenOnAFullDisk(String how) throws Exception {
        mountOfOnePage();
        String[] words = how.split(" ");
        Path place = disk.resolve("new");
        thenFull(Run.bootledger(words[0], SAMPLE, words[1], place), place.toString());
        if (!words[1].equals("--store")) {
            assertThat(disk).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "."})
    void nothingIsLeftOfSimulatedBoots(String name) throws Exception {
        mountOfOnePage();
        Path place = disk.resolve(name);
        thenFull(Run.bootledger("simulate", "cloud-vm", "--boots", 3, "--out", place), place.toString());
        assertThat(disk).isEmptyDirectory();
    }

    /** A log that must be turned round needs room there; another, and a store, do not. */
    @Test
    void aFullPlaceForTemporaryFilesIsSaidWhereItIsNeeded() throws Exception {
        mountOfOnePage();
        Path log = Checkout.sample("amd64-6.1-cloud/dmesg.txt");
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        Collections.reverse(lines);
        Path newestFirst = Files.write(directory.resolve("newest-first"), lines);
        Run refused = Child.withTemporaryFilesIn(disk, "analyze", newestFirst);
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err())
                .hasLineCount(1)
                .startsWith("bootledger: " + newestFirst)
                .contains("no room for the temporary file");
        assertThat(disk).isEmptyDirectory();
        Path store = directory.resolve("store");
        for (List<Object> words : List.<List<Object>>of(
                List.of("analyze", log, "--out", directory.resolve("report")),
                List.of("ingest", log, "--store", store),
                List.of("stats", "--store", store))) {
            Run run = Child.withTemporaryFilesIn(disk, words.toArray());
            assertThat(run.err()).as("%s", words).isEmpty();
            assertThat(run.exitCode()).as("%s", words).isZero();
        }
    }

    private void mountOfOnePage() throws IOException, InterruptedException {
        mounted = System.getProperty("user.name").equals("root")
                && new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=4k", "bootledger", disk.toString())
                                .start()
                                .waitFor()
                        == 0;
        assumeThat(mounted)
                .as("a disk of one page can be mounted, which takes root's rights")
                .isTrue();
    }

    private static void thenFull(Run run, String what) {
        assertThat(run.err())
                .startsWith("bootledger: " + what)
                .contains("the disk is full")
                .hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }
}
