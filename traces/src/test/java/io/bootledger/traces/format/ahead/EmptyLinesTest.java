package io.bootledger.traces.format.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogContents;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.format.bytes.Chunks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One empty line may end something; that there are more of them changes nothing but how many lines there are. */
class EmptyLinesTest {
    private static final String WRAPPED = """
            [    0.000000] Linux version 6.1.0 (build@host) (gcc 12) #1 SMP
            [    0.100000] calling  a_very_long_name_of_an_init_function+0x0/0x22c @ 1
            [    0.100500] initcall a_very_long_name_of_an_init_function+0x0/0x22c returned 0 after
            0 usecs
            [    0.200000] calling  con_init+0x0/0x22c @ 1
            [    0.200500] initcall con_init+0x0/0x22c returned 0 after
            """;
    private static final String EXPORT = """
            __CURSOR=s=1
            _SOURCE_MONOTONIC_TIMESTAMP=0
            _TRANSPORT=kernel
            MESSAGE=Linux version 6.1.0 (build@host) (gcc 12) #1 SMP

            __CURSOR=s=2
            _SOURCE_MONOTONIC_TIMESTAMP=100000
            _TRANSPORT=kernel
            MESSAGE=calling  con_init+0x0/0x22c @ 1

            __CURSOR=s=3
            _SOURCE_MONOTONIC_TIMESTAMP=200000
            _TRANSPORT=kernel
            MESSAGE=initcall con_init+0x0/0x22c returned 0 after 0 usecs
            """;

    @TempDir
    Path directory;

    private record Seen(List<Object> facts, long lines) {}

    @ParameterizedTest
    @ValueSource(strings = {"amd64-6.1-cloud/dmesg.txt", "panic-initcall/console.log", "earlyprintk/console.log.gz"})
    void manyAreAsOne(String sample) throws IOException {
        try (LogSource source = LogSource.file(Path.of("samples", sample))) {
            manyAreAsOneIn(new String(source.stream().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void soAreThoseInsideAWrappedMessageOrBetweenTheFieldsOfTheJournal() throws IOException {
        manyAreAsOneIn(WRAPPED);
        manyAreAsOneIn(EXPORT);
    }

    private static void manyAreAsOneIn(String log) throws IOException {
        int lines = (int) log.lines().count();
        for (int every : new int[] {1, 3, 50}) {
            for (String empty : new String[] {"\n", "\r\n"}) {
                Seen one = read(with(empty, every, log));
                Seen many = read(with(empty.repeat(40), every, log));
                assertThat(many.facts()).as("after every %s", every).isEqualTo(one.facts());
                assertThat(many.lines() - one.lines()).isEqualTo(39L * (lines / every));
            }
        }
    }

    /** With empty lines behind some. */
    private static String with(String empty, int every, String log) {
        StringBuilder text = new StringBuilder();
        int[] count = {0};
        log.lines().forEach(line -> text.append(line).append('\n').append(++count[0] % every == 0 ? empty : ""));
        return text.toString();
    }

    private static Seen read(String log) throws IOException {
        List<Object> facts = new ArrayList<>();
        InputStream in = new ByteArrayInputStream(log.getBytes(StandardCharsets.ISO_8859_1));
        LogContents contents = LogReader.read(
                LogSource.stream("log", in), ReadingOptions.EVERYTHING, event -> facts.addAll(withoutLine(event)));
        return new Seen(facts, contents.lines());
    }

    private static List<Object> withoutLine(RecordedEvent event) {
        BootEvent said = event.event();
        Object fact = said instanceof BootRecorded boot ? List.of(boot.recognised(), boot.malformed()) : said;
        return Arrays.asList(event.time(), fact, event.origin().text());
    }

    /** A row each would be some 40 MB. */
    @Test
    void theyTakeOneRow() {
        byte[] bytes = new byte[Chunks.SIZE + 16];
        Arrays.fill(bytes, (byte) '\n');
        PreparedLines lines = new PreparedLines();
        new Preparer().prepare(new Chunks.Chunk(bytes, 0, Chunks.SIZE, 0), lines);
        assertThat(lines.rows()).isOne();
        assertThat(lines.to(0)).isEqualTo(Chunks.SIZE - 1);
    }

    @Test
    void soDoShortLinesOfAnyKind() {
        byte[] bytes = "x\n\r\n \n".repeat(Chunks.SIZE / 6).getBytes(StandardCharsets.US_ASCII);
        PreparedLines lines = new PreparedLines();
        new Preparer().prepare(new Chunks.Chunk(Arrays.copyOf(bytes, bytes.length + 16), 0, bytes.length, 0), lines);
        assertThat(lines.rows()).isOne();
    }

    /** Some 300 MB of them, which compress to a third of a megabyte; reading each as if it might say something took minutes. */
    @Test
    void hundredsOfMillionsInAFileAreCounted() throws IOException {
        long wanted = 300_000_000;
        Path file = directory.resolve("empty.log.gz");
        byte[] some = "\n".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (long written = 0; written < wanted; written += some.length) {
                out.write(some);
            }
        }
        LogContents contents = LogReader.read(LogSource.file(file), ReadingOptions.EVERYTHING, event -> {});
        assertThat(contents.lines()).isEqualTo(wanted);
        assertThat(contents.boots()).isZero();
    }
}
