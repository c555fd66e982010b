package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.project.Checkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program without arguments. */
class FirstStepsTest {
    @TempDir
    Path tools;

    @Test
    void onATerminalItTellsInTenLinesWhatToDoNext() throws IOException {
        tool("dmesg", "cat '" + Checkout.sample("no-initcall-debug/dmesg.txt") + "'");
        assertThat(onATerminal())
                .hasLineCount(10)
                .contains("this machine   Linux 6.1.0-50-cloud-amd64: /init runs after")
                .contains("boot once with initcall_debug log_buf_len=16M printk.time=1")
                .contains("bootledger gate --baseline", "bootledger help");
    }

    @Test
    void whereTheKernelsBufferIsNotForEverybodyTheJournalIsAsked() throws IOException {
        tool("dmesg", "echo 'dmesg: read kernel buffer failed: Operation not permitted' >&2; exit 1");
        tool("journalctl", "cat '" + Checkout.sample("amd64-6.1-cloud/dmesg.txt") + "'");
        assertThat(onATerminal())
                .contains("this machine   Linux 6.1.0-50-cloud-amd64: /init runs after")
                .contains("677 initcalls", "--what-if");
    }

    @Test
    void whereNothingCanBeReadItSaysHow() {
        assertThat(onATerminal()).hasLineCount(10).contains("its boot cannot be read: try sudo dmesg");
    }

    /** A script that forgot the command is told so. */
    @Test
    void withoutATerminalItIsWrongUsage() {
        Run run = Run.bootledger();
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("bootledger: which command?");
        assertThat(run.out()).isEmpty();
    }

    private void tool(String name, String script) throws IOException {
        Path tool = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String onATerminal() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> environment = Map.of("PATH", tools + ":relative", "NO_COLOR", "1", "COLUMNS", "120");
        int exitCode = Bootledger.run(new Surroundings(
                InputStream.nullInputStream(), out, OutputStream.nullOutputStream(), environment, true, true));
        assertThat(exitCode).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
