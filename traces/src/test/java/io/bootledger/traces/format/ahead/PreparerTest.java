package io.bootledger.traces.format.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.format.bytes.Chunks;
import io.bootledger.traces.format.frame.Framing;
import io.bootledger.traces.format.frame.LogRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a preparer remembers makes it faster, and must change nothing. */
class PreparerTest {
    private final Preparer experienced = new Preparer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amd64-6.1-cloud/dmesg.txt",
                "amd64-6.1-cloud/console.log.gz",
                "i386-6.12-caller/dmesg.txt",
                "i386-6.12-caller/kmsg.txt.gz",
                "amd64-7.2-cloud/dmesg.txt",
                "panic-initcall/console.log"
            })
    void linesReadAgainAndDamagedAreReadAsForTheFirstTime(String sample) throws IOException {
        readAgainAndDamaged(log(sample), sample);
    }

    @Test
    void soAreLinesThatSayWhoPrintedThem() throws IOException {
        String log = new String(log("amd64-6.1-cloud/console.log.gz"), StandardCharsets.ISO_8859_1);
        String called = log.replaceAll("(?m)^(\\[ *\\d+\\.\\d{6}])", "$1[    T1]");
        assertThat(called).contains("][    T1] calling  ");
        readAgainAndDamaged(called.getBytes(StandardCharsets.ISO_8859_1), "callers");
    }

    private void readAgainAndDamaged(byte[] log, String sample) throws IOException {
        Random random = new Random(sample.hashCode());
        for (int round = 0; round < 4; round++) {
            everyLineIsReadAsForTheFirstTime(log);
            damage(log, round * log.length / 400, random);
        }
    }

    @Test
    void aKnownMessageIsKnownOnlyAsAWholeLine() throws IOException {
        String calling = "[    0.000001] calling  m_init+0x0/0x10 @ 7";
        String log = String.join(
                "\n",
                calling,
                calling,
                calling + "\r",
                calling + "\r\r",
                calling + " ",
                calling + "7",
                calling.substring(0, calling.length() - 1),
                calling + "\r ",
                calling + "[    0.000002] initcall m_init+0x0/0x10 returned 0 after 0 usecs",
                "[    0.000001][    T7] " + calling.substring(15),
                "[    0.000001][    T7] " + calling.substring(15),
                "[    0.000001] [ C12]  " + calling.substring(15) + "\r",
                "[    0.000001][T1234567890] " + calling.substring(15),
                "[    0.000001][    X7] " + calling.substring(15),
                "[    0.000001][    T] " + calling.substring(15),
                "[    0.000001][    T7 " + calling.substring(15),
                "[    0.000001][    T7][    T8] " + calling.substring(15),
                "[    0.000001][    T7]",
                "[    0.000001][    T7] usb 1-1: new device",
                "[    0.000001][    T8] usb 1-1: new device",
                "[    0.000001] usb 1-1: new device",
                "[    0.000001][    T8] [12] usb 1-1: new device",
                "<6>" + calling,
                "<14>" + calling,
                "\r" + calling,
                "",
                "\r",
                calling,
                "[    0.00000",
                "");
        everyLineIsReadAsForTheFirstTime(log.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] log(String sample) throws IOException {
        try (LogSource source = LogSource.file(Path.of("samples", sample))) {
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            source.stream().transferTo(log);
            return log.toByteArray();
        }
    }

    private static void damage(byte[] log, int bytes, Random random) {
        for (int i = 0; i < bytes; i++) {
            byte other = log[random.nextInt(log.length)];
            log[random.nextInt(log.length)] = random.nextBoolean() ? other : (byte) random.nextInt(256);
        }
    }

    /** Lines alone, and all at once. */
    private void everyLineIsReadAsForTheFirstTime(byte[] log) throws IOException {
        PreparedLines again = new PreparedLines();
        PreparedLines first = new PreparedLines();
        Chunks chunks = new Chunks(new ByteArrayInputStream(log));
        Chunks.Chunk chunk;
        while ((chunk = chunks.next(null)) != null) {
            for (int from = chunk.from(); from < chunk.to(); ) {
                int to = from + lineLength(chunk, from);
                Chunks.Chunk line = new Chunks.Chunk(chunk.bytes(), from, to, 0);
                experienced.prepare(line, again);
                new Preparer().prepare(line, first);
                assertThat(rows(again)).as("line %s", text(line)).isEqualTo(rows(first));
                from = to;
            }
            experienced.prepare(chunk, again);
            new Preparer().prepare(chunk, first);
            assertThat(rows(again)).isEqualTo(rows(first));
        }
    }

    private static int lineLength(Chunks.Chunk chunk, int from) {
        return Ascii.indexOf(chunk.bytes(), from, chunk.to(), '\n') + 1 - from;
    }

    private static String text(Chunks.Chunk line) {
        return new String(Arrays.copyOfRange(line.bytes(), line.from(), line.to()), StandardCharsets.ISO_8859_1);
    }

    /** What is known of each line; of an ordinary one it does not matter whether it was told at a glance. */
    private static String rows(PreparedLines lines) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < lines.rows(); row++) {
            if (lines.ordinaryLines(row) > 0) {
                ordinary(lines, row, rows);
            } else if (lines.isRecord(row)) {
                record(lines, row, rows);
            } else {
                rows.append(lines.from(row)).append('-').append(lines.to(row)).append(": unread\n");
            }
        }
        return rows.toString();
    }

    private static void ordinary(PreparedLines lines, int row, StringBuilder rows) {
        LogRecord record = new LogRecord();
        int count = 0;
        for (int at = lines.from(row); at <= lines.to(row); at = record.lineTo + 1) {
            int end = Ascii.indexOf(lines.bytes(), at, lines.to(row), '\n');
            record.begin(lines.bytes(), at, end < 0 ? lines.to(row) : end, 1);
            Framing.peelPrefix(record);
            rows.append(at)
                    .append('-')
                    .append(record.lineTo)
                    .append(": ordinary, at ")
                    .append(record.nanos);
            rows.append(", frames ").append(lines.frames(row)).append('\n');
            count++;
        }
        assertThat(lines.ordinaryLines(row)).isEqualTo(count);
        assertThat(lines.lastNanos(row)).isEqualTo(record.nanos);
    }

    private static void record(PreparedLines lines, int row, StringBuilder rows) {
        LogRecord record = new LogRecord();
        lines.message(row, 1, record);
        rows.append(lines.from(row)).append('-').append(lines.to(row)).append(": ");
        rows.append(record.from).append('-').append(record.to).append(" by ").append(record.caller());
        rows.append(", ").append(record.priority()).append(", flowed ").append(record.flowed);
        rows.append(", text ").append(lines.fingerprint(row)).append(", says ").append(lines.event(row));
        rows.append(", at ")
                .append(record.nanos)
                .append(", frames ")
                .append(record.frames)
                .append('\n');
    }
}
