package io.bootledger.analyzer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.RandomEvents;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.UserspaceReported;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsUntilTest {
    private static final BootRecorded WHOLE = new BootRecorded("dmesg", 1, 90, 90, 50, 40, 0);

    @ParameterizedTest(name = "{0} until {1}: {2} events")
    @CsvSource(delimiter = '|', textBlock = """
            1 2 3 4            | 0 | 0
            1 2 3 4            | 2 | 2
            1 2 3 4            | 9 | 4
            1 2 9 3 4 5        | 4 | 5
            1 2 9 3 4 5        | 2 | 2
            8 9 0 1 2 3 8 9    | 4 | 6
            8 9 0 1 2 3 8 9    | 7 | 6
            1 2 8 9 8 9 0 8 9  | 5 | 2
            1 2 2 2 3          | 2 | 4
            """)
    void theCutContradictsTheFewestStamps(String stamps, long until, int passed) {
        assertThat(until(until, stamped(stamps)).passed).hasSize(passed);
    }

    @Test
    void whatHasNoStampBelongsToWhatStandsBeforeIt() {
        List<RecordedEvent> events = stamped("- 1 - - 5 - 6");
        assertThat(until(2, events).passed).isEqualTo(events.subList(0, 4));
        assertThat(until(0, events).passed).isEqualTo(events.subList(0, 1));
    }

    @Test
    void theStreamEndsAtTheMomentAsALogEnds() {
        List<RecordedEvent> events = new ArrayList<>(stamped("1 2"));
        events.add(event(2, 3L, new MessageNotUnderstood(LogText.of("calling ???"), "a symbol")));
        events.add(event(3, 4L, new UserspaceReported("hello")));
        events.add(event(4, 9L, new UserspaceReported("later")));
        Cut cut = until(5, events);
        assertThat(cut.end)
                .isEqualTo(new RecordedEvent(
                        4,
                        BootTime.ofMicros(4),
                        null,
                        null,
                        new BootRecorded("dmesg", 1, 4, 4, 1, 2, 1),
                        new Origin(0, null)));
        assertThat(cut.until.reached()).isTrue();
        assertThat(cut.until.moment()).isEqualTo(BootTime.ofMicros(5));
        assertThat(cut.until.last()).isEqualTo(events.get(3));
    }

    @Test
    void aLogThatEndsBeforeEndsAsItDoes() {
        Cut cut = until(9, stamped("1 2"));
        assertThat(cut.end.event()).isEqualTo(WHOLE);
        assertThat(cut.until.reached()).isFalse();
        assertThat(cut.until.lastTime()).isEqualTo(BootTime.ofMicros(2));
    }

    @Test
    void aLogWithoutStampsHasNoMoment() {
        Cut cut = until(9, stamped("- - -"));
        assertThat(cut.until.firstTime()).isNull();
        assertThat(cut.passed).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsPassedOnIsTheBeginningOfTheStream(long seed) {
        List<RecordedEvent> events = RandomEvents.stream(seed, 300);
        int before = 0;
        for (long moment = 0; moment < 20_000; moment += 1_000) {
            List<RecordedEvent> passed = until(moment, events).passed;
            assertThat(passed).isEqualTo(events.subList(0, passed.size())).hasSizeGreaterThanOrEqualTo(before);
            before = passed.size();
        }
        assertThat(before).isEqualTo(300);
    }

    private record Cut(EventsUntil until, List<RecordedEvent> passed, RecordedEvent end) {}

    private static Cut until(long micros, List<RecordedEvent> events) {
        List<RecordedEvent> passed = new ArrayList<>();
        EventsUntil until = new EventsUntil(BootTime.ofMicros(micros), passed::add);
        events.forEach(until::accept);
        until.accept(event(events.size(), null, WHOLE));
        RecordedEvent end = passed.remove(passed.size() - 1);
        return new Cut(until, passed, end);
    }

    /** Microseconds; a dash has none. */
    private static List<RecordedEvent> stamped(String stamps) {
        List<RecordedEvent> events = new ArrayList<>();
        for (String stamp : stamps.strip().split(" ")) {
            Long micros = stamp.equals("-") ? null : Long.valueOf(stamp);
            events.add(event(events.size(), micros, new MessageLogged(LogText.of("x"))));
        }
        return events;
    }

    private static RecordedEvent event(int sequence, @Nullable Long micros, BootEvent event) {
        BootTime time = micros == null ? null : BootTime.ofMicros(micros);
        return new RecordedEvent(sequence, time, null, null, event, new Origin(sequence + 1, null));
    }
}
