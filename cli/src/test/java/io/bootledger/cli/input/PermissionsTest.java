package io.bootledger.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Child;
import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionsTest {
    private static final Path SAMPLE = Checkout.sample("killed-early/console.log");

    @TempDir
    Path directory;

    @Test
    void aLogThatMayNotBeReadIsNamed() throws IOException {
        Path secret = Files.copy(SAMPLE, directory.resolve("secret.log"));
        permit("---------", secret);
        thenSaid(Child.bound("analyze", secret), secret + ": no permission to read it: try sudo, or ask its owner");
    }

    @Test
    void aPlaceThatMayNotBeWrittenIsNamedAndLeftAlone() throws IOException {
        Path shut = Files.createDirectory(directory.resolve("shut"));
        Path report = shut.resolve("report");
        Path json = shut.resolve("boot.json");
        permit("r-xr-xr-x", shut);
        thenSaid(Child.bound("analyze", SAMPLE, "--out", report), report + ": no permission to write it");
        thenSaid(Child.bound("analyze", SAMPLE, "--json", json), json + ": no permission to write it");
        assertThat(shut).isEmptyDirectory();
    }

    @Test
    void aReadOnlyStoreIsSaidAndReadAllTheSame() throws IOException {
        Path store = directory.resolve("store");
        String boot = Run.bootledger("ingest", SAMPLE, "--store", store).out().split(" ")[0];
        List<Path> folders;
        try (Stream<Path> paths = Files.walk(store)) {
            folders = paths.filter(Files::isDirectory).toList();
        }
        permit("r-xr-xr-x", folders.toArray(Path[]::new));
        try {
            Path other = Checkout.sample("panic-noinit/console.log");
            Run ingest = Child.bound("ingest", other, "--store", store);
            assertThat(ingest.err()).hasLineCount(1).contains("no permission to write it");
            assertThat(ingest.exitCode()).isEqualTo(3);
            assertThat(Child.bound("show", boot, "--store", store).exitCode()).isZero();
        } finally {
            permit("rwxr-xr-x", folders.toArray(Path[]::new));
        }
    }

    private static void permit(String permissions, Path... places) throws IOException {
        for (Path place : places) {
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(permissions));
        }
    }

    private static void thenSaid(Run run, String sentence) {
        assertThat(run.err()).startsWith("bootledger: " + sentence).hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(3);
    }
}
