package io.bootledger.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Child;
import io.bootledger.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real kernel, booted in QEMU without KVM on whatever else the machine does: {@code mvn verify -Preal-boots}. */
@EnabledIfEnvironmentVariable(
        named = "BOOTLEDGER_REAL_BOOTS",
        matches = "1|all",
        disabledReason = "boots for minutes: -Preal-boots")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(1800)
class RealBootsTest {
    /** Else it is unpacked beside the boot, and what it costs is in whoever waits for it. */
    private static final String SYNC = "initramfs_async=0";

    private static final int COMMITS = 16;
    private static final int FIRST_BAD = 6;

    @TempDir
    static Path folder;

    private static RealKernel kernel;

    @BeforeAll
    static void prepare() throws Exception {
        kernel = RealKernel.prepared();
    }

    private static Path good() {
        return folder.resolve("unchanged");
    }

    /** Four in a thousand times it may be by chance; what makes it so twice in a row is no chance. */
    @Test
    @Order(1)
    void anUnchangedKernelIsNotRed() {
        Run run = unchanged(good());
        if (run.exitCode() == 1) {
            run = unchanged(folder.resolve("unchanged-again"));
        }

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).doesNotContain("REGRESSED").contains("n=6+6");
    }

    private static Run unchanged(Path boots) {
        return Run.bootledger(
                "boot", "--a", kernel.boots(SYNC), "--b", kernel.boots(SYNC), "--runs", 6, "--out", boots);
    }

    /** UEFI firmware and its shell, the kernel's EFI stub, the kernel, and the initramfs that it hands over to. */
    @Test
    void whoRanFromPowerOnIsToldByTheHostsClock() throws Exception {
        Path boots = folder.resolve("firmware");
        Run made = Run.bootledger(
                "boot", "--a", kernel.bootsByFirmware(folder.resolve("esp")), "--runs", 1, "--out", boots);
        assertThat(made.exitCode()).as(made.out() + made.err()).isZero();

        Path json = folder.resolve("firmware.json");
        Run.bootledger("analyze", boots.resolve("a/001.log"), "--json", json);
        JsonNode boot = JsonMapper.shared().readTree(json.toFile()).get("boots").get(0);
        List<String> stages = new ArrayList<>();
        boot.get("axis")
                .forEach(stage -> stages.add(
                        stage.get("name").asString() + " " + stage.get("clock").asString()));
        assertThat(stages)
                .startsWith("UEFI firmware host", "EFI stub host", "kernel kernel")
                .hasSizeBetween(3, 4)
                .allMatch(stage -> !stage.startsWith("init") || stage.startsWith("initramfs "));
        long sum = 0;
        for (JsonNode entry : boot.at("/axis_ledger/entries")) {
            sum += entry.get("us").asLong();
        }
        assertThat(sum).isPositive().isEqualTo(boot.at("/axis_ledger/total_us").asLong());
        assertThat(boot.at("/axis/0/first_line").asLong()).isEqualTo(1);
        assertThat(boot.at("/axis/0/evidence").asString()).contains("BdsDxe: ");
    }

    @Test
    void selfTestsThatWereLeftOutBeforeAreFoundByTheCallThatWaitsForThem() {
        Path boots = folder.resolve("tests");
        Run run = Run.bootledger(
                "boot",
                "--a",
                kernel.boots("cryptomgr.notests=1"),
                "--b",
                kernel.boots(""),
                "--runs",
                6,
                "--out",
                boots);

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).startsWith("REGRESSED").contains("crypto_algapi_init +");
        Run again = Run.bootledger(
                "gate", "--baseline", boots.resolve("a"), "--candidate", boots.resolve("b"), "--order", "interleaved");
        assertThat(again.exitCode()).isEqualTo(1);
    }

    @Test
    void aKernelThatPanicsIsToldSo() {
        String command = kernel.boots("rdinit=/none");
        Run run = Run.bootledger("boot", "--a", command, "--runs", 1, "--out", folder.resolve("panic"));

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(3);
        assertThat(run.out())
                .contains("1 boot, of which none came up", "VFS: Unable to mount root fs on unknown-block(0,0)");
    }

    @Test
    @Order(2)
    void gitFindsTheCommitSinceWhichTheInitramfsIsLarger() throws Exception {
        ToyRepository tree = new ToyRepository(folder.resolve("tree"));
        for (int commit = 1; commit <= COMMITS; commit++) {
            tree.commit(
                    "boot.sh", (commit < FIRST_BAD ? kernel.boots(SYNC) : kernel.bootsLarger(SYNC)) + " # " + commit);
        }
        Path bad = folder.resolve("larger");
        Run larger = Run.bootledger("boot", "--a", kernel.bootsLarger(SYNC), "--runs", 6, "--out", bad);
        assertThat(larger.exitCode()).as(larger.out() + larger.err()).isZero();
        Path script = folder.resolve("judge.sh");
        String command = Child.bootledger(
                        "bisect-run",
                        "--good",
                        good().resolve("a"),
                        good().resolve("b"),
                        "--bad",
                        bad.resolve("a"),
                        "--cmd",
                        "sh boot.sh",
                        "--out",
                        folder.resolve("bisect"))
                .stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        Files.writeString(script, "exec " + command + "\n");

        String said = tree.bisect(COMMITS - 1, "sh", script.toString());

        assertThat(said)
                .contains("is the first bad commit", "\n    commit " + FIRST_BAD + "\n")
                .contains("looking for what made it slower: populate_rootfs +");
        Run skipped = Run.bootledger(
                "bisect-run",
                "--good",
                good().resolve("a"),
                "--cmd",
                kernel.boots("rdinit=/none"),
                "--out",
                folder.resolve("bisect"));
        assertThat(skipped.exitCode()).as(skipped.err()).isEqualTo(125);
    }
}
