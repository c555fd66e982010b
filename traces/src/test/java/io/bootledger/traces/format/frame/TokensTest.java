package io.bootledger.traces.format.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.traces.format.frame.LogRecord.Clock;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of frames: where each ends in a text that begins with it, or -1, and what it tells. */
class TokensTest {
    @ParameterizedTest(name = "{0} in \"{1}\"")
    @CsvSource({
        "seconds, 0.123456, 8",
        "seconds, 1.12, 4",
        "seconds, 1.1, -1",
        "seconds, 1234567890.12x, 13",
        "seconds, 12345678901.12, -1",
        "seconds, 4000000000.00, 13",
        "seconds, 4000000001.00, -1",
        "seconds, 1.123456789, 11",
        "seconds, 1.1234567891, -1",
        "seconds, .123456, -1",
        "seconds, 5, -1",
        "seconds, '5,123456', -1",
        "micros, 123456, 6",
        "micros, 123456789012345, 15",
        "micros, 1234567890123456, -1",
        "micros, x, -1",
        "delta, -0.000003, 9",
        "delta, --0.000003, -1",
        "unused, -0.000003], 9",
        "unused, 0.000003, 8",
        "minus, -, 0",
        "minus, +, -1",
        "name, a, -1",
        "name, ab, 2",
        "name, févr. 6, 6",
        "name, abcdefghijkl, 12",
        "name, abcdefghijklm, -1",
        "day, 7 , 1",
        "day, 14, 2",
        "day, 123, -1",
        "day, x, -1",
        "year, 2024, 4",
        "year, 202, -1",
        "year, 20245, -1",
        "minute, 12:18, 5",
        "minute, 12-18, -1",
        "minute, 1:18, -1",
        "minute, 12:1, -1",
        "clock, 22:13:20, 8",
        "clock, 22:13:20.5 , 10",
        "clock, 22:13:20., 8",
        "clock, 22:13:20.x, 8",
        "clock, 22:13:2, -1",
        "clock, '22:13:20,5', 8",
        "comma, '22:13:20,5', 10",
        "comma, '22:13:20,', -1",
        "comma, 22:13:20, -1",
        "comma, 22:13:20.5, -1",
        "date, 2026-11-20, 10",
        "date, 2026-11-20T, 10",
        "date, 2026-11-2, -1",
        "date, 2026-1x-20, -1",
        "date, 2026-11-2x, -1",
        "date, 2026-11-201, -1",
        "date, 2026/11-20, -1",
        "date, 2026-11/20, -1",
        "date, 202x-11-20, -1",
        "zone, Z, 1",
        "zone, +00:00x, 6",
        "zone, -0800, 5",
        "zone, x, 0",
        "digits, 12x, 2",
        "digits, x, -1",
        "word, ab[1] c, 5",
        "word, ' a', -1",
        "upper, A, 1",
        "upper, Z, 1",
        "upper, a, -1",
        "upper, @, -1",
        "any, x, 1",
        "any, '', -1",
        "comm, kworker/7:1] x, 11",
        "comm, swapper), 7",
        "comm, swapper, -1",
        "comm, 0123456789012345678901234567890123456789], -1",
        "comm, 012345678901234567890123456789012345678], 39",
        "comm before its number, kworker/7:1:   62], 11",
        "comm before its number, swapper], -1",
        "release, '6.1.0-50,7', 8",
        "release, '6,7', -1",
        "release, 6.1.0, -1",
        "release, 'v6.1,', -1",
        "bracket, [, 0",
        "bracket, <, 0",
        "bracket, (, -1",
        "priority, 7>, 1",
        "priority, 1234>, 4",
        "priority, 12345>, -1",
        "facility, kern  :, 4",
        "facility, local7:, 6",
        "facility, local8:, -1",
        "facility, :, -1",
        "level, debug :, 5",
        "level, debugs :, -1",
        "caller, T1], 2",
        "caller, C123456789], 10",
        "caller, T1234567890], -1",
        "caller, X1], -1",
        "caller, T], -1",
        "task, 123456789, 9",
        "task, 1234567890, -1",
        "task, x, -1",
        "kernel, kernel:, 6",
        "kernel, kerne, -1",
        "program, avahi-daemon[1088]: x, 0",
        "program, a: x, 0",
        "program, : x, -1",
        "program, avahi x, -1",
        "sequence, '160,', 3",
        "sequence, 'x,', -1",
        "fields, -;x, 1",
        "fields, '-,caller=T1;x', 11",
        "fields, '- ;', -1",
        "fields, -, -1",
    })
    void endsThere(String token, String text, int end) {
        LogRecord record = record(text);

        assertThat(Shape.of("{" + token + "}").match(record, 0)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seconds",
                "micros",
                "delta",
                "unused",
                "minus",
                "name",
                "day",
                "year",
                "minute",
                "clock",
                "comma",
                "date",
                "digits",
                "word",
                "upper",
                "any",
                "comm",
                "release",
                "bracket",
                "priority",
                "facility",
                "level",
                "caller",
                "task",
                "kernel",
                "program",
                "sequence",
                "fields",
                "trace"
            })
    void nothingStandsAtTheEndOfALine(String token) {
        LogRecord record = record("x");
        record.to = 0;

        assertThat(Shape.of("{" + token + "}").match(record, 0)).isEqualTo(Token.NO_MATCH);
    }

