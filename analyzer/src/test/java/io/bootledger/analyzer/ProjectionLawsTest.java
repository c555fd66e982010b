package io.bootledger.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.axis.AxisProjection;
import io.bootledger.analyzer.clock.ClockProjection;
import io.bootledger.analyzer.excerpt.ExcerptBounds;
import io.bootledger.analyzer.excerpt.LogExcerptProjection;
import io.bootledger.analyzer.explain.LogEventsProjection;
import io.bootledger.analyzer.failures.FaultsProjection;
import io.bootledger.analyzer.functiongraph.FunctionGraphProjection;
import io.bootledger.analyzer.ledger.MarksProjection;
import io.bootledger.analyzer.levels.LostLinesProjection;
import io.bootledger.analyzer.observer.PrintedProjection;
import io.bootledger.analyzer.phases.CourseProjection;
import io.bootledger.analyzer.probes.ReasonsProjection;
import io.bootledger.analyzer.projection.Projection;
import io.bootledger.analyzer.reading.EvidenceProjection;
import io.bootledger.analyzer.reading.KernelProjection;
import io.bootledger.analyzer.schedule.ScheduleProjection;
import io.bootledger.analyzer.timeline.TimelineProjection;
import io.bootledger.analyzer.waits.BackgroundProjection;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The four laws that make a view trustworthy, for every projection, over real logs and many random boots. */
class ProjectionLawsTest {
    private static final int LENGTH = 300;
    private static final long SEEDS = Long.getLong("seeds", 20);

    private static final List<String> SAMPLES = List.of(
            "amd64-7.2-cloud/dmesg.txt",
            "asyncprobe/dmesg.txt.gz",
            "i386-6.12-caller/kmsg.txt.gz",
            "panic-initcall/console.log",
            "smallbuf/dmesg.txt.zst");

    private static final List<Supplier<Projection<?>>> PROJECTIONS = List.of(
            AxisProjection::new,
            TimelineProjection::new,
            ClockProjection::new,
            CourseProjection::new,
            KernelProjection::new,
            EvidenceProjection::new,
            FaultsProjection::new,
            LostLinesProjection::new,
            MarksProjection::new,
            PrintedProjection::new,
            ReasonsProjection::new,
            BackgroundProjection::new,
            ScheduleProjection::new,
            FunctionGraphProjection::new,
            LogEventsProjection::new,
            () -> new LogExcerptProjection(ExcerptBounds.REPORT),
            () -> new BootFold("random.log", 1, AnalysisOptions.LOG_ONLY));

    /** A projection, and the events that it is given. */
    private record Law(String name, Supplier<Projection<?>> projection, List<RecordedEvent> events) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Law> everyProjectionAndBoot() {
        Stream<Law> random = LongStream.range(0, SEEDS)
                .boxed()
                .flatMap(seed -> laws("seed " + seed, RandomEvents.stream(seed, LENGTH)));
        return Stream.concat(SAMPLES.stream().flatMap(sample -> laws(sample, events(sample))), random);
    }

    private static Stream<Law> laws(String boot, List<RecordedEvent> events) {
        return PROJECTIONS.stream()
                .map(each -> new Law(each.get().getClass().getSimpleName() + ", " + boot, each, events));
    }

    private static List<RecordedEvent> events(String sample) {
        List<RecordedEvent> events = new ArrayList<>();
        try {
            LogReader.read(
                    LogSource.file(Path.of("../traces/samples", sample)), ReadingOptions.EVERYTHING, events::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return events;
    }

    @Test
    void noProjectionIsForgotten() throws IOException, URISyntaxException {
        Path classes = Path.of(Projection.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                Class<?> type = type(classes.relativize(file).toString());
                if (type != null && Projection.class.isAssignableFrom(type) && !type.isInterface()) {
                    found.add(type);
                }
            }
        }
        assertThat(PROJECTIONS.stream().<Class<?>>map(each -> each.get().getClass()))
                .containsExactlyInAnyOrderElementsOf(found);
    }

    private static Class<?> type(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return name.endsWith("-info") ? null : Class.forName(name, false, Projection.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyProjectionAndBoot")
    void theSameEventsGiveTheSameView(Law law) {
        assertSame(view(law, law.events), view(law, law.events));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyProjectionAndBoot")
    void askingEarlyChangesNothingLater(Law law) {
        Projection<?> asked = law.projection.get();
        int seldom = Math.max(1, law.events.size() / LENGTH);
        for (int i = 0; i < law.events.size(); i++) {
            asked.apply(law.events.get(i));
            if (i % seldom == 0) {
                asked.view();
            }
        }

        assertSame(asked.view(), view(law, law.events));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyProjectionAndBoot")
    void eventsItDoesNotUseChangeNothing(Law law) {
        List<RecordedEvent> used = law.events.stream()
                .filter(event ->
                        law.projection.get().uses().contains(event.event().getClass()))
                .toList();

        assertSame(view(law, used), view(law, law.events));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyProjectionAndBoot")
    void theViewOfAPrefixIsTheViewAtThatTime(Law law) {
        int half = law.events.size() / 2;
        Projection<?> running = law.projection.get();
        Object then = null;
        for (int i = 0; i < law.events.size(); i++) {
            running.apply(law.events.get(i));
            then = i == half ? running.view() : then;
        }

        assertSame(then, view(law, law.events.subList(0, half + 1)));
    }

    /** The views can be long: a failure names the boot, not the views. */
    private static void assertSame(Object one, Object other) {
        assertThat(one.equals(other)).as("the views are equal").isTrue();
    }

    private static Object view(Law law, List<RecordedEvent> events) {
        Projection<?> projection = law.projection.get();
        events.forEach(projection::apply);
        return projection.view();
    }
}
