package io.bootledger.traces.format.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records written as fields: what each line turns out to be, and each record as {@code micros priority caller message}. */
class FieldRecordsTest {
    private static final String HEADER = "Fri 2026-11-20 12:18:00.123456 UTC [s=0123456789abcdef;i=1;b=f00d]";

    private final Framing framing = new Framing(LearntFrames.NONE);
    private final FieldRecords fields = new FieldRecords(framing);
    private final LogRecord record = new LogRecord();

    private List<String> taken(String... lines) {
        List<String> taken = new ArrayList<>();
        for (String line : lines) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            record.begin(bytes, 0, bytes.length, 1);
            framing.peel(record);
            FieldRecords.Taken what = record.framed ? FieldRecords.Taken.TEXT : fields.take(record);
            taken.add(what == FieldRecords.Taken.RECORD ? told() : what.toString());
            while (fields.next(record)) {
                taken.add(told());
            }
        }
        return taken;
    }

    private String told() {
        return (record.clock == LogRecord.Clock.KERNEL ? record.nanos / 1_000 : "-")
                + " " + (record.priority < 0 ? "-" : record.priority)
                + " " + (record.caller() == null ? "-" : record.caller())
                + (record.foreign ? " foreign " : " ")
                + new String(record.bytes, record.from, record.to - record.from, StandardCharsets.UTF_8);
    }

    @Test
    void anObjectOverSeveralLinesIsOneRecord() {
        assertThat(taken(
                        "{",
                        "   \"dmesg\": [",
                        "      {",
                        "         \"pri\": 6,",
                        "",
                        "         \"time\":     0.123456,",
                        "         \"msg\": \"first\"",
                        "      },{",
                        "         \"fac\": \"user\", \"pri\": \"warn\", \"caller\": \"T7\",",
                        "         \"time\":     0.200000,",
                        "         \"msg\": \"second\"",
                        "      }",
                        "   ]",
                        "}",
                        "behind it"))
                .containsExactly(
                        "PART",
                        "PART",
                        "PART",
                        "PART",
                        "PART",
                        "PART",
                        "PART",
                        "123456 6 - first",
                        "PART",
                        "PART",
                        "PART",
                        "200000 12 T7 second",
                        "TEXT",
                        "TEXT",
                        "TEXT");
    }

    @Test
    void aMessageEndsAtItsFirstLineBreakAndNotAtABackslash() {
        assertThat(taken("{", "\"msg\": \"first\\nrest \\\"quoted\\\" [", "}")).endsWith("- - - first");
        assertThat(taken("{", "\"msg\": \"a\\\\nb\"", "}")).endsWith("- - - a\\nb");
        assertThat(taken("{", "\"note\": \"a\\nb\", \"msg\": \"c\"", "}")).endsWith("- - - c");
    }

    @Test
    void whatIsNoFieldEndsAnObject() {
        assertThat(taken("{", "garbage", "\"msg\": \"x\"", "}")).containsExactly("PART", "TEXT", "TEXT", "TEXT");
        assertThat(taken("{ \"msg\":", "\"x\" }")).containsExactly("TEXT", "TEXT");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"msg\":\"x\"}', '- - - x'",
        "'  {\"msg\":\"x\"},', '- - - x'",
        "'{\"msg\":\"x\"}]', '- - - x'",
        "'data: {\"msg\":\"x\"}', '- - - x'",
        "'123456{\"msg\":\"x\"}', '- - - x'",
        "'1234567{\"msg\":\"x\"}', TEXT",
        "'{\"msg\":\"x\"};', TEXT",
        "'{\"msg\":\"x\"', TEXT",
        "'{msg}', TEXT",
        "'{\"other\":\"x\"}', PART",
    })
    void anObjectInALineIsARecord(String line, String told) {
        assertThat(taken(line)).containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"time\":1.5', '1500000 - - x'",
        "'\"time\":\"  1.5\"', '1500000 - - x'",
        "'\"time\":-1.5', '- - - x'",
        "'\"time\":3999999999.5', '3999999999500000 - - x'",
        "'\"time\":4000000000', '- - - x'",
        "'\"time\":\"soon\"', '- - - x'",
        "'\"time\":\"0.1234567890123456789012345\"', '- - - x'",
        "'\"time\":\"2026-11-20T12:18:00,123456+00:00\"', '- - - x'",
        "'\"pri\":\"debug\"', '- 7 - x'",
        "'\"pri\":\"nonsense\"', '- - - x'",
        "'\"fac\":\"kern\",\"pri\":\"err\"', '- 3 - x'",
        "'\"PRIORITY\":\"6\",\"SYSLOG_FACILITY\":\"3\"', '- 30 - x'",
        "'\"PRIORITY\":\"6\",\"SYSLOG_FACILITY\":\"300\"', '- 6 - x'",
        "'\"PRIORITY\":\"6\",\"SYSLOG_FACILITY\":\"x\"', '- 6 - x'",
        "'\"SYSLOG_FACILITY\":\"3\"', '- - - x'",
        "'\"caller\":\"C3\"', '- - C3 x'",
        "'\"_SOURCE_MONOTONIC_TIMESTAMP\":\"123456\"', '123456 - - x'",
        "'\"_SOURCE_BOOTTIME_TIMESTAMP\":\"123456\"', '123456 - - x'",
        "'\"_TRANSPORT\":\"kernel\"', '- - - x'",
        "'\"_TRANSPORT\":\"syslog\"', '- - - foreign x'",
        "'\"SYSLOG_IDENTIFIER\":\"kernel\"', '- - - x'",
        "'\"SYSLOG_IDENTIFIER\":\"avahi\"', '- - - foreign x'",
        "'\"SYSLOG_IDENTIFIER\":\"systemd\",\"_PID\":\"1\"', '- - - systemd[1]: x'",
        "'\"SYSLOG_IDENTIFIER\":\"systemd\",\"_PID\":\"12\"', '- - - foreign x'",
    })
    void fieldsTellOfTheMessage(String more, String told) {
        assertThat(taken("{\"msg\":\"x\"," + more + "}")).containsExactly(told);
        assertThat(taken("{\"MESSAGE\":\"x\"," + more + "}")).containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"dt\":\"1\",\"lvl\":\"target\",\"msg\":\"[    0.100000] x\"}', '100000 - - x'",
        "'{\"dt\":\"1\",\"lvl\":\"feedback\",\"msg\":\"[    0.100000] x\"}', '100000 - - x'",
        "'{\"dt\":\"1\",\"lvl\":\"debug\",\"msg\":\"[    0.100000] x\"}', PART",
        "'{\"lvl\":\"debug\",\"msg\":\"[    0.100000] x\"}', '- - - [    0.100000] x'",
        "'{\"stream\":\"out\",\"log\":\"[    0.100000] x\"}', '100000 - - x'",
        "'{\"anything\":\"[    0.100000] x\"}', '100000 - - x'",
        "'{\"stream\":\"out\",\"log\":\"text\"}', '- - - text'",
        "'{\"a\":{\"b\":{\"log\":\"text\"}}}', '- - - text'",
        "'{\"a\":[{\"log\":\"text\"}]}', '- - - text'",
        "'{\"MESSAGE\":[103,114,195,188,110]}', '- - - grün'",
        "'{\"MESSAGE\":[\"one\",\"two\"]}', '- - - one'",
        "'{\"MESSAGE\":[]}', '- - - '",
    })
    void aLineMayBeOneOfTheFields(String line, String told) {
        assertThat(taken(line)).containsExactly(told);
    }

    @Test
    void aFieldOfSeveralLinesIsSeveralRecords() {
        assertThat(taken("{\"log\":\"[    0.100000] a\\n[    0.200000] b\\n[    0.300000] c\"}"))
                .containsExactly("100000 - - a", "200000 - - b", "300000 - - c");
        assertThat(record.frames & Framing.JSON).isNotZero();
        assertThat(taken("{\"Body\":[\"[    0.100000] a\",\"[    0.200000] b\"]}"))
                .containsExactly("100000 - - a", "200000 - - b");
        assertThat(taken("{\"values\":[[\"2\",\"[    0.200000] b\"],[\"1\",\"[    0.100000] a\"]]}"))
                .as("the newest first")
                .containsExactly("100000 - - a", "200000 - - b");
        assertThat(taken("{\"values\":[[\"1\",\"[    0.100000] a\"],[\"2\",\"[    0.200000] b\"]]}"))
                .containsExactly("100000 - - a", "200000 - - b");
        assertThat(taken("{\"msg\":\"a\\nb\"}")).containsExactly("- - - a");
    }

    @Test
    void theJournalsExportIsARecordUpToAnEmptyLine() {
        assertThat(taken(
                        "__CURSOR=s=0123",
                        "_TRANSPORT=kernel",
                        "PRIORITY=6",
                        "_SOURCE_MONOTONIC_TIMESTAMP=123456",
                        "MESSAGE=a = b",
                        "MESSAGE=again",
                        "",
                        "text",
                        "__CURSOR=s=0124",
                        "MESSAGE=second"))
                .containsExactly(
                        "PART", "PART", "PART", "PART", "PART", "PART", "123456 6 - a = b", "TEXT", "PART", "PART");
        assertThat(fields.end(record)).isTrue();
        assertThat(told()).isEqualTo("- - - second");
        assertThat(fields.end(record)).isFalse();
    }

    @Test
    void theJournalsVerboseRecordsBeginWithTheirCursors() {
        assertThat(taken(HEADER, "    PRIORITY=6", "    MESSAGE=first", HEADER, "    MESSAGE=second", "", "text"))
                .containsExactly("PART", "PART", "PART", "- 6 - first", "PART", "- - - second", "TEXT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fri 2026-11-20 12:18:00 UTC [s=0123456]", // 39 bytes
                "Fri 2026-11-20 12:18:00.123456 UTC [s=0123456789abcdef;i=1;b=f00d",
                "5ri 2026-11-20 12:18:00.123456 UTC [s=0123456789abcdef;i=1;b=f00d]",
                "Fri 2026-11-20 12:18:00.123456 UTC [t=0123456789abcdef;i=1;b=f00d]",
                "Fri 2026-11-20 12:18:00.123456 UTC [s:0123456789abcdef;i=1;b=f00d]",
                "Fri 2026-11-20 12:18:00.123456 UTC s=0123456789abcdef;i=1;b=f00dx]",
            })
    void whatIsNoSuchBeginningIsText(String line) {
        assertThat(taken(line, "MESSAGE=x", "")).containsExactly("TEXT", "TEXT", "TEXT");
    }

    @Test
    void theShortestBeginningHasFortyBytes() {
        assertThat(taken("Fri 2026-11-20 12:18:00 UTC [s=01234567]", "MESSAGE=x", ""))
                .endsWith("- - - x");
    }
}
