package io.bootledger.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Child;
import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import io.bootledger.project.SchemasTest;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Boots that are made by shell commands which print the logs of simulated and of real ones. */
@Timeout(100)
class BootCommandTest {
    private static final Path LOG = Checkout.sample("amd64-6.1-cloud/dmesg.txt");

    @TempDir
    static Path logs;

    @TempDir
    private Path folder;

    private final Leftovers leftovers = new Leftovers();

    @BeforeAll
    static void simulate() {
        simulated("old", "1");
        simulated("same", "7");
        simulated("slower", "13", "--set", "initcall.fec_driver_init.duration=+20ms");
    }

    private static void simulated(String kernel, String seed, Object... more) {
        List<Object> words = new ArrayList<>(
                List.of("simulate", "arm-board", "--boots", "6", "--seed", seed, "--out", logs.resolve(kernel)));
        words.addAll(List.of(more));
        assertThat(Run.bootledger(words.toArray()).exitCode()).isZero();
    }

    private static String boots(String kernel) {
        return "cat '" + logs.resolve(kernel) + "'/boot-$BOOTLEDGER_BOOT.log";
    }

    private static String prints(Path log) {
        return "cat '" + log + "'";
    }

    private Run boot(Object... words) {
        List<Object> all = new ArrayList<>(List.of("boot", "--out", out()));
        all.addAll(List.of(words));
        return Run.bootledger(all.toArray());
    }

    private Path out() {
        return folder.resolve("boots");
    }

    private JsonNode told() {
        return JsonMapper.shared().readTree(out().resolve("boot.json").toFile()).get("boots");
    }

    private String ended() {
        return told().get(0).get("ended").asString();
    }

