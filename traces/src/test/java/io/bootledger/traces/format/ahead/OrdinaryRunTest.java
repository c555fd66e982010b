package io.bootledger.traces.format.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.format.bytes.Chunks;
import io.bootledger.traces.format.bytes.LineScanner;
import io.bootledger.traces.format.frame.Framing;
import io.bootledger.traces.format.frame.GluedRecords;
import io.bootledger.traces.format.frame.LogRecord;
import io.bootledger.traces.message.MessageTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdinaryRunTest {
    private static final String STAMPED = "[    4.000000] ";

    private final MessageTable messages = new MessageTable();
    private int inRuns;
    private int ordinary;

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            List<Path> logs = files.filter(
                            file -> file.toString().matches(".*(dmesg|console|kmsg)[^/]*\\.(txt|log)(\\.gz)?"))
                    .sorted()
                    .toList();
            return logs.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsTakenForOrdinaryAtAGlanceIsSoAtASecondLook(Path sample) throws IOException {
        try (LogSource log = LogSource.file(sample)) {
            everyLineOfARunIsOrdinary(log.stream());
        }
    }

    @Test
    void ordinaryLinesThatSayWhoPrintedThemAreToldAtAGlanceToo() throws IOException {
        try (LogSource log = LogSource.file(Path.of("samples/amd64-6.1-cloud/dmesg.txt"))) {
            String called = new String(log.stream().readAllBytes(), StandardCharsets.ISO_8859_1)
                    .replaceAll("(?m)^(\\[ *\\d+\\.\\d{6}])", "$1[    T1]");
            everyLineOfARunIsOrdinary(new ByteArrayInputStream(called.getBytes(StandardCharsets.ISO_8859_1)));
        }
        assertThat(inRuns).isGreaterThan(ordinary * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void damagedLinesAreNotTakenForOrdinary(long seed) throws IOException {
        Random random = new Random(seed);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        for (Path sample : samples().toList()) {
            try (LogSource source = LogSource.file(sample)) {
                byte[] bytes = source.stream().readNBytes(1 << 17);
                for (int i = 0; i < bytes.length / 40; i++) {
                    int other = random.nextInt(bytes.length);
                    bytes[random.nextInt(bytes.length)] =
                            random.nextBoolean() ? bytes[other] : (byte) random.nextInt(256);
                }
                log.write(bytes);
            }
        }
        everyLineOfARunIsOrdinary(new ByteArrayInputStream(log.toByteArray()));
    }

    @Test
    void mostOrdinaryLinesOfARealBootAreToldAtAGlance() throws IOException {
        try (LogSource log = LogSource.file(Path.of("samples/amd64-6.1-cloud/dmesg.txt"))) {
            everyLineOfARunIsOrdinary(log.stream());
        }
        assertThat(inRuns).isGreaterThan(ordinary * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STAMPED + "calling  m_init+0x0/0x10 [m] @ 7",
                STAMPED + "foo: probe of 1.2 failed with error -5",
                STAMPED + "[   T1] calling  m_init+0x0/0x10 @ 7",
                STAMPED + "[   T1] usb 1-1: in other frames",
                STAMPED + "[   X1] usb 1-1: in other frames",
                STAMPED + "usb 1-1: new[    4.000001] calling  m_init+0x0/0x10 @ 7",
                STAMPED + "usb 1-1: in other frames\r",
                STAMPED + "usb 1-1: ends in a blank ",
                "[    3.999999] usb 1-1: earlier",
                "<6>" + STAMPED + "usb 1-1: with its priority",
                "usb 1-1: without a stamp",
                STAMPED,
                ""
            })
    void aRunEndsBeforeALineThatNeedsACloserLook(String line) {
        byte[] log = (STAMPED + "usb 1-1: one\n" + STAMPED + "usb 1-1: two\n" + line + "\n")
                .getBytes(StandardCharsets.UTF_8);
        PrintkLine last = new PrintkLine(new LineScanner());
        OrdinaryRun run = new OrdinaryRun(last);
        int end = run.end(Arrays.copyOf(log, log.length + Long.BYTES), 0, log.length);

        assertThat(run.lines()).isEqualTo(2);
        assertThat(end).isEqualTo(log.length - line.length() - 1);
        assertThat(last.end()).isEqualTo(log.length - 1);
    }

    private void everyLineOfARunIsOrdinary(InputStream log) throws IOException {
        Chunks chunks = new Chunks(log);
        PrintkLine line = new PrintkLine(new LineScanner());
        OrdinaryRun run = new OrdinaryRun(line);
        Chunks.Chunk chunk;
        while ((chunk = chunks.next(null)) != null) {
            int at = chunk.from();
            while (at < chunk.to()) {
                int end = run.end(chunk.bytes(), at, chunk.to());
                check(run, chunk.bytes(), at, end);
                if (end < chunk.to()) {
                    ordinary += look(chunk.bytes(), end, line.end()) == null ? 0 : 1;
                }
                at = line.end() + 1;
            }
        }
    }

    private void check(OrdinaryRun run, byte[] bytes, int from, int to) {
        int at = from;
        long nanos = run.firstNanos();
        for (int line = 0; line < run.lines(); line++) {
            int end = Ascii.indexOf(bytes, at, to, '\n');
            LogRecord record = look(bytes, at, end);
            assertThat(record)
                    .as(new String(bytes, at, end - at, StandardCharsets.ISO_8859_1))
                    .isNotNull();
            assertThat(record.frames).isEqualTo(run.frames());
            assertThat(record.nanos).isGreaterThanOrEqualTo(nanos);
            nanos = record.nanos;
            at = end + 1;
        }
        assertThat(at).isEqualTo(to);
        assertThat(run.lines() == 0 || nanos == run.lastNanos()).isTrue();
        inRuns += run.lines();
        ordinary += run.lines();
    }

    /** The line without its frame if it is ordinary; else null. */
    private LogRecord look(byte[] bytes, int from, int to) {
        LogRecord record = new LogRecord();
        record.begin(bytes, from, to, 1);
        boolean alone = Framing.peelPrefix(record) && GluedRecords.next(bytes, record.from, record.to) < 0;
        return alone && messages.read(bytes, record.from, record.to) == null ? record : null;
    }
}
