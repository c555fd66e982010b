package io.bootledger.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.advice.SelfTestProjection;
import io.bootledger.analyzer.failures.FaultsProjection;
import io.bootledger.analyzer.ledger.MarksProjection;
import io.bootledger.analyzer.levels.LostLinesProjection;
import io.bootledger.analyzer.observer.PrintedProjection;
import io.bootledger.analyzer.phases.CourseProjection;
import io.bootledger.analyzer.reading.EvidenceProjection;
import io.bootledger.analyzer.reading.KernelProjection;
import io.bootledger.analyzer.timeline.TimelineProjection;
import io.bootledger.traces.event.RecordedEvent;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The four laws that make a view trustworthy, for every projection and many random boots. */
class ProjectionLawsTest {
    private static final int LENGTH = 300;
    private static final long SEEDS = Long.getLong("seeds", 20);

    static Stream<Arguments> everyProjectionAndSeed() {
        List<Arguments> projections = List.of(
                Arguments.of("timeline", (Supplier<Projection<?>>) TimelineProjection::new),
                Arguments.of("course", (Supplier<Projection<?>>) CourseProjection::new),
                Arguments.of("kernel", (Supplier<Projection<?>>) KernelProjection::new),
                Arguments.of("evidence", (Supplier<Projection<?>>) EvidenceProjection::new),
                Arguments.of("faults", (Supplier<Projection<?>>) FaultsProjection::new),
                Arguments.of("lost lines", (Supplier<Projection<?>>) LostLinesProjection::new),
                Arguments.of("marks", (Supplier<Projection<?>>) MarksProjection::new),
                Arguments.of("printed", (Supplier<Projection<?>>) PrintedProjection::new),
                Arguments.of("self tests", (Supplier<Projection<?>>) SelfTestProjection::new),
                Arguments.of("boot", (Supplier<Projection<?>>)
                        () -> new BootFold("random.log", 1, AnalysisOptions.LOG_ONLY)));
        return LongStream.range(0, SEEDS)
                .boxed()
                .flatMap(seed -> projections.stream()
                        .map(projection ->
                                Arguments.of(projection.get()[0], projection.get()[1], seed)));
    }

    @ParameterizedTest(name = "{0}, seed {2}")
    @MethodSource("everyProjectionAndSeed")
    void theSameEventsGiveTheSameView(String name, Supplier<Projection<?>> projection, long seed) {
        List<RecordedEvent> events = RandomEvents.stream(seed, LENGTH);

        assertSame(view(projection, events), view(projection, events));
    }

    @ParameterizedTest(name = "{0}, seed {2}")
    @MethodSource("everyProjectionAndSeed")
    void askingEarlyChangesNothingLater(String name, Supplier<Projection<?>> projection, long seed) {
        List<RecordedEvent> events = RandomEvents.stream(seed, LENGTH);
        Projection<?> asked = projection.get();
        for (RecordedEvent event : events) {
            asked.apply(event);
            asked.view();
        }

        assertSame(asked.view(), view(projection, events));
    }

    @ParameterizedTest(name = "{0}, seed {2}")
    @MethodSource("everyProjectionAndSeed")
    void eventsItDoesNotUseChangeNothing(String name, Supplier<Projection<?>> projection, long seed) {
        List<RecordedEvent> events = RandomEvents.stream(seed, LENGTH);
        List<RecordedEvent> used = events.stream()
                .filter(event -> projection.get().uses().contains(event.event().getClass()))
                .toList();

        assertSame(view(projection, used), view(projection, events));
    }

    @ParameterizedTest(name = "{0}, seed {2}")
    @MethodSource("everyProjectionAndSeed")
    void theViewOfAPrefixIsTheViewAtThatTime(String name, Supplier<Projection<?>> projection, long seed) {
        List<RecordedEvent> events = RandomEvents.stream(seed, LENGTH);
        Projection<?> running = projection.get();
        Object then = null;
        for (int i = 0; i < LENGTH; i++) {
            running.apply(events.get(i));
            then = i == LENGTH / 2 ? running.view() : then;
        }

        assertSame(then, view(projection, events.subList(0, LENGTH / 2 + 1)));
    }

    /** The views can be long: a failure names the seed, not the views. */
    private static void assertSame(Object one, Object other) {
        assertThat(one.equals(other)).as("the views are equal").isTrue();
    }

    private static Object view(Supplier<Projection<?>> supplier, List<RecordedEvent> events) {
        Projection<?> projection = supplier.get();
        events.forEach(projection::apply);
        return projection.view();
    }
}
