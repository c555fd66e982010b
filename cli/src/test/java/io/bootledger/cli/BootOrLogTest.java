package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that takes a boot of the store or a log decides alike which of the two a word means. */
class BootOrLogTest {
    private static final Path LOG = Checkout.sample("amd64-6.1-cloud/dmesg.txt");

    @TempDir
    private Path folder;

    private Path store;
    private String name;

    @BeforeEach
    void keepABoot() {
        store = folder.resolve("store");
        assertThat(Run.bootledger("ingest", LOG, "--store", store).exitCode()).isZero();
        name = Run.bootledger("store", "list", "--store", store)
                .out()
                .lines()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .filter(word -> word.matches("[0-9a-f]{8,}"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show BOOT",
                "compare BOOT LOG",
                "export BOOT --as csv",
                "replay BOOT --until 1s",
                "explain BOOT acpi_init"
            })
    void aNameInCapitalsIsTheSameBoot(String command) {
        Run small = run(command, name);
        Run large = run(command, name.toUpperCase(Locale.ROOT));

        assertThat(small.exitCode()).as(small.err()).isZero();
        assertThat(large.exitCode()).as(large.err()).isZero();
        assertThat(large.out()).isEqualTo(small.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"compare BOOT LOG", "export BOOT --as csv", "replay BOOT --until 1s", "explain BOOT acpi_init"})
    void aFileIsALogEvenIfItIsNamedLikeABoot(String command) throws IOException {
        Path file = Path.of("cafe");
        Files.copy(LOG, file);
        try {
            assertThat(run(command, file.toString()).exitCode()).isZero();
        } finally {
            Files.delete(file);
        }
    }

    /** An empty variable of the shell is not this directory. */
    @ParameterizedTest
    @ValueSource(strings = {"compare", "gate --baseline", "gate calibrate"})
    void anEmptyNameIsNoFolder(String command) {
        List<Object> arguments = new ArrayList<>(List.of((Object[]) command.split(" ")));
        arguments.add("");
        if (!command.endsWith("calibrate")) {
            arguments.addAll(command.equals("compare") ? List.of(LOG) : List.of("--candidate", LOG));
        }

        Run run = Run.bootledger(arguments.toArray());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'': no file can have this name");
    }

    @Test
    void whatALogOfARunningKernelHoldsIsSaidInTheSameWords() throws IOException {
        Path running = Files.writeString(
                folder.resolve("running.log"), "[86400.000001] usb 1-1: new device\n[86401.000001] usb 1-1: gone\n");
        String words = "it holds the words of a kernel that has been running for minutes, and nothing of its boot";

        for (List<Object> command : List.<List<Object>>of(
                List.of("analyze", running),
                List.of("ingest", running, "--store", store),
                List.of("compare", running, LOG, "--json", "-"))) {
            Run run = Run.bootledger(command.toArray());
            assertThat(run.out() + run.err()).as(command.toString()).contains(words);
        }
    }

    private Run run(String command, String boot) {
        return Run.bootledger(Arrays.stream((command + " --store " + store).split(" "))
                .map(word -> word.equals("BOOT") ? boot : word.equals("LOG") ? LOG : word)
                .toArray());
    }
}
