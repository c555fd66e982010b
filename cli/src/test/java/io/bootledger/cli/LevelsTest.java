package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTest {
    private static final Path CLOUD = Checkout.sample("amd64-6.1-cloud/dmesg.txt");
    private static final Path CLOUD_SYMBOLS = Checkout.sample("amd64-6.1-cloud/kallsyms-initcalls.txt");
    private static final Path OTHER_SYMBOLS = Checkout.sample("i386-6.12-caller/kallsyms-initcalls.txt");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "amd64-6.1-cloud/dmesg.txt, amd64-6.1-cloud, 575",
        "amd64-6.1-cloud/console.log.gz, amd64-6.1-cloud, 575",
        "amd64-6.1-cloud/trace.txt.gz, amd64-6.1-cloud, 575",
        "amd64-7.2-cloud/dmesg.txt, amd64-7.2-cloud, 701",
        "i386-6.12-caller/kmsg.txt.gz, i386-6.12-caller, 263",
        "forged/kmsg.txt.gz, amd64-6.1-cloud, 575",
        "blacklist/dmesg.txt.gz, amd64-6.1-cloud, 573",
    })
    void realBootsRunInLinkOrder(String log, String kernel, int calls) {
        Run run = Run.bootledger(
                "levels",
                Checkout.sample(log),
                "--symbols",
                Checkout.sample(kernel + "/kallsyms-initcalls.txt"),
                "--level",
                "fs");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "order equals the symbol table's: " + calls + " of " + calls + ", none missing, none extra\n");
    }

    @Test
    void withoutSymbolsLevelsAreInferredAndSaySo() {
        Run run = Run.bootledger("levels", CLOUD);
        assertThat(run.out())
                .contains("inference 551 certain, 20 likely (?)", "\nrootfs: ", "\nmodule: ", "inferred ?")
                .doesNotContain("order equals", "\u001b");
        assertThat(run.out().lines().filter(line -> line.contains(" inferred ? ")))
                .hasSize(20);
    }

    @Test
    void oneLevelCanBeShown() {
        Run run = Run.bootledger("levels", CLOUD, "--level", "rootfs");
        assertThat(run.out()).contains("rootfs: 3 initcalls", "populate_rootfs").doesNotContain("\ndevice: ");
    }

    @Test
    void aMovedCallAndALostOneAreNamed() throws IOException {
        String log = Files.readString(CLOUD)
                .replace("calling  migration_init+", "calling  strange_init+")
                .replace("initcall migration_init+", "initcall strange_init+");
        Run run = Run.bootledger(
                "levels", Files.writeString(directory.resolve("boot.log"), log), "--symbols", CLOUD_SYMBOLS);
        assertThat(run.out())
                .contains("574 of 575 in link order, 0 out of it, 1 missing, 1 extra")
                .containsPattern("missing +migration_init +early")
                .containsPattern("extra +13 +strange_init");
    }

    @Test
    void theTableOfAnotherKernelIsNotUsed() {
        Run levels = Run.bootledger("levels", CLOUD, "--symbols", OTHER_SYMBOLS);
        assertThat(levels.out())
                .contains("this symbol table is of another kernel")
                .doesNotContain("order differs", "order equals");
        Run analyze = Run.bootledger("analyze", CLOUD, "--symbols", OTHER_SYMBOLS, "--json", "-");
        assertThat(analyze.out()).contains("\"code\": \"symbols-of-another-kernel\"");
    }

    @Test
    void aTableWithHolesIsNoticed() throws IOException {
        Path holes = directory.resolve("System.map");
        Files.write(
                holes,
                Files.readAllLines(CLOUD_SYMBOLS).stream()
                        .filter(line -> !line.contains("_crypto_"))
                        .toList());
        assertThat(Run.bootledger("analyze", CLOUD, "--symbols", holes).out()).contains("is the file complete?");
    }

    @Test
    void csvHasARowForEachInitcallInTheOrderOfLevels() {
        Run run = Run.bootledger("levels", CLOUD, "--csv", "-", "--level", "early", "--symbols", CLOUD_SYMBOLS);
        assertThat(run.out().lines().limit(2))
                .containsExactly(
                        "source,boot,level,level_sync,level_evidence,level_certain,ordinal,function,module,start_us,duration_us,line",
                        CLOUD + ",1,early,false,symbols,true,5,init_hw_perf_events,,418145,920,"
                                + lineOf("calling  init_hw_perf_events+"));
        assertThat(run.out()).hasLineCount(31);
    }

    @Test
    void jsonHoldsLevelsAndComparison() {
        Run run = Run.bootledger("levels", CLOUD, "--json", "-", "--symbols", CLOUD_SYMBOLS);
        assertThat(run.out())
                .contains("bootledger/levels/v1", "\"matched\": 575", "\"function\": \"populate_rootfs\"")
                .endsWith("]\n}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "levels",
                "levels a.log --level midlife",
                "levels a.log --csv - --json -",
                "levels a.log --csv",
                "levels - -"
            })
    void wrongUsageIsExplained(String commandLine) {
        Run run = Run.bootledger((Object[]) commandLine.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("bootledger: ").doesNotContain("Exception");
    }

    @Test
    void theFormsForProgramsGoIntoFilesBesideTheTextOrInItsPlace() throws IOException {
        Path csv = directory.resolve("order.csv");
        Path json = directory.resolve("order.json");
        Run both = Run.bootledger("levels", CLOUD, "--csv", csv, "--json", json);
        assertThat(both.exitCode()).isZero();
        assertThat(both.out()).isEqualTo(Run.bootledger("levels", CLOUD).out());
        assertThat(csv).hasContent(Run.bootledger("levels", CLOUD, "--csv", "-").out());
        assertThat(json)
                .hasContent(Run.bootledger("levels", CLOUD, "--json", "-").out());
    }

    @Test
    void aFileThatCannotBeMadeIsNamedAndNothingRemains() {
        Run run = Run.bootledger("levels", CLOUD, "--csv", directory.resolve("none/order.csv"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("none/order.csv: its directory does not exist");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aMissingLogIsNamed() {
        Run run = Run.bootledger("levels", directory.resolve("none.log"), CLOUD);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("none.log: there is no such file");
        assertThat(run.out()).contains("migration_init");
    }

    private static long lineOf(String text) {
        try {
            return Files.readAllLines(CLOUD).stream()
                            .takeWhile(line -> !line.contains(text))
                            .count()
                    + 1;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
