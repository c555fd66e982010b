package io.bootledger.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files beside a log that tell less than others. */
class SecondFilesTest {
    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void boot() throws IOException {
        log = Files.writeString(folder.resolve("boot.log"), "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n");
    }

    private Run with(String text) throws IOException {
        return Run.bootledger("analyze", log, "--with", Files.writeString(folder.resolve("told"), text));
    }

    @Test
    void aDumpAloneTellsNoTimes() throws IOException {
        Run run = with("-> Unit ssh.service:\n\tAfter: network.target\n-> Unit a.mount:\n\tAfter: -.mount\n");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("What units start behind, of 2 of them; not how long they took");
    }

    @Test
    void jsonThatBreaksOffBehindANameTellsNothing() throws IOException {
        Run run = with("[{\"name\":\"ssh.service\",\"activated\":34");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("nothing of it is read");
    }

    @Test
    void ofSeveralBootsNobodyKnowsWhichItTellsOf() throws IOException {
        Files.writeString(log, """
                [    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP
                [    1.000000] Run /init as init process
                [    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP
                [    1.000000] Run /init as init process
                """);
        Path json = folder.resolve("boots.json");
        Path told = Files.writeString(
                folder.resolve("told"), "Startup finished in 1.000s (kernel) + 2.000s (userspace) = 3.000s\n");
        Run run = Run.bootledger("analyze", log, "--with", told, "--json", json);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("--with tells of one boot, and this log has several", "begins at line 3");
        assertThat(json).doesNotExist();
    }
}
