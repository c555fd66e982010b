package io.bootledger.traces.format.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.format.frame.LogRecord.Clock;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogRecordTest {
    @Test
    void aWorseClockNeverTakesThePlaceOfABetterOne() {
        LogRecord record = record("x");

        record.stamp(Clock.WALL, 5);
        record.stamp(Clock.CAPTURE, 6);
        assertThat(record.clock).isEqualTo(Clock.WALL);
        assertThat(record.nanos).isEqualTo(5);
        record.stamp(Clock.WALL, 7);
        assertThat(record.nanos).isEqualTo(7);
        record.stamp(Clock.KERNEL, 8);
        assertThat(record.clock).isEqualTo(Clock.KERNEL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 255, 256, 400_000})
    void aCallerIsAnyTaskOrCpu(int id) {
        LogRecord record = record("x");

        record.calledByTask(id);
        assertThat(record.caller()).isEqualTo(Caller.task(id));
        record.calledByCpu(id);
        assertThat(record.caller()).isEqualTo(Caller.cpu(id));
        record.callerCode = LogRecord.NO_CALLER;
        assertThat(record.caller()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 191, 192, 1_000})
    void aPriorityIsAnyNumber(int code) {
        LogRecord record = record("x");

        record.priority = code;
        assertThat(record.priority()).isEqualTo(new Priority(code));
        record.priority = LogRecord.NO_PRIORITY;
        assertThat(record.priority()).isNull();
    }

    @Test
    void onlyTheKernelsFacilityIsTheKernels() {
        LogRecord record = record("x");

        record.priority = 7;
        assertThat(record.isForged()).isFalse();
        record.priority = 8;
        assertThat(record.isForged()).isTrue();
    }

    @Test
    void itIsGluedWhereAnythingButBlanksFollows() {
        LogRecord record = record("one \t\r\rtwo");

        record.to = 3;
        assertThat(record.isGlued()).isTrue();
        record.lineTo = 7;
        assertThat(record.isGlued()).isFalse();
    }

    @Test
    void beginningAnewForgetsAll() {
        LogRecord record = filled();
        record.begin(new byte[9], 2, 7, 12);

        LogRecord fresh = new LogRecord();
        fresh.begin(record.bytes, 2, 7, 12);
        assertThat(record)
                .usingRecursiveComparison()
                .ignoringFields("year", "month", "day", "nanosOfDay")
                .isEqualTo(fresh);
        assertThat(record.from).isEqualTo(2);
        assertThat(record.to).isEqualTo(7);
    }

    @Test
    void aCopyKeepsAllButTheBufferAroundIt() {
        LogRecord record = filled();
        record.lineFrom = 3;
        record.lineTo = 9;
        record.from = 5;
        record.to = 8;

        LogRecord copy = record.copy();

        assertThat(new String(copy.bytes, StandardCharsets.UTF_8)).isEqualTo("3456789".substring(0, 6));
        assertThat(new String(copy.bytes, copy.from, copy.to - copy.from, StandardCharsets.UTF_8))
                .isEqualTo("567");
        assertThat(copy.lineFrom).isEqualTo(0);
        assertThat(copy.lineTo).isEqualTo(6);
        assertThat(copy)
                .usingRecursiveComparison()
                .ignoringFields("bytes", "lineFrom", "lineTo", "from", "to", "year", "month", "day", "nanosOfDay")
                .isEqualTo(record);
    }

    /** A message without its escapes stands behind the line in the same bytes. */
    @Test
    void aCopyHoldsTheMessageWhereverItStands() {
        LogRecord record = record("0123456789");
        record.lineFrom = 5;
        record.lineTo = 7;
        record.from = 2;
        record.to = 4;
        assertThat(new String(record.copy().bytes, StandardCharsets.UTF_8)).isEqualTo("23456");
        assertThat(record.copy().lineFrom).isEqualTo(3);

        record.from = 8;
        record.to = 10;
        assertThat(new String(record.copy().bytes, StandardCharsets.UTF_8)).isEqualTo("56789");
    }

    private static LogRecord filled() {
        LogRecord record = record("0123456789");
        record.lineNumber = 77;
        record.stamp(Clock.KERNEL, 5);
        record.priority = 3;
        record.callerCode = 4;
        record.sequence = 6;
        record.frames = 7;
        record.framed = true;
        record.foreign = true;
        record.bootId = 8;
        record.flowed = true;
        return record;
    }

    @ParameterizedTest
    @CsvSource({
        // text, place of the prefix behind its first byte
        "x[    1.000000] y, 1",
        "[    0.000000] a[    1.000000] b, 16",
        "x<6>[    1.000000] y, 1",
        "x<30>[    1.000000] y, 1",
        "x>[    1.000000] y, 2",
        "x<>[    1.000000] y, 3",
        "xa>[    1.000000] y, 3",
        "x6>[    1.000000] y, 3",
        "x[1.000000], 1",
        "x[123456789.000000], 1",
        "x[1234567890.000000], -1",
        "x[ 1.00000] y, -1",
        "x[ 1.0000000] y, -1",
        "x[ 1:000000] y, -1",
        "x[ .000000] y, -1",
        "x[ 1.000000 y, -1",
        "x[ 1.000000, -1",
        "x[ab] [ 1.000000] y, 6",
        "x, -1",
    })
    void theNextPrefixIsFoundInsideALine(String text, int place) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(GluedRecords.next(bytes, 0, bytes.length)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({"'xabc', 4", "'\"abc\",\"d\"', 4", "'\"a\\\"b\"c', 5", "'\"a\\\\\"b', 4", "'\"abc', 4", "'\"abc\\', 5"})
    void aRecordThatBeginsAStringEndsWithIt(String text, int end) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(GluedRecords.end(bytes, 1, bytes.length)).isEqualTo(end);
    }

    @Test
    void formatsAreNamedTheMostFrequentFirst() {
        FormatNames.Counts counts = new FormatNames.Counts();
        assertThat(counts.name()).isEqualTo("text");

        counts.count(Framing.PLAIN, 3);
        counts.count(Framing.JSON, 2);
        counts.count(Framing.JSON, 2);
        counts.count(FormatNames.bit(""), 90);
        assertThat(counts.name()).isEqualTo("json, dmesg");
        counts.count(Framing.PLAIN | Framing.CALLER, 2);
        assertThat(counts.name()).isEqualTo("dmesg, json+caller");

        FormatNames.Counts more = new FormatNames.Counts();
        more.count(Framing.KMSG, 6);
        counts.add(more);
        counts.add(more);
        assertThat(counts.name()).isEqualTo("kmsg, dmesg, json+caller");
    }

    @Test
    void aSerialConsolesLinesAreNotCalledDmesg() {
        FormatNames.Counts counts = new FormatNames.Counts();
        counts.count(Framing.PLAIN | Framing.SERIAL, 3);

        assertThat(counts.name()).isEqualTo("serial console");
    }

    private static LogRecord record(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        LogRecord record = new LogRecord();
        record.begin(bytes, 0, bytes.length, 1);
        return record;
    }
}
