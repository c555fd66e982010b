package io.bootledger.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long work shows how far it is to a person, and nothing to a program. */
class ProgressTest {
    private static final int BOOTS = 6;

    @TempDir
    private static Path folder;

    private static Path boots;
    private static Path large;

    @BeforeAll
    static void someBootsAndALargeLog() throws IOException {
        boots = folder.resolve("boots");
        Run.bootledger("simulate", "cloud-vm", "--boots", BOOTS, "--out", boots);
        String boot = Files.readString(boots.resolve("boot-1.log"));
        large = folder.resolve("large.log");
        Files.writeString(large, boot + "[  100.000000] a machine that runs says this over and over\n".repeat(300_000));
    }

    @Test
    void oneLargeLogMovesTheBarAsItIsRead() {
        assertThat(toPerson("analyze", "--quiet", large)).isEmpty();
        assertThat(toPerson("ingest", "--store", folder.resolve("one"), large)).contains("Reading", "MB");
        assertThat(toProgram("ingest", "--store", folder.resolve("two"), large)).isEmpty();
    }

    @Test
    void comparisonsAreCountedWhileTheyAreJudged() {
        assertThat(toPerson("gate", "calibrate", boots)).contains("Judging", "comparisons");
        assertThat(toProgram("gate", "calibrate", boots)).isEmpty();
        assertThat(toPerson("gate", "power", "--from", boots, "--n", "2", "--runs", 4, "--only", "unchanged"))
                .contains("Judging");
    }

    @ParameterizedTest
    @CsvSource({
        "40, Reading 0% 1/433 boots",
        "70, Reading 0% 1/433 boots",
        "0, 1/433 boots \\(.* / .*\\)",
        "100, 1/433 boots \\(.* / .*\\)"
    })
    void aNarrowBarIsNotCutInItsMiddle(int columns, String shown) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings here = new Surroundings(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                err,
                Map.of("COLUMNS", Integer.toString(columns)),
                false,
                true);
        try (Progress progress = Progress.ofMany(433, "boots", here)) {
            progress.step();
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).containsPattern(shown);
    }

    private static String toPerson(Object... words) {
        return said(Run.seen(words));
    }

    private static String toProgram(Object... words) {
        return said(Run.with(InputStream.nullInputStream(), Map.of(), words));
    }

    private static String said(Run run) {
        assertThat(run.exitCode()).isZero();
        return run.err();
    }
}
