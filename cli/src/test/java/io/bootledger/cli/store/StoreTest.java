package io.bootledger.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Child;
import io.bootledger.cli.Run;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.project.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

public class StoreTest {
    private static final Path SAMPLE = Checkout.sample("killed-early/console.log");
    private static final Path OTHER = Checkout.sample("i386-6.12-caller/dmesg.txt");

    @TempDir
    Path directory;

    /** The samples, and more logs of real boots where the environment variable BOOTLEDGER_TRACES names a folder of them. */
    public static Stream<Path> everyLog() throws IOException {
        String more = System.getenv("BOOTLEDGER_TRACES");
        Stream<Path> samples = logs(Checkout.path("traces/samples"));
        return more == null ? samples : Stream.concat(samples, logs(Path.of(more, "real")));
    }

    private static Stream<Path> logs(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file ->
                            file.getFileName().toString().matches("(dmesg|kmsg|console|trace)\\..*|\\d+\\.dmesg.*"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("everyLog")
    void aBootOutOfTheStoreIsAnalysedAsItsLog(Path log) {
        List<String> boots = ingested(log);
        assertThat(boots).hasSize(1);
        assertThat(bootledger("show", boots.get(0), "--json", "-").out())
                .isEqualTo(Run.bootledger("analyze", log, "--json", "-").out());
        assertThat(bootledger("show", boots.get(0)).out())
                .isEqualTo(Run.bootledger("analyze", log, "--text", "--json", directory.resolve("boot.json"))
                        .out());
    }

    @Test
    void theEventsOfABootAreShownAsTheyAreExported() {
        List<String> boots = ingested(SAMPLE);
        Run shown = bootledger("show", boots.get(0), "--as", "events");
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out())
                .isEqualTo(bootledger("export", boots.get(0), "--as", "jsonl").out());
        assertThat(shown.out().lines().skip(1)).allMatch(line -> line.startsWith("{\"sequence\":"));
        assertThat(bootledger("show", boots.get(0), "--as", "events", "--json", "-")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void everyBootOfALogIsKept() throws IOException {
        Path twice = Files.write(directory.resolve("twice.log"), Files.readAllBytes(SAMPLE));
        Files.write(twice, Files.readAllBytes(SAMPLE), java.nio.file.StandardOpenOption.APPEND);
        List<String> boots = ingested(twice);
        assertThat(boots).hasSize(2);
        assertThat(bootledger("show", boots.get(1), "--json", "-").out()).contains("boot 2");
    }

    @Test
    void theSameLogAgainChangesNothing() {
        String first = bootledger("ingest", SAMPLE).out();
        String again = bootledger("ingest", SAMPLE).out();
        assertThat(first).contains("  added  ");
        assertThat(again).isEqualTo(first.replace("added", "already there"));
        assertThat(bootledger("ingest", SAMPLE, "--tag", "board=y").out())
                .isEqualTo(again.replace("\n", "  (its tags stay as they were)\n"));
    }

    @Test
    void theListTellsKernelAndTags() {
        bootledger("ingest", SAMPLE, "--tag", "board=x", "--tag", "lab=2");
        Run list = Run.with(InputStream.nullInputStream(), Map.of("COLUMNS", "300"), words("store", "list"));
        assertThat(list.out()).hasLineCount(2).contains("6.1.0-50-cloud-amd64", SAMPLE.toString(), "board=x lab=2");
        assertThat(list.exitCode()).isZero();
    }

    @Test
    void aForgottenBootStaysAway() {
        String boot = ingested(SAMPLE).get(0);
        assertThat(bootledger("forget", boot).exitCode()).isZero();
        assertThat(bootledger("store", "list").out()).isEmpty();
        assertThat(bootledger("ingest", SAMPLE).out()).contains("forgotten before");
        thenUnreadable(bootledger("show", boot), "no boot begins with " + boot);
    }

    @Test
    void aDamagedBootIsNamedAndSetAsideAndLosesNoOther() throws IOException {
        String boot = ingested(SAMPLE).get(0);
        String other = ingested(OTHER).get(0);
        Path file = segment(boot);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 100));
        Run check = bootledger("store", "check");
        assertThat(check.err()).hasLineCount(1).contains("boot " + boot, "ends too early", "set aside as");
        assertThat(check.out()).isEqualTo("1 sound, 1 damaged\n");
        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(bootledger("store", "list").out()).contains(other).doesNotContain(boot);
        assertThat(bootledger("store", "check").exitCode()).isZero();
        assertThat(bootledger("ingest", SAMPLE).out()).contains("added");
    }

    @Test
    void mergingBringsWhatIsMissing() {
        bootledger("ingest", SAMPLE);
        Path other = directory.resolve("other");
        Run.bootledger("ingest", SAMPLE, OTHER, "--store", other, "--quiet");
        assertThat(bootledger("store", "merge", other).out())
                .isEqualTo("1 added, 1 already there, 0 forgotten before\n");
        assertThat(bootledger("store", "list").out()).hasLineCount(3);
        thenUnreadable(
                bootledger("store", "merge", directory.resolve("none")),
                directory.resolve("none").toString());
    }

    @Test
    void aMissingStoreIsExplained() {
        thenUnreadable(bootledger("store", "list"), store() + ": there is no event store: bootledger ingest");
    }

    @Test
    void aFullDiskIsSaidAndLeavesTheStoreAsItWas() throws IOException {
        String boot = ingested(SAMPLE).get(0);
        byte[] before = Files.readAllBytes(segment(boot));

        Run ingest = Child.withSmallFiles("ingest", OTHER, "--store", store());
        assertThat(ingest.err()).hasLineCount(1).contains("it would be larger than is allowed here: see ulimit -f");
        assertThat(ingest.exitCode()).isEqualTo(3);
        assertThat(ingest.out()).isEmpty();

        assertThat(store().resolve("incoming")).isEmptyDirectory();
        assertThat(segment(boot)).hasBinaryContent(before);
        assertThat(bootledger("store", "check").out()).isEqualTo("1 sound, 0 damaged\n");
        assertThat(bootledger("ingest", OTHER).out()).contains("added");
    }

    @Test
    void aDirectoryOfOtherFilesIsRefused() throws IOException {
        Files.writeString(directory.resolve("thesis.tex"), "years of work");
        Run run = Run.bootledger("ingest", SAMPLE, "--store", directory);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("it holds other files");
    }

    @Test
    void theOtherLogsAreKeptAllTheSame() {
        Run run = bootledger("ingest", directory.resolve("missing.log"), SAMPLE);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("missing.log: there is no such file");
        assertThat(run.out()).contains("added");
    }

    @Test
    void theNearestStoreIsTheOne() throws IOException {
        Path deep = Files.createDirectories(directory.resolve("a/b"));
        assertThat(StorePlace.nearest(deep)).isEqualTo(deep.resolve(".bootledger"));
        Files.createDirectories(directory.resolve(".bootledger/boots"));
        assertThat(StorePlace.nearest(deep)).isEqualTo(directory.resolve(".bootledger"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "ingest boot.log --tag a/b=c", "show", "forget", "store", "store merge"})
    void wrongUsageIsExplained(String commandLine) {
        Run run = bootledger((Object[]) commandLine.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("bootledger: ").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "show", "forget", "store list", "store check", "store merge"})
    void everyCommandHelps(String command) {
        Run run = Run.bootledger((Object[]) (command + " --help").split(" "));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: bootledger " + command, "--store");
    }

    private Path store() {
        return directory.resolve("store");
    }

    private Path segment(String boot) throws IOException {
        try (Stream<Path> files = Files.list(store().resolve("boots"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(boot))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> ingested(Path log) {
        Run run = bootledger("ingest", log);
        assertThat(run.err()).isEmpty();
        return run.out()
                .lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private Run bootledger(Object... words) {
        return Run.bootledger(words(words));
    }

    private Object[] words(Object... words) {
        boolean nothingToWorkOn = words.length == 1 && words[0].equals("store");
        return nothingToWorkOn
                ? words
                : Stream.concat(Stream.of(words), Stream.of("--store", store())).toArray();
    }

    private static void thenUnreadable(Run run, String sentence) {
        assertThat(run.err()).startsWith("bootledger: " + sentence).hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(3);
    }
}
