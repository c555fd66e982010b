package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.RecordedEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From bytes to events, whatever the bytes are. */
class LogReaderTest extends ReadLog {
    @Test
    void aBootIsItsEventsInOrderAndThenHowItWasRead() {
        given(HEAD + TAIL);

        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000");
        assertThat(events).extracting(RecordedEvent::sequence).isEqualTo(longsUpTo(events.size()));
        assertThat(onlyBoot()).isEqualTo(new BootRecorded("dmesg", 1, 7, 7, 7, 0, 0));
    }

    private static List<Long> longsUpTo(int count) {
        return Stream.iterate(0L, n -> n + 1).limit(count).toList();
    }

    @Test
    void aCarriageReturnAloneEndsALine() {
        String progress = "Loading: 10%\rLoading: 100%\r";
        given(progress + HEAD.replace("\n", "\r\n") + TAIL);
        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000");
        assertThat(onlyBoot().lines()).isEqualTo(7);

        given((HEAD + lines(2_000, 110_000) + TAIL).replace('\n', '\r'));
        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000");
        assertThat(onlyBoot().lines()).isEqualTo(2_007);
    }

    @Test
    void whatIsTooLongToReadIsCountedAndSaid() {
        given(HEAD + "[    0.200000] long " + "x".repeat(1_000_000) + "\n" + TAIL);

        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000");
        assertThat(all(LogTruncated.class))
                .containsExactly(new LogTruncated(
                        "line 5 is longer than 65536 bytes: the 934484 bytes behind these were not read"));

        given(HEAD + "[    0.200000] long " + "x".repeat(2_000_000));
        assertThat(all(LogTruncated.class)).hasSize(1).first().asString().contains("1934484 bytes");
    }

    @Test
    void proseAroundTheLogIsIrrelevant() {
        given("Hello,\n\nmy board is slow:\n" + HEAD + "Any ideas?\ncalling  me+0x0/0x1 @ 1\n");

        assertThat(calls()).containsExactly("con_init 100000");
        assertThat(onlyBoot())
                .extracting(BootRecorded::lines, BootRecorded::recognised, BootRecorded::irrelevant)
                .containsExactly(9L, 4L, 5L);
    }

    @Test
    void aLineOfHundredMegabytesIsSurvived() {
        byte[] head = HEAD.getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\n" + TAIL).getBytes(StandardCharsets.UTF_8);
        events.clear();
        contents = read(new java.io.SequenceInputStream(java.util.Collections.enumeration(
                List.of(new ByteArrayInputStream(head), new Endless(100_000_000), new ByteArrayInputStream(tail)))));

        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000");
        assertThat(contents.lines()).isEqualTo(8);
    }

    /** So many letters and no newline. */
    private static final class Endless extends InputStream {
        private int left;

        Endless(int left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            int count = Math.min(left, length);
            Arrays.fill(target, from, from + Math.max(count, 0), (byte) 'x');
            left -= count;
            return count > 0 ? count : -1;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void powerShellsTextIsRead(String charset) {
        given(("\ufeff" + HEAD + TAIL).getBytes(Charset.forName(charset)));

        assertThat(calls()).hasSize(2);
    }

    @Test
    void compressedMembersThatFollowOneAnotherAreOneLog() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        for (String member : List.of(HEAD, TAIL)) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(log)) {
                gzip.write(member.getBytes(StandardCharsets.UTF_8));
            }
        }
        given(log.toByteArray());

        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000");
    }

    @Test
    void whatIsNoLogYieldsNoEventAndSaysWhatItIs() {
        given("");
        assertThat(contents).isEqualTo(new LogContents(0, 0, 0, false, "nothing"));
        given("Dear all,\nno log here.\n");
        assertThat(contents).extracting(LogContents::boots, LogContents::kind).containsExactly(0, "text");
        given(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        assertThat(contents).extracting(LogContents::boots, LogContents::kind).containsExactly(0, "a PNG picture");
        assertThat(events).isEmpty();
    }

    @Test
    void aLogThatBreaksOffInAMessageIsCut() {
        given(HEAD + "[    0.314207] initcall camel");

        assertThat(all(LogTruncated.class))
                .singleElement()
                .satisfies(cut -> assertThat(cut.reason()).contains("mid-line"));
        given(HEAD + "[    0.314207] initcall camel\n");
        assertThat(all(LogTruncated.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noiseNeverThrowsAndEveryLineIsCounted(long seed) {
        Random random = new Random(seed);
        byte[] log = (HEAD + TAIL + HEAD).repeat(20).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < log.length / 20; i++) {
            log[random.nextInt(log.length)] = (byte) random.nextInt(256);
        }
        given(log);

        assertThat(all(BootRecorded.class))
                .allSatisfy(boot ->
                        assertThat(boot.lines()).isEqualTo(boot.recognised() + boot.irrelevant() + boot.malformed()));
        assertThat(all(BootRecorded.class).mapToLong(BootRecorded::lines).sum()).isEqualTo(contents.lines());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096})
    void howTheStreamIsCutIntoReadsChangesNothing(int size) {
        byte[] log = (HEAD + TAIL).repeat(500).getBytes(StandardCharsets.UTF_8);
        given(log);
        List<RecordedEvent> whole = List.copyOf(events);
        events.clear();
        read(new ByteArrayInputStream(log) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, size));
            }
        });

        assertThat(events).isEqualTo(whole);
    }
}
