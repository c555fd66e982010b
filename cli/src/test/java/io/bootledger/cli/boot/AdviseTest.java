package io.bootledger.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import io.bootledger.project.SchemasTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Words of the command line are told of a real boot, and tried on a "kernel" that prints the logs of simulated ones. */
@Timeout(100)
class AdviseTest {
    private static final Path LOG = Checkout.sample("amd64-6.1-cloud/dmesg.txt");

    @TempDir
    private Path folder;

    @Test
    void theWordsOfABootHaveBoundsAndARisk() {
        Run run = Run.bootledger("advise", LOG);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines().skip(1).findFirst().orElseThrow())
                .matches("cryptomgr\\.notests=1 +\\d.* to \\d.* +crypto_algapi_init +security");
        assertThat(run.out())
                .contains("\ni8042.noaux i8042.nokbd ", "\nipv6.disable=1 ", "\n8250.nr_uarts=1 ")
                .doesNotContain("quiet", "hugepages=");
    }

    @Test
    void wordsThatABootHadAreNotToldAgain() throws Exception {
        Path had = folder.resolve("had.log");
        Files.writeString(
                had,
                Files.readString(LOG).replace("ommand line: ", "ommand line: cryptomgr.notests=1 ipv6.disable=1 "));
        assertThat(Run.bootledger("advise", had).out())
                .contains("8250.nr_uarts=1")
                .doesNotContain("cryptomgr.notests", "ipv6.disable");
    }

    /** A command that boots a simulated machine: the word makes one of its calls faster, or does nothing. */
    private String kernel(String faster) throws Exception {
        simulated("slow", List.of());
        simulated("fast", List.of("--set", "initcall.crypto_algapi_init.duration=1ms"));
        Path script = folder.resolve("kernel.sh");
        Files.writeString(script, """
                kernel=slow
                case " $BOOTLEDGER_APPEND " in *" %s "*) kernel=fast ;; esac
                sed "s/ommand line: /&$BOOTLEDGER_APPEND /" '%s'/$kernel/boot-$BOOTLEDGER_BOOT.log
                """.formatted(faster, folder));
        return "sh '" + script + "'";
    }

    private void simulated(String kernel, List<String> more) {
        List<Object> words = new ArrayList<>(
                List.of("simulate", "--like", LOG, "--boots", 7, "--seed", 3, "--out", folder.resolve(kernel)));
        words.addAll(more);
        Run run = Run.bootledger(words.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void whatIsToldAndWhatIsMeasuredStandSideBySide() throws Exception {
        Run run = Run.bootledger(
                "advise", "--try", kernel("cryptomgr.notests=1"), "--words", 2, "--out", folder.resolve("tries"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1))
                .startsWith("cryptomgr.notests=1 ")
                .contains(" crypto_algapi_init -")
                .contains("faster, by boots all alike; ");
        assertThat(lines.get(2)).containsPattern("  not seen  .*  not seen: within ±\\d[\\d.]* .?s");
        assertThat(folder.resolve("tries/with-1/verdict.json")).isNotEmptyFile();
        assertThat(folder.resolve("tries/with-2/007.log")).isNotEmptyFile();
        SchemasTest.thenFulfils("boot.schema.json", Files.readString(folder.resolve("tries/boot.json")));
    }

    @Test
    void aCommandThatDoesNotPassTheWordOnIsRefused() throws Exception {
        kernel("none");
        Run run = Run.bootledger(
                "advise",
                "--try",
                "cat '" + folder + "'/slow/boot-$BOOTLEDGER_BOOT.log",
                "--words",
                1,
                "--out",
                folder.resolve("tries"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("lacks cryptomgr.notests=1: let the command add $BOOTLEDGER_APPEND to it");
        assertThat(folder.resolve("tries/with-1/002.log")).exists();
        assertThat(folder.resolve("tries/with-1/003.log")).doesNotExist();
    }

    @Test
    void whereNoLogShowsTheCommandLineNobodyCanTellWhatWasTried() throws Exception {
        kernel("none");
        Run run = Run.bootledger(
                "advise",
                "--try",
                "grep -v 'ommand line' '" + folder + "'/slow/boot-$BOOTLEDGER_BOOT.log",
                "--words",
                1,
                "--out",
                folder.resolve("tries"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no log shows the kernel's command line");
    }

    @Test
    void whereNothingIsToBeTriedNothingIsBootedAgain() {
        Run.bootledger("simulate", "arm-board", "--boots", 2, "--out", folder.resolve("board"));
        Run run = Run.bootledger(
                "advise",
                "--try",
                "cat '" + folder + "'/board/boot-$BOOTLEDGER_BOOT.log",
                "--out",
                folder.resolve("tries"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("nothing that is known");
        assertThat(folder.resolve("tries/without/002.log")).doesNotExist();
    }

    @Test
    void withoutALogOrABootThereIsNothingToTell() {
        assertThat(Run.bootledger("advise").exitCode()).isEqualTo(2);
        assertThat(Run.bootledger("advise", "--try", "true").exitCode()).isEqualTo(2);
        Run run = Run.bootledger("advise", "--try", "echo no kernel", "--out", folder.resolve("tries"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("the kernel does not come up without any word");
    }
}
