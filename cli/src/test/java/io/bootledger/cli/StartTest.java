package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start costs, in things that can be counted: a summary may take half as many again as when this was written. */
class StartTest {
    private static final int CLASSES = 2_500;
    private static final int LAMBDAS = 650;
    private static final int COMPILED_METHODS = 2_000;

    @TempDir
    Path directory;

    private List<String> loaded;
    private List<String> compiled;

    @BeforeEach
    void aSummary() throws IOException {
        Path log = directory.resolve("java.log");
        Run run = Child.withOption(
                "-Xlog:class+load,jit+compilation=debug:file=" + log + ":tags",
                "analyze",
                Checkout.sample("amd64-7.2-cloud/dmesg.txt"));
        assertThat(run.exitCode()).isZero();
        loaded = lines(log, line -> line.startsWith("[class,load"));
        compiled = lines(log, line -> line.startsWith("[jit,compilation"));
    }

    @Test
    void aSummaryLoadsFewClasses() {
        assertThat(loaded).hasSizeBetween(CLASSES / 2, CLASSES * 3 / 2);
        assertThat(loaded.stream().filter(line -> line.contains("$$Lambda"))).hasSizeBetween(1, LAMBDAS * 3 / 2);
    }

    @Test
    void itsMethodsAreCompiledByTheHundred() {
        assertThat(compiled).hasSizeBetween(1, COMPILED_METHODS * 3 / 2);
    }

    @Test
    void logsAloneNeedNoReaderOfOptions() {
        assertThat(loaded).noneMatch(line -> line.contains("picocli.CommandLine$Model") || line.contains("$Proxy"));
    }

    private static List<String> lines(Path file, Predicate<String> test) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(test).toList();
        }
    }
}