    @ParameterizedTest
    @CsvSource({
        "{seconds}, 12.000345, KERNEL, 12000345000",
        "{capture}, 12.000345, CAPTURE, 12000345000",
        "{unused}, 12.000345, NONE, 12000345000",
        "{delta}, -0.000003, DELTA, -3000",
        "{delta}, 0.000003, DELTA, 3000",
        "{micros}, 424069, KERNEL, 424069000",
        "{nodelta}, x, DELTA, 0",
        "'{date} {clock}{wall}', '1970-01-02 01:02:03.5', WALL, 90123500000000",
        "'{month} {day} {clock} {year}{wall}', 'Jan  1 00:00:19 1970', WALL, 19000000000",
        "'{month} {day} {clock} {year}{wall}', 'Feb  1 00:00:19 1970', WALL, 2678419000000000",
        "'{month} {day} {clock} {year}{wall}', 'Dec 31 23:59:59 1970', WALL, 31535999000000000",
        "'{month} {day} {clock} {year}{wall}', 'anF  1 00:00:19 1970', NONE, 0",
        "'{month} {day} {clock} {year}{wall}', 'mai  1 00:00:19 1970', NONE, 0",
        "'{month} {day} {clock} {year}{wall}', 'Feb 30 00:00:19 1970', NONE, 0",
    })
    void timeIsTold(String shape, String text, Clock clock, long nanos) {
        LogRecord record = record(text);

        assertThat(Shape.of(shape).match(record, 0)).isNotNegative();
        assertThat(record.clock).isEqualTo(clock);
        assertThat(record.nanos).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        "{facility}:{level}, kern:emerg, 0",
        "{facility}:{level}, kern:debug, 7",
        "{facility}:{level}, user:warn, 12",
        "{facility}:{level}, local7:err, 187",
        "{level}:{facility}, warn:user, 12",
        "<{priority}>, <30>, 30",
    })
    void priorityIsTold(String shape, String text, int priority) {
        LogRecord record = record(text);

        assertThat(Shape.of(shape).match(record, 0)).isEqualTo(text.length());
        assertThat(record.priority).isEqualTo(priority);
    }

    @ParameterizedTest
    @CsvSource({"{caller}, T12, T12", "{caller}, C12, C12", "{task}, 62, T62", "{fields}, '-,caller=C3,x=1;', C3"})
    void theCallerIsTold(String shape, String text, String caller) {
        LogRecord record = record(text);

        assertThat(Shape.of(shape).match(record, 0)).isNotNegative();
        assertThat(record.caller()).hasToString(caller);
    }

    @Test
    void onlyTheFirstSystemdSpeaksForTheBoot() {
        LogRecord init = record("systemd[1]: x");
        LogRecord other = record("systemd[12]: x");
        Shape.of("{program}").match(init, 0);
        Shape.of("{program}").match(other, 0);

        assertThat(init.foreign).isFalse();
        assertThat(other.foreign).isTrue();
        assertThat(init.framed).isTrue();
    }

    @Test
    void bracketsEndWithinReach() {
        Token brackets = Tokens.brackets('(', ')');

        assertThat(brackets.match(record("(a) b"), 0)).isEqualTo(3);
        assertThat(brackets.match(record("a)"), 0)).isEqualTo(Token.NO_MATCH);
        assertThat(brackets.match(record("(a"), 0)).isEqualTo(Token.NO_MATCH);
        assertThat(brackets.match(record("(" + "a".repeat(94) + ")"), 0)).isEqualTo(96);
        assertThat(brackets.match(record("(" + "a".repeat(95) + ")"), 0)).isEqualTo(Token.NO_MATCH);
    }

    @Test
    void aNameIsOfLettersDigitsAndUnderscores() {
        assertThat(Tokens.name(record("a_1-b"), 0)).isEqualTo(3);
        assertThat(Tokens.name(record("-"), 0)).isEqualTo(Token.NO_MATCH);
    }

    @Test
    void aBlankStandsForOneOrMoreAndATildeForNoneOrMore() {
        assertThat(Shape.of("a b").match(record("a \t b"), 0)).isEqualTo(5);
        assertThat(Shape.of("a b").match(record("ab"), 0)).isEqualTo(Token.NO_MATCH);
        assertThat(Shape.of("a~b").match(record("ab"), 0)).isEqualTo(2);
        assertThat(Shape.of("a~b").match(record("a  b"), 0)).isEqualTo(4);
    }

    @Test
    void noFrameHasAPartThatNobodyKnows() {
        assertThatThrownBy(() -> Shape.of("{colour}")).hasMessageContaining("colour");
        assertThatThrownBy(() -> FormatNames.bit("telex")).hasMessageContaining("telex");
    }

    private static LogRecord record(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        LogRecord record = new LogRecord();
        record.begin(bytes, 0, bytes.length, 1);
        return record;
    }
}
