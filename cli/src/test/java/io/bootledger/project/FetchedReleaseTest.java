package io.bootledger.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.project.CiJob.Ended;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where CI jobs have Bootledger from: a release with its checksum, or else the sources. */
class FetchedReleaseTest {
    @TempDir
    Path folder;

    private CiJob job;

    @BeforeEach
    void aReleaseOnAServer() throws IOException, InterruptedException {
        job = new CiJob(folder);
        Ended packed = job.run("""
                mkdir -p r/bootledger-1.2 '%1$s/v1.2'
                cat >r/bootledger-1.2/install <<'END'
                mkdir -p "$1/bin" && printf '#!/bin/sh\\necho the release\\n' >"$1/bin/bootledger" && chmod +x "$1/bin/bootledger"
                END
                chmod +x r/bootledger-1.2/install
                for machine in amd64 arm64; do
                    tar -czf "%1$s/v1.2/bootledger-1.2-linux-$machine.tar.gz" -C r bootledger-1.2
                done
                """.formatted(folder));
        assertThat(packed.exitCode()).as(packed.output()).isZero();
        job.set("GATE_RELEASES", "file://" + folder.toString().replace(" ", "%20"));
        job.set("RUNNER_TEMP", folder.resolve("temp").toString());
    }

    @Test
    void aReleaseWithItsChecksumIsInstalledOnce() throws Exception {
        Ended ended =
                job.run(asked("$(cd '%s/v1.2' && sha256sum * | cut -c 1-64 | head -n 1)".formatted(folder)) + """
                program=$(fetch)
                "$program"
                GATE_RELEASES=file:///nowhere
                "$(fetch)"
                """);
        assertThat(ended.output()).isEqualTo("the release\nthe release\n");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void anArchiveOfAnotherChecksumEndsTheJob() throws Exception {
        Ended ended = job.run(asked("0".repeat(64)) + "fetch");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output()).contains("is not what was asked for: its SHA-256 is ");
        assertThat(folder.resolve("temp/bootledger/installed")).doesNotExist();
    }

    @Test
    void whatCannotBeHadIsBuilt() throws Exception {
        Ended ended = job.run(asked("0".repeat(64)) + "GATE_RELEASES=file:///nowhere\n\"$(fetch)\" --version");
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("it is built instead", "\nbootledger 0");
    }

    /** Beginning of a script that has this release and checksum in its environment. */
    private String asked(String checksum) {
        return """
                export GATE_RELEASES GATE_RELEASE=1.2 GATE_SHA256=%s
                fetch() { '%s/templates/gate/fetch.sh'; }
                """.formatted(checksum, job.installed());
    }
}
