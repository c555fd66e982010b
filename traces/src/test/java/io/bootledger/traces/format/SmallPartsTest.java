package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.format.frame.Framing;
import io.bootledger.traces.format.frame.LearntFrames;
import io.bootledger.traces.format.frame.LogRecord;
import io.bootledger.traces.format.frame.LogRecord.Clock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clocks, counters and small looks of which the reader is made. */
class SmallPartsTest {
    @Test
    void differencesGoOnFromTheKernelsClockAndNeverBelowZero() {
        BootClock clock = new BootClock();

        assertThat(clock.nanos(Clock.DELTA, 30)).isEqualTo(30);
        assertThat(clock.nanos(Clock.DELTA, 12)).isEqualTo(42);
        assertThat(clock.nanos(Clock.KERNEL, 1_000)).isEqualTo(1_000);
        assertThat(clock.nanos(Clock.DELTA, -1)).isEqualTo(999);
        assertThat(clock.nanos(Clock.DELTA, -2_000)).isEqualTo(0);
        assertThat(clock.nanos(Clock.NONE, 7)).isEqualTo(BootClock.UNKNOWN);
    }

    @Test
    void timesOfDayCountFromTheFirstAndNeverBelowZero() {
        BootClock clock = new BootClock();

        assertThat(clock.nanos(Clock.WALL, 500)).isEqualTo(0);
        assertThat(clock.nanos(Clock.WALL, 740)).isEqualTo(240);
        assertThat(clock.nanos(Clock.CAPTURE, 100)).isEqualTo(0);
        assertThat(BootClock.time(BootClock.UNKNOWN)).isNull();
        assertThat(BootClock.time(0)).isEqualTo(BootTime.ZERO);
    }

    @Test
    void whatWasSeenIsKnownAgain() {
        SeenRecords seen = new SeenRecords();
        for (long fingerprint = 1; fingerprint <= 30_000; fingerprint++) {
            seen.add(fingerprint << 20 | fingerprint % 7);
        }

        assertThat(LongStream.rangeClosed(1, 30_000).allMatch(i -> seen.contains(i << 20 | i % 7)))
                .isTrue();
        assertThat(seen.contains(1L << 20 | 2)).isFalse();
        seen.clear();
        assertThat(seen.contains(1L << 20 | 1)).isFalse();
    }

    @Test
    void halfOfSixtyFiveThousandAreKept() {
        SeenRecords seen = new SeenRecords();
        for (int i = 0; i < 100_000; i++) {
            seen.add(77);
        }
        for (long fingerprint = 1; fingerprint <= 40_000; fingerprint++) {
            seen.add(1_000_000 + fingerprint);
        }

        assertThat(seen.contains(1_000_000 + 32_767)).isTrue();
        assertThat(seen.contains(1_000_000 + 32_768)).isFalse();
        assertThat(seen.contains(77)).isTrue();
    }

    @Test
    void ofSeveralRecordsInALineTheOneCountsThatMattersMost() {
        assertThat(Tally.Kind.IRRELEVANT.or(Tally.Kind.RECOGNISED)).isEqualTo(Tally.Kind.RECOGNISED);
        assertThat(Tally.Kind.MALFORMED.or(Tally.Kind.RECOGNISED)).isEqualTo(Tally.Kind.MALFORMED);
        assertThat(Tally.Kind.RECOGNISED.or(Tally.Kind.RECOGNISED)).isEqualTo(Tally.Kind.RECOGNISED);
    }

