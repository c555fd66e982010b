package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.project.Checkout;
import io.bootledger.traces.format.LogSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The script that gathers what {@code analyze} reads, run over the root of a machine that a test makes up. */
@Timeout(60)
class GrabTest {
    private static final Path LOG = Checkout.sample("amd64-6.1-cloud/dmesg.txt");
    private static final Path SYMBOLS = Checkout.sample("amd64-6.1-cloud/kallsyms-initcalls.txt");

    /** What would be a section, a log's lines, or a terminal's orders, if anything of it were believed. */
    private static final String HOSTILE = """
            == kernel log ==
            | == kernel log ==
            [    0.100000] Linux version 9.9.9 (evil@evil)
            [    0.200000] calling  evil_init+0x0/0x10 @ 1
            [    0.300000] initcall evil_init+0x0/0x10 returned 0 after 100000 usecs
            \033]0;evil\007\000\r[    0.400000] Run /evil as init process
            """;

    @TempDir
    private Path folder;

    private Path root;
    private Path script;

    @BeforeEach
    void aMachine() throws IOException {
        root = folder.resolve("root of a machine");
        script = folder.resolve("grab.sh");
        Files.write(script, Run.bootledger("grab").outBytes());
        put("proc/sys/kernel/osrelease", "6.1.0-49-cloud-amd64\n");
        put("proc/version", "Linux version 6.1.0-49-cloud-amd64\n");
        put("proc/cmdline", "root=/dev/vda1 quiet\n");
        put("proc/cpuinfo", HOSTILE);
        put("boot/config-6.1.0-49-cloud-amd64", "CONFIG_64BIT=y\nCONFIG_PROVE_LOCKING=y\n" + HOSTILE);
        put("lib/modules/6.1.0-49-cloud-amd64/modules.builtin", "kernel/crypto/ecb.ko\n");
        put("proc/kallsyms", Files.readString(SYMBOLS) + HOSTILE);
        put("dev/kmsg", Files.readString(LOG));
    }

    private void put(String file, String text) throws IOException {
        Path place = root.resolve(file);
        Files.createDirectories(place.getParent());
        Files.writeString(place, text);
    }

    /** What the script did. */
    private record Ended(int exitCode, String out, String err) {}

