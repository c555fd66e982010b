package io.bootledger.traces.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.RootMounted;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of events that are cut, forged or of a newer version. */
class DamagedEventsTest extends EventTexts {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "line":3                | "line":-3                   | its line number is negative: -3
            "line":3                | "line":9223372036854775807  | its line cannot be 9223372036854775807
            "line":3                | "line":92233720368547758070 | its line cannot be 92233720368547758070
            "line":3,               |                             | it lacks line
            "time_ns":1000          | "time_ns":-1                | its time is none of a boot: -1 ns
            "time_ns":1000          | "time_ns":9223372036854775807 | its time is none of a boot: 9223372036854775807 ns
            "time_ns":1000          | "priority":-1               | its priority is negative: -1
            "time_ns":1000          | "caller":"K7"               | its caller is neither T<pid> nor C<cpu>
            "cpus":4                | "cpus":{}                   | its event.cpus cannot be {}
            "cpus":4                | "cpus":"4"                  | its event.cpus cannot be "4"
            "cpus":4                | "cpus":4.5                  | its event.cpus cannot be 4.5
            "cpus":4                | "cpus":null                 | it lacks event.cpus
            "cpus":4                | "cpus":4000000000           | its event.cpus cannot be 4000000000
            ,"cpus":4               |                             | it lacks event.cpus
            "type":"cpus_brought_up", |                           | it lacks event.type
            "type":"cpus_brought_up" | "type":"initcall_started"  | it lacks event.symbol
            "type":"cpus_brought_up" | "type":"level_entered","level":7 | its event.level cannot be 7
            "type":"cpus_brought_up" | "type":"level_entered","level":"eighth" | its event.level cannot be "eighth"
            "type":"cpus_brought_up" | "type":"root_mounted","text":1 | its event.text cannot be 1
            "type":"cpus_brought_up" | "type":"message_logged","text":[] | its event.text cannot be []
            "type":"cpus_brought_up" | "type":"message_logged","text":{"latin1":"a","b":1} | its event.text cannot be {"latin1":"a","b":1}
            "type":"cpus_brought_up" | "type":"initcall_started","symbol":{"text":"a"} | it lacks event.symbol.function
            "type":"cpus_brought_up" | "type":"initcall_started","symbol":null | it lacks event.symbol
            "type":"cpus_brought_up" | "type":"boot_recorded"     | it lacks event.format
            {"type":"cpus_brought_up","nodes":1,"cpus":4} | null  | it lacks event
            {"type":"cpus_brought_up","nodes":1,"cpus":4} | []    | its event cannot be []
            {"type":"cpus_brought_up","nodes":1,"cpus":4} | "x"   | it lacks event.type
            "nodes":1               | "nodes"=1                   | it is not JSON, from its character 80 on
            "nodes":1               | "nodes":1}                  | it is not JSON, from its character
            """)
    void aLineThatIsNoEventIsCountedAndSaid(String written, @Nullable String forged, String why) throws IOException {
        List<RecordedEvent> events = events(
                BOOT.replaceFirst(Pattern.quote(written), Matcher.quoteReplacement(forged == null ? "" : forged)));
        assertThat(events).hasSize(3).extracting(RecordedEvent::sequence).containsExactly(0L, 1L, 2L);
        assertThat(said(events.get(0)))
                .isInstanceOfSatisfying(
                        MessageNotUnderstood.class,
                        line -> assertThat(line.why()).startsWith("line 2 of the events is damaged: " + why));
        assertThat(said(events.get(1))).isEqualTo(new RootMounted("VFS: Mounted root"));
        assertThat(said(events.get(2))).isEqualTo(new BootRecorded("dmesg", 1, 4, 4, 1, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aLineBetweenTwoEventsThatIsNoneIsCountedAndSaid(int place) throws IOException {
        List<String> lines = new ArrayList<>(BOOT.lines().toList());
        lines.add(place, "null");
        lines.add(place, "[]");
        List<RecordedEvent> events = events(String.join("\n", lines) + "\n");
        assertThat(events).extracting(RecordedEvent::sequence).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(events.subList(place - 1, place + 1))
                .extracting(RecordedEvent::event)
                .hasOnlyElementsOfType(MessageNotUnderstood.class);
        assertThat(said(events.get(4))).isEqualTo(new BootRecorded("dmesg", 1, 4, 6, 2, 2, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"x\"", "", "{}", "{\"sequence\":0} {}", "\u0000"})
    void aLineThatIsNoObjectIsCountedAndSaid(String line) throws IOException {
        List<RecordedEvent> events = events(BOOT.replace(FIRST, line + "\n"));
        assertThat(said(events.get(0))).isInstanceOf(MessageNotUnderstood.class);
        assertThat(said(events.get(2))).isEqualTo(new BootRecorded("dmesg", 1, 4, 4, 1, 2, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "lines":4        | "lines":5
            "malformed":0    | "malformed":-1
            "first_line":1   | "first_line":5
            "first_line":1   | "first_line":-1
            "irrelevant":2   | "irrelevant":999999999999999999
            "format":"dmesg" | "format":null
            """)
    void anEndThatDoesNotAddUpIsNoEnd(String written, String forged) throws IOException {
        List<RecordedEvent> events = events(BOOT.replace(written, forged));
        assertThat(events).hasSize(5).extracting(RecordedEvent::sequence).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(said(events.get(2))).isInstanceOf(MessageNotUnderstood.class);
        assertThat(said(events.get(3))).isEqualTo(new LogTruncated("the events end before the end of the boot"));
        assertThat(said(events.get(4))).isEqualTo(new BootRecorded("events", 3, 4, 3, 2, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 4, 1_000_000_000_000L, -1})
    void aHeaderThatCountsWrongIsSaid(long events) throws IOException {
        List<RecordedEvent> read = events(BOOT.replace("\"boot.log\"", "\"boot.log\",\"events\":" + events));
        assertThat(said(read.get(2)))
                .isInstanceOfSatisfying(
                        MessageNotUnderstood.class,
                        line -> assertThat(line.why())
                                .isEqualTo("the header of the events counts " + events + ", and there are 3"));
        assertThat(read.get(3).sequence()).isEqualTo(3);
        assertThat(said(read.get(3))).isEqualTo(new BootRecorded("dmesg", 1, 4, 4, 1, 2, 1));
        assertThat(events(BOOT.replace("\"boot.log\"", "\"boot.log\",\"events\":3")))
                .isEqualTo(events(BOOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {HEADER + BOOT, BOOT + HEADER})
    void aHeaderWithoutEventsIsABootThatIsCut(String text) throws IOException {
        List<RecordedEvent> events = events(text);
        assertThat(events)
                .hasSize(5)
                .filteredOn(event -> said(event) instanceof LogTruncated)
                .hasSize(1);
        assertThat(events).extracting(TraceReaderTest::said).contains(new BootRecorded("events", 0, 0, 0, 0, 0, 0));
    }

    @Test
    void whatIsNestedDeepOrLongIsSaidInOurWords() throws IOException {
        for (String deep : List.of(
                "[".repeat(5_000), "{\"a\":".repeat(5_000), "9".repeat(5_000), "\"" + "n".repeat(60_000) + "\":1,")) {
            List<RecordedEvent> events = events(BOOT.replace("\"nodes\":1", "\"nodes\":1,\"more\":" + deep));
            assertThat(said(events.get(0)).toString())
                    .containsAnyOf("it is nested deeper, or holds a longer number or name", "it is not JSON, from");
            assertThat(events).hasSize(3);
        }
    }

    @Test
    void whatFollowsTheEndOfABootNeedsAHeader() {
        assertThatThrownBy(() -> events(BOOT + FIRST))
                .hasMessage("events line 5 is damaged: it follows the end of a boot, and no header stands between");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anEndlessLineIsRefusedInBoundedMemory(int line) {
        String before = BOOT.lines().limit(line).reduce("", (text, next) -> text + next + "\n");
        byte[] beginning = (before + (line == 0 ? HEADER.strip() : "")).getBytes(StandardCharsets.UTF_8);
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(beginning), new Endless());
        assertThatThrownBy(() ->
                        TraceReader.read(LogSource.stream("endless", endless), ReadingOptions.EVERYTHING, event -> {}))
                .hasMessage("events line " + (line + 1)
                        + " is damaged: it is longer than any that Bootledger writes, 1 MiB");
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            Arrays.fill(bytes, from, from + length, (byte) 'x');
            return length;
        }
    }

    @Test
    void whatOnlyANewerVersionKnowsIsNamed() throws IOException {
        String newer = BOOT.replace("root_mounted", "reactor_started");
        TraceContents contents = TraceReader.read(
                source(newer.getBytes(StandardCharsets.UTF_8)), ReadingOptions.EVERYTHING, event -> {});
        assertThat(contents.boots()).isEqualTo(1);
        assertThat(contents.unknown()).containsExactly("reactor_started");
        assertThatThrownBy(() -> events(newer.replace("\"sequence\":1", "\"sequence\":5")))
                .hasMessageContaining("its sequence number is 5, and 1 comes next");
    }

    @Test
    void aHeaderAloneIsNoBoot() throws IOException {
        assertThat(contents(HEADER.getBytes(StandardCharsets.UTF_8), new ArrayList<>()))
                .isZero();
    }
}
