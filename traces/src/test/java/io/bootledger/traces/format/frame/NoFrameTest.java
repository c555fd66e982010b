package io.bootledger.traces.format.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is nearly a frame, and how far frames go. */
class NoFrameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(    0.123456] x",
                "[    0,123456] x",
                "[    0.123456) x",
                "[    a.123456] x",
                "[    0.12345a] x",
                "[     .123456] x",
                "[1   0.123456] x",
                "[    :.123456] x",
                "[    /.123456] x",
                "[    0.12:456] x",
                "[    0.12/456] x",
                "[    0.12\u00e9456] x",
            })
    void theStampOfPrintkHasBlanksAndThenDigitsAlone(String text) {
        byte[] bytes = (text + "        ").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(PrintkPrefix.nanos(bytes, 0, bytes.length)).isNegative();
    }

    @ParameterizedTest
    @CsvSource({
        "'[    0.000000] x', 0",
        "'[    9.000001] x', 9000001000",
        "'[   10.123456] x', 10123456000",
        "'[  210.999999] x', 210999999000",
        "'[ 3210.090909] x', 3210090909000",
        "'[12345.678901] x', 12345678901000",
        "'[00000.000009] x', 9000",
    })
    void theStampOfPrintkIsRead(String text, long nanos) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(PrintkPrefix.nanos(bytes, 0, bytes.length)).isEqualTo(nanos);
        assertThat(PrintkPrefix.nanos(bytes, 0, 14)).isEqualTo(nanos);
        assertThat(PrintkPrefix.nanos(bytes, 0, 13)).isNegative();
    }

    @ParameterizedTest
    @CsvSource({
        "'<0>[    0.123456]  x', 0, 19",
        "'<7>[    0.123456] x', 7, 18",
        "'<10>[    0.123456] x', 10, 19",
        "'<99>[    0.123456] x', 99, 19",
        "'[    0.123456]x', -1, 14",
        "'[    0.000000] x', -1, 15",
    })
    void theFastPrefixHasAPriorityOfOneOrTwoDigits(String text, int priority, int behind) {
        LogRecord record = record(text);

        assertThat(PrintkPrefix.peel(record)).isTrue();
        assertThat(record.priority).isEqualTo(priority);
        assertThat(record.from).isEqualTo(behind);
        assertThat(record.framed).isTrue();
        assertThat(record.clock).isEqualTo(LogRecord.Clock.KERNEL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>[    0.123456] x", "<09>[    0.123456] x", "<100>[    0.123456] x", "<7[    0.123456] xyz",
                "<1a>[    0.123456] x", "<a1>[    0.123456] x", "<7>[    0.12345] xyzzz", "<7>"
            })
    void whatIsNoSuchPrefixStaysAsItIs(String text) {
        LogRecord record = record(text);

        assertThat(PrintkPrefix.peel(record)).isFalse();
        assertThat(record.from).isEqualTo(0);
        assertThat(record.priority).isEqualTo(LogRecord.NO_PRIORITY);
        assertThat(record.framed).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'[    T1] x', 9, 1",
        "'[T1]x', 4, 1",
        "'[ C12]  x', 8, -13",
        "'[T123456789] x', 13, 123456789",
    })
    void aCallerStandsInBrackets(String text, int behind, int code) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(PrintkPrefix.behindCaller(bytes, 0, bytes.length)).isEqualTo(behind);
        assertThat(PrintkPrefix.caller(bytes, 0, bytes.length)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[    X1] x", "[    T] x", "[    T1 x", "[    T1", "[    ", "[T1234567890] x", "[    T1) x"})
    void andNothingElseDoes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(PrintkPrefix.behindCaller(bytes, 0, bytes.length)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modprobe-643 [6] ..... 26.742491: x", // one digit
                "modprobe-643 [006 ..... 26.742491: x",
                "modprobe-643[006] ..... 26.742491: x",
                "modprobe-643 [006] ..... more words 26.742491: x",
                "modprobe-643 [006] ..... 26.742491 x",
                "modprobe [006] ..... 26.742491: x",
                "modprobe-x [006] ..... 26.742491: x",
                "modprobe 643 [006] ..... 26.742491: x",
                "modprobe-1234567890 [006] ..... 26.742491: x",
                "modprobe-643 [006]",
                "[006] ..... 26.742491: x",
            })
    void whatIsNoEventOfATraceIsNone(String text) {
        assertThat(FtraceLine.match(record(text), 0)).isEqualTo(Token.NO_MATCH);
    }

    @ParameterizedTest
    @CsvSource({
        "'a-b c-643 [006] ..... 26.742491: x', T643, x",
        "'modprobe-123456789 [006] 26.742491: x', T123456789, x",
        "'a b-12 (   12) [006] d..1. 26.742491: x', T12, x",
        "'a-12 (-----) [006] d..1. 26.742491: x', T12, x",
        "'swapper/0     1 [000]     0.123456: initcall:initcall_start: x', T1, 'initcall_start: x'",
        "'swapper/0-1 [000]     0.123456: initcall:initcall_start: x', T1, 'initcall_start: x'",
    })
    void anEventOfATraceNamesItsTaskBehindTheLastDash(String text, String task, String event) {
        LogRecord record = record(text);

        int end = FtraceLine.match(record, 0);

        assertThat(text.substring(end)).isEqualTo(event);
        assertThat(record.caller()).hasToString(task);
        assertThat(record.framed).isTrue();
    }

    @Test
    void theJournalIsLookedForInTheFirstSixtyFourRecords() {
        Framing late = new Framing(LearntFrames.NONE);
        for (int i = 0; i < 63; i++) {
            late.peel(record("[    0.100000] ordinary"));
        }
        assertThat(late.mayBeJournal()).isTrue();
        late.peel(record("[    0.100000] ordinary"));
        assertThat(late.mayBeJournal()).isFalse();
        assertThat(message(late, "[    0.713514] myhost kernel: x")).isEqualTo("myhost kernel: x");

        Framing journal = new Framing(LearntFrames.NONE);
        assertThat(message(journal, "[    0.713514] myhost systemd[7]: x")).isEqualTo("myhost systemd[7]: x");
        for (int i = 0; i < 100; i++) {
            assertThat(message(journal, "[    0.713514] myhost kernel: x")).isEqualTo("x");
        }
        assertThat(message(journal, "[    0.713514] myhost systemd[7]: x")).isEqualTo("systemd[7]: x");
        assertThat(message(journal, "[    0.713514] ordinary x")).isEqualTo("ordinary x");
    }

    @Test
    void eightQuotesAreTakenOffAndNoMore() {
        Framing framing = new Framing(LearntFrames.NONE);

        assertThat(message(framing, "> > > > > > > > [    0.713514] x")).isEqualTo("x");
        assertThat(message(framing, "> > > > > > > > > [    0.713514] x")).isEqualTo("> [    0.713514] x");
    }

    @Test
    void carriageReturnsAndBlanksAreNoPartOfTheMessage() {
        LogRecord record = record("\r\r[    0.713514] x \r \r");
        new Framing(LearntFrames.NONE).peel(record);

        assertThat(text(record)).isEqualTo("x");
        assertThat(record.frames & Framing.SERIAL).isNotZero();
        assertThat(record.flowed).isTrue();

        LogRecord plain = record("x ");
        Framing.trim(plain);
        assertThat(plain.flowed).isTrue();
        assertThat(plain.frames).isZero();
        LogRecord serial = record("x\r");
        Framing.trim(serial);
        assertThat(serial.flowed).isFalse();
        assertThat(serial.frames).isEqualTo(Framing.SERIAL);
        LogRecord nothing = record("\r \r");
        Framing.trim(nothing);
        assertThat(nothing.from).isEqualTo(nothing.to);
    }

    @ParameterizedTest
    @CsvSource({
        "'[1:abcd', true",
        "'[ 1:abc', true",
        "'[abcdef', true",
        "'(1)abcd', true",
        "'<7>abcd', true",
        "'-(0)abc', true",
        "'-(a)abc', false",
        "'I[0:abc', true",
        "'J[0:abc', false",
        "'abcdefg', false"
    })
    void layersInsideTheStampAreToldByTheirFirstBytes(String text, boolean may) {
        assertThat(Framing.mayHoldLayers(text.getBytes(StandardCharsets.US_ASCII), 0))
                .isEqualTo(may);
    }

    private static String message(Framing framing, String line) {
        LogRecord record = record(line);
        framing.peel(record);
        return text(record);
    }

    private static String text(LogRecord record) {
        return new String(record.bytes, record.from, record.to - record.from, StandardCharsets.UTF_8);
    }

    private static LogRecord record(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        LogRecord record = new LogRecord();
        record.begin(bytes, 0, bytes.length, 1);
        return record;
    }
}
