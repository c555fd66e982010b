package io.bootledger.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Child;
import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed run left is in nobody's way, and gone after the next. */
class TemporaryPlaceTest {
    private static final Path SAMPLE = Checkout.sample("killed-early/console.log");

    @TempDir
    Path directory;

    @Test
    void leftoversAreSwept() throws IOException {
        Path left = directory.resolve(".bootledger-0123456789abcdef.part");
        Files.createDirectories(left.resolve("1-boot"));
        Files.writeString(directory.resolve(".bootledger-0123456789abcdef.lock"), "report");
        assertThat(Run.bootledger("analyze", SAMPLE, "--json", directory.resolve("boot.json"))
                        .exitCode())
                .isZero();
        try (var files = Files.list(directory)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactly("boot.json");
        }
    }

    /** Between the two renames that replace a report. */
    @Test
    void aReportThatWasMovedAwayComesBack() throws IOException {
        Path old = Files.createDirectory(directory.resolve(".bootledger-0123456789abcdef.old"));
        Files.writeString(old.resolve("analysis.json"), "{}");
        Files.writeString(directory.resolve(".bootledger-0123456789abcdef.lock"), "report");
        assertThat(Run.bootledger("analyze", SAMPLE, "--json", directory.resolve("boot.json"))
                        .exitCode())
                .isZero();
        assertThat(directory.resolve("report/analysis.json")).hasContent("{}");
    }

    @Test
    void whatIsHeldIsLeft() throws Exception {
        Process holder =
                new ProcessBuilder(Child.bootledger("analyze", "-", "--out", directory.resolve("report"))).start();
        try {
            Path part = null;
            while (part == null && holder.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(20);
                try (var files = Files.list(directory)) {
                    part = files.filter(path -> path.toString().endsWith(".part"))
                            .findFirst()
                            .orElse(null);
                }
            }
            Run other = Run.bootledger("analyze", SAMPLE, "--json", directory.resolve("boot.json"));
            assertThat(other.exitCode()).isZero();
            assertThat(part).exists();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        Run next = Child.bound("analyze", SAMPLE, "--out", directory.resolve("report"));
        assertThat(next.exitCode()).as(next.err()).isZero();
        assertThat(directory).isDirectoryNotContaining("glob:**/.bootledger-*");
    }
}