    private Ended run(String shell, Map<String, String> environment, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(shell.split(" ")));
        words.add(script.toString());
        words.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1),
                Files.readString(err));
    }

    private Ended run(String shell, String... arguments) throws Exception {
        assumeThat(has(shell.split(" ")[0])).as("there is " + shell).isTrue();
        return run(shell, Map.of("BOOTLEDGER_ROOT", root.toString()), arguments);
    }

    private static boolean has(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh", "bash --posix"})
    void whatItGathersIsReadWholeAndNothingOfItIsTakenForTheLog(String shell) throws Exception {
        Path text = folder.resolve("boot.txt");

        Ended ended = run(shell, text.toString());

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("next: bootledger analyze " + text);
        assertThat(Files.readString(text))
                .startsWith("bootledger grab 1\n== kernel ==\n| Linux version")
                .contains(
                        "\n== cmdline ==\n| root=/dev/vda1 quiet\n",
                        "\n== modules.builtin ==\n| kernel/crypto/ecb.ko\n")
                .doesNotContain("\033", "\007", "\000");
        Run run = Run.bootledger("analyze", text, "--json", "-");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode boot = only(run);
        JsonNode alone = only(Run.bootledger("analyze", LOG, "--symbols", SYMBOLS, "--json", "-"));
        assertThat(boot.get("kernel")).isEqualTo(alone.get("kernel"));
        assertThat(boot.get("levels").toString())
                .as("the levels are those that its symbols tell")
                .isEqualTo(alone.get("levels").toString())
                .isNotEqualTo(only(Run.bootledger("analyze", LOG, "--json", "-"))
                        .get("levels")
                        .toString());
        assertThat(run.out()).doesNotContain("evil");
    }

    private static JsonNode only(Run run) {
        JsonNode boots = JsonMapper.shared().readTree(run.out()).get("boots");
        assertThat(boots.size()).isEqualTo(1);
        return boots.get(0);
    }

    @Test
    void linesKeepTheirNumbersAndTheRestIsToldBehindTheBoot() throws Exception {
        Path text = folder.resolve("boot.txt");
        assertThat(run("sh", text.toString()).exitCode()).isZero();
        List<String> lines = Files.readAllLines(text);
        int calling = lines.stream()
                        .filter(line -> line.contains("calling  acpi_init+"))
                        .mapToInt(lines::indexOf)
                        .sum()
                + 1;

        assertThat(Run.bootledger("explain", text, "acpi_init").out()).contains(" " + calling + "  [");
        assertThat(Run.bootledger("analyze", text).out())
                .endsWith("\nGathered with the log\n"
                        + "  config   2 options; each part of a boot is slower by CONFIG_PROVE_LOCKING=y\n");
    }

    @Test
    void systemdsTimesAndTheRingBufferAreAskedOnTheMachineItself() throws Exception {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        tool(tools.resolve("dmesg"), "cat '" + LOG + "'");
        tool(
                tools.resolve("systemd-analyze"),
                "case $2 in time) echo 'Startup finished in 1.2s (kernel) + 3.4s (userspace) = 4.6s' ;;"
                        + " blame) printf '2.1s a.service\\n 900ms \\033[31mb.service\\n' ;; *) exit 1 ;; esac");
        Ended ended = run("sh", Map.of("PATH", tools + ":" + System.getenv("PATH"), "BOOTLEDGER_ROOT", ""));

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        Path text = Files.writeString(folder.resolve("text"), ended.out(), StandardCharsets.ISO_8859_1);
        assertThat(Run.bootledger("analyze", text).out())
                .contains("crypto_algapi_init took 557.5 ms")
                .contains("  systemd  Startup finished in 1.2s (kernel) + 3.4s (userspace) = 4.6s\n")
                .contains("  slowest  2.1s a.service, 900ms [31mb.service\n");
    }

    private static void tool(Path place, String body) throws IOException {
        Files.writeString(place, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest
    @CsvSource({
        "etc/default/grub, GRUB: add them between the quotes of GRUB_CMDLINE_LINUX in",
        "boot/extlinux/extlinux.conf, extlinux: add them to the line that begins with APPEND in",
        "boot/firmware/cmdline.txt, Raspberry Pi: add them to the one line of",
        "etc/fw_env.config, U-Boot: at its prompt",
        "etc/motd, the boot loader is not known here"
    })
    void itTellsWhatIsMissingAndWhereToAddIt(String file, String words) throws Exception {
        put(file, "");
        for (String shell : List.of("sh", "busybox sh")) {
            Ended ended = run(shell, "--check");
            assertThat(ended.exitCode()).isEqualTo(3);
            assertThat(ended.err())
                    .contains("lacks: initcall_debug log_buf_len=16M printk.time=1\n")
                    .contains(words);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void aSectionThatEndsInNoLineSwallowsNoOther(String shell) throws Exception {
        put("proc/cmdline", "root=/dev/vda1 quiet");
        put("lib/modules/6.1.0-49-cloud-amd64/modules.builtin", "kernel/a.ko\nkernel/b.ko");

        assertThat(run(shell).out().lines())
                .containsSubsequence("| root=/dev/vda1 quiet", "== cpuinfo ==")
                .containsSubsequence("| kernel/b.ko", "== symbols ==", "== kernel log ==");
    }

    /** Its /proc is empty, and what it knows of its boot is on its disk. */
    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void ofADiskThatIsMountedTheLogTellsTheCommandLineAndItsOnlyKernelIsMeant(String shell) throws Exception {
        for (String gone : List.of("proc/sys/kernel/osrelease", "proc/cmdline", "dev/kmsg")) {
            Files.delete(root.resolve(gone));
        }
        assertThat(run(shell, "--check").err()).contains("the kernel's command line: what it lacks is not known");
        put("var/log/dmesg", "[    0.000000] Command line: initcall_debug log_buf_len=16M printk.time=1\n");

        Ended ended = run(shell);

        assertThat(ended.out()).contains("| CONFIG_PROVE_LOCKING=y\n");
        assertThat(ended.err()).isEqualTo("grab: the kernel's command line has all it needs\n");

        put("lib/modules/7.0.0/modules.builtin", "kernel/z.ko\n");
        assertThat(run(shell).out()).doesNotContain("CONFIG_PROVE_LOCKING", "kernel/z.ko");
        put("var/log/dmesg", "[    0.000000] Linux version 6.1.0-49-cloud-amd64 (a@b) #1 SMP\n");
        assertThat(run(shell).out()).contains("| CONFIG_PROVE_LOCKING=y\n").doesNotContain("kernel/z.ko");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void noLinkLeadsOutOfTheRootAndNothingIsWaitedFor(String shell) throws Exception {
        Path outside = Files.writeString(folder.resolve("secret"), "CONFIG_SECRET=y\n");
        Path config = root.resolve("boot/config-6.1.0-49-cloud-amd64");
        Files.delete(config);
        Files.createSymbolicLink(config, outside);
        Files.delete(root.resolve("proc/cpuinfo"));
        assertThat(new ProcessBuilder("mkfifo", root.resolve("proc/cpuinfo").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(run(shell).out()).doesNotContain("SECRET").contains("== kernel log ==");
    }

    @Test
    void aWordThatIsThereIsNotAskedFor() throws Exception {
        put("proc/cmdline", "initcall_debug xlog_buf_len=1M *\n");
        put("sys/module/printk/parameters/time", "Y\n");
        assertThat(run("sh", "--check").err()).contains("lacks: log_buf_len=16M\n");
        put("proc/cmdline", "initcall_debug log_buf_len=16M\n");
        Ended all = run("sh", "--check");
        assertThat(all.exitCode()).isZero();
        assertThat(all.err()).isEqualTo("grab: the kernel's command line has all it needs\n");
    }

    @Test
    void nothingIsWrittenOverAndAMissingLogIsSaid() throws Exception {
        Path text = Files.writeString(folder.resolve("boot.txt"), "mine");
        assertThat(run("sh", text.toString()).exitCode()).isEqualTo(2);
        assertThat(text).hasContent("mine");
        assertThat(run("sh", "--no-such").exitCode()).isEqualTo(2);
        Files.delete(root.resolve("dev/kmsg"));
        Path other = folder.resolve("other.txt");
        assertThat(run("sh", other.toString()).err()).contains("the kernel's log cannot be read here: run it as root");
        assertThat(Run.bootledger("analyze", other).exitCode()).isEqualTo(3);
    }

    /** As somebody sends it who means no good, or a mail program breaks it. */
    @Test
    void aTextThatIsNoGrabOfOursDoesNoHarm() throws Exception {
        Path text = folder.resolve("boot.txt");
        Files.writeString(
                text,
                "bootledger grab 1\r\n== symbols ==\r\n| ffffffff81000000 t nothing\r\nout of place\r\n== symbols ==\r\n"
                        + "| more\r\n|\r\n" + "| " + "x".repeat(100_000) + "\r\n== kernel log ==\r\n"
                        + Files.readString(LOG));
        Run run = Run.bootledger("analyze", text, "--quiet", "--json", folder.resolve("a.json"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("its section symbols names 1 symbols and no initcall");
        Files.writeString(
                text,
                "bootledger grab 1\n" + "== a section that nobody asks for ==\n| x\n".repeat(9_000)
                        + "== kernel log ==\n" + Files.readString(LOG));
        try (LogSource source = LogSource.file(text)) {
            assertThat(source.grab().section("a section that nobody asks for")).isNull();
        }
        Files.writeString(text, "bootledger grab 1");
        assertThat(Run.bootledger("analyze", text).exitCode()).isEqualTo(3);
        assertThat(Run.bootledger("levels", LOG, "--symbols", grabOf()).out())
                .isEqualTo(Run.bootledger("levels", LOG, "--symbols", SYMBOLS).out());
    }

    private Path grabOf() throws Exception {
        Path text = folder.resolve("whole.txt");
        assertThat(run("sh", text.toString()).exitCode()).isZero();
        return text;
    }
}