    @Test
    void twoKernelsAreBootedInTurnAndTheSlowerOneIsFoundWithItsCulprit() throws IOException {
        Run run = boot("--a", boots("old"), "--b", boots("slower"), "--runs", 6);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).startsWith("REGRESSED total").contains("fec_driver_init +19.8 ms", "n=6+6");
        assertThat(told().valueStream().map(boot -> boot.get("log").asString()))
                .startsWith("a/001.log", "b/001.log", "a/002.log", "b/002.log")
                .hasSize(12);
        SchemasTest.thenFulfils("boot.schema.json", Files.readString(out().resolve("boot.json")));
        SchemasTest.thenFulfils("gate.schema.json", Files.readString(out().resolve("verdict.json")));
        assertThat(out().resolve("b/003.log")).hasSameBinaryContentAs(logs.resolve("slower/boot-3.log"));
        assertThat(Files.readAllLines(out().resolve("b/003.log.stamps")))
                .hasSameSizeAs(Files.readAllLines(out().resolve("b/003.log")))
                .allMatch(stamp -> stamp.matches("\\d+"));
    }

    @Test
    void whatWasKeptIsJudgedAgainByTheGate() {
        assertThat(boot("--a", boots("old"), "--b", boots("same"), "--runs", 6).exitCode())
                .isZero();

        Run again = Run.bootledger(
                "gate", "--baseline", out().resolve("a"), "--candidate", out().resolve("b"), "--order", "interleaved");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).startsWith("OK total").contains("n=6+6");
    }

    @Test
    void sixOfEachAreEnoughWhereTheyDecide() {
        Run run = boot("--a", boots("old"), "--b", boots("slower"), "--more");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(told().size()).isEqualTo(12);
    }

    @Test
    void oneKernelHasItsMedian() {
        Run run = boot("--a", boots("old"), "--runs", 3);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("3 boots: user space after 1.34").contains("(median; ", "\n  a 3: user space");
    }

    @Test
    void theBootsAreInTheStoreToo() {
        Path store = folder.resolve("store");
        assertThat(boot("--a", prints(LOG), "--runs", 1, "--store", store).exitCode())
                .isZero();

        assertThat(Run.bootledger("stats", "--store", store, "--where", "tag.side=a")
                        .exitCode())
                .isZero();
    }

    @Test
    void aBootIsOverWhenInitRunsAndAllItStartedIsEnded() {
        String command =
                leftovers.sleep() + " & setsid " + leftovers.sleep() + " & " + prints(LOG) + "; " + leftovers.sleep();
        Run run = boot("--a", command, "--runs", 1);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(ended()).isEqualTo("init");
        assertThat(told().get(0).get("exit_code").isNull()).isTrue();
        assertThat(leftovers.count()).isZero();
    }

    @Test
    void whatACommandLeavesBehindIsEndedWithIt() {
        boot("--a", leftovers.sleep() + " & " + prints(LOG), "--runs", 1);

        assertThat(ended()).isEqualTo("exit");
        assertThat(leftovers.count()).isZero();
    }

    @Test
    void aSilentChildThatIgnoresTermIsKilledAtTheTimeout() {
        Run run = boot(
                "--a", "trap '' TERM; while :; do " + leftovers.sleep() + "; done", "--runs", 1, "--timeout", "300ms");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).startsWith("1 boot, of which none came up");
        assertThat(run.err()).contains("nothing was printed: give the kernel the console", "console=", "--terminal");
        assertThat(ended()).isEqualTo("timeout");
        assertThat(leftovers.count()).isZero();
    }

    @Test
    void whatToDoAboutOneThatDoesNotShowItsEndIsSaidOnce() {
        Run foreign = boot("--a", "echo hello; " + leftovers.sleep(), "--runs", 2, "--timeout", "2s");
        assertThat(foreign.err()).containsOnlyOnce("no kernel is heard in what was printed: give it console=");

        Run slow = Run.bootledger(
                "boot",
                "--out",
                folder.resolve("slow"),
                "--a",
                "head -n 40 '" + LOG + "'; " + leftovers.sleep(),
                "--runs",
                1,
                "--timeout",
                "3s");
        assertThat(slow.err()).contains("its log does not tell that init runs: ", "--mark 'login:'");
    }

    @Test
    void whenItsLinesCameTellsStagesThatNoKernelStampCovers() {
        String kernel = "echo '[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP';"
                + " for i in 1 2 3 4 5 6 7 8 9; do sleep 0.05; echo \"[    0.$((i * 5 + 40))0000] a record\"; done;"
                + " echo '[    0.900000] Run /sbin/init as init process'; sleep 0.1; printf 'board login: '; sleep 9";
        boot(
                "--a",
                "echo 'U-Boot 2026.01 (Jan 05 2026 - 18:02:11 +0000)'; sleep 0.2; " + kernel,
                "--runs",
                1,
                "--mark",
                "login: $");

        JsonNode axis = JsonMapper.shared()
                .readTree(Run.bootledger("analyze", "--json", "-", out().resolve("a/001.log"))
                        .out())
                .get("boots")
                .get(0)
                .get("axis");
        assertThat(axis.valueStream()
                        .map(stage -> stage.get("name").asString() + " "
                                + stage.get("clock").asString()))
                .containsExactly("U-Boot host", "kernel kernel", "login prompt host");
        assertThat(axis.get(0).get("until_us").asLong()
                        - axis.get(0).get("from_us").asLong())
                .as("it slept 0.2 s, and began before that")
                .isBetween(0L, 60_000_000L);
        assertThat(axis.get(2).get("uncertainty_us").asLong()).isPositive();
    }

    @Test
    void thePromptAtTheEndOfNoLineIsAMarkAndEachByteIsKept() throws IOException {
        boot("--a", "printf 'a\\000b\\nboard login: '; " + leftovers.sleep(), "--runs", 1, "--mark", "login: $");

        assertThat(ended()).isEqualTo("mark");
        assertThat(Files.readAllBytes(out().resolve("a/001.log")))
                .isEqualTo("a\0b\nboard login: ".getBytes(StandardCharsets.UTF_8));
        assertThat(Files.readAllLines(out().resolve("a/001.log.stamps"))).hasSize(2);
        assertThat(leftovers.count()).isZero();
    }

    @Test
    void aMarkMayComeLongAfterInit() {
        boot(
                "--a",
                prints(LOG) + "; sleep 0.6; echo Reached target; " + leftovers.sleep(),
                "--runs",
                1,
                "--mark",
                "^Reached");

        assertThat(ended()).isEqualTo("mark");
        assertThat(out().resolve("a/001.log")).content().endsWith("Reached target\n");
    }

    @Test
    void aPanicEndsTheBootAndIsTold() {
        Run run = boot(
                "--a", prints(Checkout.sample("panic-initcall/console.log")) + "; " + leftovers.sleep(), "--runs", 1);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(ended()).isEqualTo("panic");
        assertThat(run.out()).contains("Fatal exception", "the kernel panicked");
    }

    private KeptBoot flooded(long mostBytes, long mostLines) throws IOException {
        return new BootRun(
                        new BootLimits.Values(TimeUnit.MINUTES.toNanos(1), null, mostBytes, mostLines),
                        BootConsole.Reached.PLAINLY)
                .boot(new BootSide("a", "yes; " + leftovers.sleep()), 1, folder.resolve("001.log"));
    }

    @Test
    void soDoShortLinesWithoutEnd() throws IOException {
        KeptBoot boot = flooded(Long.MAX_VALUE, 100_000);

        assertThat(boot.end()).isEqualTo(BootEnd.FLOOD);
        assertThat(boot.lines()).isBetween(100_000L, 1_000_000L);
    }

    @Test
    void anEndlessOutputEnds() throws IOException {
        long most = 3_000_001;
        KeptBoot boot = flooded(most, Long.MAX_VALUE);

        assertThat(boot.end()).isEqualTo(BootEnd.FLOOD);
        assertThat(boot.bytes()).isEqualTo(most);
        assertThat(folder.resolve("001.log")).hasSize(most);
    }

    @Test
    void aCommandThatCannotBeRunIsSaidAtOnce() {
        Run run = boot("--a", "no-such-command-here", "--runs", 6);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("--a: the shell cannot run it", "a/001.log has its words");
        assertThat(out().resolve("a/001.log")).content().contains("not found");
        assertThat(out().resolve("a/002.log")).doesNotExist();
    }

    @Test
    void whatTheShellCannotRunBehindABootEndsNoSeries() {
        Run run = boot("--a", "head -60 '" + LOG + "'; no-such-poweroff", "--runs", 2);

        assertThat(run.err()).doesNotContain("the shell cannot run it");
        assertThat(out().resolve("a/002.log")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--store /proc/none", "--junit none/x.xml", "--json ."})
    void whereNothingCanBeWrittenNothingIsBooted(String words) {
        List<Object> all = new ArrayList<>(List.of("--a", "true", "--b", "true"));
        all.addAll(List.of(words.split(" ")));

        Run run = boot(all.toArray());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains(words.split(" ")[1]);
        assertThat(out()).doesNotExist();
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        Files.createDirectories(out());
        Files.writeString(out().resolve("notes"), "mine");

        Run run = boot("--a", "true");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is something in it");
    }

    @Test
    void moreIsForTwoKernels() {
        assertThat(boot("--a", "true", "--more").exitCode()).isEqualTo(2);
        assertThat(boot("--a", "true", "--b", "true", "--more", "--runs", 3).err())
                .contains("leave --runs out");
    }

    /** As Ctrl-C does, which goes on to Java as a signal to end. */
    @Test
    void whoeverEndsItGetsTheBootsThatAreWhole() throws Exception {
        String command = prints(LOG) + "; [ $BOOTLEDGER_BOOT = 1 ] || " + leftovers.sleep();
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        Child.bootledger("boot", "--a", command, "--runs", "5", "--mark", "never", "--out", out()))
                .redirectOutput(said.toFile())
                .redirectError(Redirect.DISCARD)
                .start();
        while (leftovers.count() == 0) {
            assertThat(process.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }

        process.destroy();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).content().startsWith("1 boot: user space after");
        assertThat(out().resolve("a/001.log")).hasSameBinaryContentAs(LOG);
        assertThat(out().resolve("a/002.log")).doesNotExist();
        assertThat(leftovers.count()).isZero();
    }
}
