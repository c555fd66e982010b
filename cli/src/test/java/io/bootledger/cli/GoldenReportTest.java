package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole reports of real logs, as they were when someone last read them through. {@code -Dgolden.update=true} writes them anew and
 * fails, so that nobody does it unawares: read the difference before committing it.
 */
class GoldenReportTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final List<String> TEXTS = List.of(
            "amd64-5.10-cloud/dmesg.txt.gz",
            "amd64-6.1-cloud/dmesg.txt",
            "amd64-7.2-cloud/dmesg.txt",
            "arm64-6.1-cloud/dmesg.txt.xz",
            "asyncprobe/dmesg.txt.gz",
            "blacklist/dmesg.txt.gz",
            "console-chat/console.log.bz2",
            "earlyprintk/console.log.gz",
            "forged/kmsg.txt.gz",
            "i386-6.12-caller/dmesg.txt",
            "killed-early/console.log",
            "no-initcall-debug/dmesg.txt",
            "panic-initcall/console.log",
            "panic-noinit/console.log",
            "quiet/console.log",
            "smallbuf/dmesg.txt.zst");
    private static final List<String> JSONS = List.of("killed-early/console.log", "no-initcall-debug/dmesg.txt");

    static Stream<Arguments> reports() {
        return Stream.concat(
                TEXTS.stream().map(log -> Arguments.of(log, "txt", List.of("--text"))),
                JSONS.stream().map(log -> Arguments.of(log, "json", List.of("--json", "-"))));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("reports")
    void theReportIsTheOneThatWasRead(String log, String form, List<String> options) throws IOException {
        String report = report(log, options);
        Path golden = GOLDEN.resolve(log.substring(0, log.indexOf('/')) + "." + form);
        if (UPDATE) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, report);
            fail(golden + " is written anew: read the difference, then run without -Dgolden.update");
        }
        assertThat(report).isEqualTo(Files.readString(golden));
    }

    /** Named from within the sample's folder, so that no report holds a path of a machine. */
    private static String report(String log, List<String> options) {
        Path sample = Path.of("..", "traces", "samples").resolve(log);
        Object[] arguments =
                Stream.concat(Stream.of("analyze", sample), options.stream()).toArray();
        Run run = Run.with(InputStream.nullInputStream(), Map.of("COLUMNS", "100"), arguments);
        assertThat(run.err()).doesNotContain("Exception");
        return run.out();
    }
}