    @Test
    void linesAddUp() {
        Tally tally = new Tally();
        tally.count(Tally.Kind.RECOGNISED, 5);
        tally.count(Tally.Kind.IRRELEVANT, 6);
        tally.count(Tally.Kind.MALFORMED, 7);
        tally.countIrrelevant(8, 10);
        tally.countIrrelevant(Framing.PLAIN, 11, 12);
        assertThat(tally.recorded()).isEqualTo(new BootRecorded("dmesg", 5, 12, 8, 1, 6, 1));

        Tally before = new Tally();
        before.addIrrelevant(tally);
        assertThat(before.recorded()).isEqualTo(new BootRecorded("text", 5, 12, 8, 0, 8, 0));

        Tally both = new Tally();
        both.count(Tally.Kind.MALFORMED, 3);
        both.add(tally);
        both.reach(20);
        both.reach(2);
        assertThat(both.firstLine()).isEqualTo(2);
        assertThat(both.recorded()).isEqualTo(new BootRecorded("dmesg", 2, 20, 9, 1, 6, 2));

        Tally later = new Tally();
        later.count(Tally.Kind.RECOGNISED, 30);
        later.addIrrelevant(tally);
        assertThat(later.recorded()).isEqualTo(new BootRecorded("text", 30, 30, 9, 1, 8, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "'7 usecs [ 1.5] initcall a returned 0', '[ 1.5] initcall a returned 0 after 7 usecs'",
        "'  897653 usecs  [ 1.5] initcall a [m] returned 0 ', '[ 1.5] initcall a [m] returned 0 after 897653 usecs'",
        "'7 msecs [ 1.5] initcall a returned 0', ''",
        "' usecs [ 1.5] initcall a returned 0', ''",
        "'7 usecs  1.5] initcall a returned 0', ''",
        "'7 usecs [ 1.5 initcall a returned 0', ''",
        "'7 usecs [ 1.5] calling  a', ''",
        "'7 usecs', ''",
    })
    void aDurationMovedToTheFrontIsPutBack(String line, String whole) {
        LogRecord record = record(line + "\r");

        MovedDuration.putBack(record);

        String expected = whole.isEmpty() ? line + "\r" : whole;
        assertThat(new String(record.bytes, record.from, record.to - record.from, StandardCharsets.US_ASCII))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // lines, each by its end; the tails that are found
        "'a<br>|b<br>|c<br>', <br>",
        "'a\",|b\",|c', '\",'",
        "'a|b|c', ''",
        "'a<br>', ''",
        "'1<br>|2<br>|3;|4;', ''",
        "'1<br>|2<br>|3<br>|4;|5;', '<br> ;'",
        "'a\"|b\"|c\",', '\"'",
        "'a </p></div>|b </p></div>|c </div>', '</p></div>'",
        "'aaa|baa|caa', ''",
    })
    void tailsAreWhatMostLinesEndIn(String lines, String tails) {
        assertThat(Tails.of(firstLines(lines.split("\\|"))).stream()
                        .map(tail -> new String(tail, StandardCharsets.ISO_8859_1))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(tails);
    }

    @ParameterizedTest
    @CsvSource({
        "4 3 2 1, true",
        "3 2 1, false",
        "1 2 3 4, false",
        "5 4 3 4 2 1, false",
        "6 5 4 5 3 2 1, true",
        "4 4 3 2 1, true",
        "3 3 3 2 1, false",
    })
    void theNewestLineComesFirstWhereStampsFallFourTimesAsOftenAsTheyRise(String seconds, boolean newestFirst) {
        String[] lines = Arrays.stream(seconds.split(" "))
                .map(second -> "[    " + second + ".000000] x")
                .toArray(String[]::new);

        assertThat(Descent.of(firstLines(lines), new Framing(LearntFrames.NONE)))
                .isEqualTo(newestFirst);
    }

    @Test
    void onlySoManyStampsAreLookedAt() {
        String[] lines = IntStream.range(0, 400)
                .map(i -> i < 65 ? i : 1_000 - i)
                .mapToObj("[ %4d.000000] x"::formatted)
                .toArray(String[]::new);

        assertThat(Descent.of(firstLines(lines), new Framing(LearntFrames.NONE)))
                .isFalse();
    }

    @Test
    void theFirstLinesAreThoseThatAreNotBlank() {
        FirstLines lines = firstLines("one", "", "  \t", "two\rthree", "x".repeat(70_000));

        assertThat(IntStream.range(0, lines.size())
                        .mapToObj(line -> new String(lines.line(line), StandardCharsets.US_ASCII)))
                .isEqualTo(List.of("one", "two", "three"));
        assertThat(firstLines("x\n".repeat(3_000)).size()).isEqualTo(2_000);
    }

    @Test
    void factsAreCountedByLine() {
        FirstLines lines = firstLines(
                "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP",
                "[    0.100000] pci 0000:00: ordinary",
                "noise before [    0.200000] calling  a_init+0x0/0x10 @ 1",
                "[    0.300000] initcall");

        assertThat(lines.stateFacts()).isTrue();
        assertThat(lines.facts(LearntFrames.NONE)).isEqualTo(2);
        assertThat(firstLines("[    0.100000] ordinary").stateFacts()).isFalse();
    }

    private static FirstLines firstLines(String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
        return FirstLines.of(bytes, 0, bytes.length);
    }

    private static LogRecord record(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        LogRecord record = new LogRecord();
        record.begin(bytes, 0, bytes.length, 1);
        return record;
    }
}
