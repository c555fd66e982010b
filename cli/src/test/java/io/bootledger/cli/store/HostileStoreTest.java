package io.bootledger.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Run;
import io.bootledger.project.Checkout;
import io.bootledger.traces.packed.EventsFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store somebody put things into: they are named and set aside, and keep nobody from the sound boot beside them. */
class HostileStoreTest {
    private static final Path SAMPLE = Checkout.sample("i386-6.12-caller/dmesg.txt");
    private static final String ANY = "0".repeat(64);

    @TempDir
    Path directory;

    private Path store;
    private Path boots;
    private List<String> events;

    @BeforeEach
    void aStoreOfOneBoot() throws IOException {
        store = directory.resolve("store");
        boots = store.resolve("boots");
        assertThat(Run.bootledger("ingest", SAMPLE, "--store", store).exitCode())
                .isZero();
        byte[] segment = Files.readAllBytes(onlyFile(boots));
        String text = new String(
                EventsFile.open(new GZIPInputStream(new ByteArrayInputStream(segment)))
                        .lines()
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        events = text.lines().skip(1).toList();
    }

    @Test
    void aFirstLineWithoutEndStopsNobody() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(boots.resolve(ANY + ".jsonl.gz")))) {
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < 600; i++) {
                out.write(piece);
            }
        }
        thenNamedAndSetAside("longer than any");
    }

    @Test
    void aLinkToAPipeStopsNobody() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Files.createSymbolicLink(boots.resolve(ANY + ".jsonl.gz"), pipe);
        thenNamedAndSetAside("no regular file");
    }

    @Test
    void neitherDoesADirectory() throws IOException {
        Files.createDirectories(boots.resolve(ANY + ".jsonl.gz").resolve("inside"));
        thenNamedAndSetAside("no regular file");
    }

    /** Forged, and with the right hash. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"line\":4,|\"line\":-4,",
                "\"sequence\":4,|\"sequence\":-4,",
                "\"sequence\":4,|\"sequence\":9,",
                "\"sequence\":4,|\"sequence\":4000000000000,",
                "\"function\":|\"nonsense\":",
                "\"function\":\"|\"function\":null,\"was\":\"",
                "\"lines\":|\"lines\":-",
                "\"line\":4,|\"line\":9223372036854775807,",
                "\"type\":\"initcall_finished\"|\"type\":\"boot_recorded\"",
                "\"time_ns\":|\"time_ns\":-",
                "\"type\":|\"type\":{},\"other\":"
            })
    void forgedEventsStopNobody(String change) throws IOException {
        String[] words = change.split("\\|");
        String forged = String.join("\n", events).replace(words[0], words[1]) + "\n";
        assertThat(forged).doesNotContain(String.join("\n", events));
        segment("bootledger/events/v1", forged);
        thenNamedAndSetAside("");
    }

    /** Such a boot may have been; what is asked of it is answered, or refused in a sentence. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"return_value\":|\"nonsense\":",
                "\"time_ns\":|\"time_ns\":9223372036854775807,\"other\":",
                "\"time_ns\":1|\"time_ns\":922337203685477580",
                "\"text\":|\"nonsense\":"
            })
    void oddEventsAreNoFaultOfOurs(String change) throws IOException {
        String[] words = change.split("\\|");
        Path odd = segment("bootledger/events/v1", String.join("\n", events).replace(words[0], words[1]) + "\n");
        String boot = odd.getFileName().toString().substring(0, 12);
        for (String how : List.of("stats", "history", "store list", "show " + boot, "store check")) {
            Run run = run(how.split(" "));
            assertThat(run.exitCode()).as("%s: %s", how, run.err()).isIn(0, 2, 3);
        }
    }

    /** What was remembered of a boot is not believed when its file is another. */
    @ParameterizedTest
    @ValueSource(strings = {"", "garbage"})
    void aBootThatIsOverwrittenAfterItWasCountedIsCountedByNobody(String garbage) throws IOException {
        Path counted = onlyFile(boots);
        Path other = Checkout.sample("killed-early/console.log");
        assertThat(run("ingest", other.toString()).exitCode()).isZero();
        assertThat(run("stats").err()).isEmpty();
        Files.writeString(counted, garbage);
        for (String how : List.of("store list", "stats", "history")) {
            Run run = run(how.split(" "));
            assertThat(run.exitCode()).as(how).isEqualTo(3);
            assertThat(run.err())
                    .as(how)
                    .contains(
                            "boot " + counted.getFileName().toString().substring(0, 12), "see bootledger store check");
            assertThat(run.out()).as(how).doesNotContain("6.12");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boots", "views", "views/summaries", "incoming", "forgotten", "damaged"})
    void nothingIsWrittenThroughALinkOutOfTheStore(String part) throws IOException {
        assertThat(run("stats").exitCode()).isZero();
        Path place = store.resolve(part);
        Path outside = directory.resolve("outside");
        if (Files.exists(place)) {
            Files.move(place, outside);
        } else {
            Files.createDirectory(outside);
        }
        Files.createSymbolicLink(place, outside);
        List<Path> before = all(outside);
        for (String how : List.of("stats", "history", "store list", "store check", "forget 0000", "ingest " + SAMPLE)) {
            Run run = run(how.split(" "));
            assertThat(run.exitCode()).as(how).isEqualTo(3);
            assertThat(run.out()).as(how).isEmpty();
            assertThat(run.err()).as(how).hasLineCount(1).contains("its " + part + " is a symbolic link");
        }
        assertThat(all(outside)).isEqualTo(before);
    }

    private static List<Path> all(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void aBootOfANewerSchemaIsNamedAndLeftAlone() throws IOException {
        Path newer = segment("bootledger/events/v2", "{\"sequence\":0,\"what\":\"this version cannot know\"}\n");
        Run check = run("store", "check");
        assertThat(check.exitCode()).isZero();
        assertThat(check.err()).hasLineCount(1).contains("its schema is bootledger/events/v2", "left as it is");
        assertThat(check.out()).isEqualTo("1 sound, 0 damaged, 1 of a newer Bootledger\n");
        assertThat(newer).exists();
        assertThat(run("stats").err()).contains("use a newer one").doesNotContain("store check");
    }

    @Test
    void aStoreThatIsOnlyReadCanBeCheckedToo() throws IOException {
        Files.writeString(boots.resolve(ANY + ".jsonl.gz"), "nonsense");
        Files.writeString(store.resolve("damaged"), "no folder");
        Run check = run("store", "check");
        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(check.err()).hasLineCount(1).contains("cannot be set aside");
        assertThat(check.out()).isEqualTo("1 sound, 1 damaged\n");
    }

    @Test
    void aNameAmongTheBootsThatIsNoneIsTold() throws IOException {
        Files.writeString(boots.resolve("notes\u009b[2J.txt"), "mine");
        Files.createDirectory(boots.resolve(ANY.substring(1) + ".jsonl.gz"));
        Run check = run("store", "check");
        assertThat(check.exitCode()).isZero();
        assertThat(check.out()).isEqualTo("1 sound, 0 damaged\n");
        assertThat(check.err())
                .hasLineCount(2)
                .contains("boots/notes", ".txt: it is not named as a boot, and nothing reads it")
                .doesNotContain("\u009b");
        assertThat(boots).isDirectoryContaining("glob:**.txt");
    }

    @Test
    void namesOfEventsAreShownAsText() throws IOException {
        String odd = String.join("\n", events).replaceFirst("\"type\":\"message_logged\"", "\"type\":\"\\\\u001b[2J\"");
        segment("bootledger/events/v1", odd + "\n");
        Run check = run("store", "check");
        assertThat(check.out()).contains("\\x1b[2J").doesNotContain("\033");
    }

    /** No kind, a text without end, a number without end, a symbol from nowhere, a line before the first. */
    @ParameterizedTest
    @ValueSource(strings = {"7f00", "030cffffff7f", "09ffffffffffffffffffff7f", "0102630102", "03010000"})
    void forgedPackedEventsStopNobody(String packed) throws IOException {
        String header = "{\"schema\":\"bootledger/events/v1\",\"log\":\"x\",\"boot\":\"" + ANY
                + "\",\"number\":1,\"kernel\":\"6.12\",\"events\":1,\"form\":\"packed\"}\n";
        Path file = boots.resolve(ANY + ".boot.gz");
        Files.write(file, zipped(header.getBytes(StandardCharsets.UTF_8)));
        Files.write(file, zipped(HexFormat.of().parseHex(packed)), java.nio.file.StandardOpenOption.APPEND);
        thenNamedAndSetAside(ANY.substring(0, 12));
    }

    private void thenNamedAndSetAside(String why) throws IOException {
        Path empty = Files.createDirectories(directory.resolve("other/boots")).getParent();
        Run list = run("store", "list");
        assertThat(list.out()).contains("6.12");
        assertThat(list.exitCode()).isIn(0, 3);
        Run merge = Run.bootledger("store", "merge", store, "--store", empty);
        assertThat(merge.out()).startsWith("1 added");
        assertThat(merge.exitCode()).isEqualTo(3);
        Run stats = run("stats");
        assertThat(stats.out()).contains("6.12");
        assertThat(stats.err()).contains(": see bootledger store check").contains(why);
        assertThat(stats.exitCode()).isEqualTo(3);
        Run check = run("store", "check");
        assertThat(check.out()).isEqualTo("1 sound, 1 damaged\n");
        assertThat(check.err()).hasLineCount(1).contains(why, "set aside as");
        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(run("store", "check").exitCode()).isZero();
        assertThat(run("stats").exitCode()).isZero();
    }

    private Path segment(String schema, String lines) throws IOException {
        String id;
        try {
            id = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
        String header = "{\"schema\":\"" + schema + "\",\"log\":\"x\",\"boot\":\"" + id + "\",\"number\":1,\"events\":"
                + lines.lines().count() + "}\n";
        Path file = boots.resolve(id + ".jsonl.gz");
        Files.write(file, zipped(header.getBytes(StandardCharsets.UTF_8)));
        Files.write(file, zipped(lines.getBytes(StandardCharsets.UTF_8)), java.nio.file.StandardOpenOption.APPEND);
        return file;
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private Run run(String... words) {
        Object[] all = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(words), java.util.stream.Stream.of("--store", store))
                .toArray();
        return Run.bootledger(all);
    }
}
