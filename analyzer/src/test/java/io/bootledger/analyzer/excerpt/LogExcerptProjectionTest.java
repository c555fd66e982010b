package io.bootledger.analyzer.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.excerpt.LogExcerpt.Line;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.LevelEntered;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.RootMounted;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogExcerptProjectionTest {
    private static final ExcerptBounds TIGHT = new ExcerptBounds(10_000, 0, 200, 2);

    @Test
    void aLineThatStatesSomethingIsKeptWithItsSurroundings() {
        List<RecordedEvent> events = ordinary(1, 20);
        events.set(9, stating(10));
        assertThat(numbers(fold(TIGHT, events))).containsExactly(8L, 9L, 10L, 11L, 12L);
    }

    @Test
    void linesBeforeInitAreKeptAsLongAsTheyFitAndInOrder() {
        ExcerptBounds bounds = new ExcerptBounds(10_000, 60, 200, 1);
        List<RecordedEvent> events = ordinary(1, 30);
        events.set(19, stating(20));
        assertThat(numbers(fold(bounds, events))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 19L, 20L, 21L);
    }

    @Test
    void afterInitOnlyTheSurroundingsAreKept() {
        ExcerptBounds bounds = new ExcerptBounds(10_000, 5_000, 200, 1);
        List<RecordedEvent> events = ordinary(1, 9);
        events.set(3, event(4, new InitProcessStarted("/sbin/init")));
        assertThat(numbers(fold(bounds, events))).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aLineThatStatesTwoThingsIsKeptOnce() {
        List<RecordedEvent> events = List.of(event(1, message()), stating(1), stating(1), event(1, message()));
        assertThat(numbers(fold(TIGHT, events))).containsExactly(1L);
    }

    @Test
    void aLongLineIsCutAndSaysHowMuchIsMissing() {
        RecordedEvent event = new RecordedEvent(
                0, null, null, null, new RootMounted("x"), new Origin(1, LogText.of("y".repeat(500))));
        assertThat(fold(TIGHT, List.of(event)).lines())
                .containsExactly(new Line(1, null, LogText.of("y".repeat(200)), 300));
    }

    @Test
    void theBoundHoldsAndWhatIsLeftOutIsCounted() {
        ExcerptBounds bounds = new ExcerptBounds(50, 50, 200, 2);
        List<RecordedEvent> events = new ArrayList<>();
        LongStream.rangeClosed(1, 100).forEach(line -> events.add(stating(line)));
        LogExcerpt excerpt = fold(bounds, events);
        assertThat(excerpt.lines().stream()
                        .mapToInt(line -> line.text().length())
                        .sum())
                .isLessThanOrEqualTo(50);
        assertThat(excerpt.leftOut() + excerpt.lines().size()).isEqualTo(100);
    }

    @Test
    void anEventWithoutItsTextChangesNothing() {
        LogExcerptProjection projection = new LogExcerptProjection(TIGHT);
        projection.apply(stating(1));
        LogExcerpt before = projection.view();
        projection.apply(new RecordedEvent(1, null, null, null, new RootMounted("x"), new Origin(2, null)));
        projection.apply(new RecordedEvent(2, null, null, null, message(), new Origin(0, LogText.of("x"))));
        assertThat(projection.view()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLawsOfProjectionsHold(long seed) {
        List<RecordedEvent> events = randomBoot(new Random(seed));
        ExcerptBounds bounds = new ExcerptBounds(1_500, 300, 20, 2);
        LogExcerptProjection asked = new LogExcerptProjection(bounds);
        for (int i = 0; i < events.size(); i++) {
            asked.apply(events.get(i));
            assertThat(asked.view()).isEqualTo(fold(bounds, events.subList(0, i + 1)));
        }
        assertThat(numbers(asked.view())).isSorted().doesNotHaveDuplicates();
    }

    private static LogExcerpt fold(ExcerptBounds bounds, List<RecordedEvent> events) {
        LogExcerptProjection projection = new LogExcerptProjection(bounds);
        events.forEach(projection::apply);
        return projection.view();
    }

    private static List<Long> numbers(LogExcerpt excerpt) {
        return excerpt.lines().stream().map(Line::number).toList();
    }

    private static List<RecordedEvent> ordinary(long from, long to) {
        return new ArrayList<>(LongStream.rangeClosed(from, to)
                .mapToObj(line -> event(line, message()))
                .toList());
    }

    private static List<RecordedEvent> randomBoot(Random random) {
        List<RecordedEvent> events = new ArrayList<>();
        long line = 0;
        for (int i = 0; i < 150; i++) {
            line += random.nextInt(10) == 0 ? 0 : 1;
            int kind = random.nextInt(40);
            events.add(
                    kind == 0 && i > 60
                            ? event(line, new InitProcessStarted("/init"))
                            : kind < 10 ? stating(line) : event(line, message()));
        }
        return events;
    }

    private static RecordedEvent stating(long line) {
        return event(line, new LevelEntered(InitcallLevel.CORE));
    }

    private static MessageLogged message() {
        return new MessageLogged(LogText.of("hello"));
    }

    private static RecordedEvent event(long line, BootEvent event) {
        Origin origin = new Origin(line, LogText.of(String.format("line %02d", line)));
        return new RecordedEvent(line, BootTime.ofMicros(line), null, null, event, origin);
    }
}
