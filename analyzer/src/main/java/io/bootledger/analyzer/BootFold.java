package io.bootledger.analyzer;

import io.bootledger.analyzer.advice.Advisor;
import io.bootledger.analyzer.advice.Grounds;
import io.bootledger.analyzer.advice.SelfTestProjection;
import io.bootledger.analyzer.failures.Failures;
import io.bootledger.analyzer.failures.FaultsProjection;
import io.bootledger.analyzer.ledger.Mark;
import io.bootledger.analyzer.ledger.MarksProjection;
import io.bootledger.analyzer.levels.LevelSummaries;
import io.bootledger.analyzer.levels.LostLinesProjection;
import io.bootledger.analyzer.levels.TableDiagnostics;
import io.bootledger.analyzer.observer.PrintedProjection;
import io.bootledger.analyzer.phases.Course;
import io.bootledger.analyzer.phases.CourseProjection;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.reading.Diagnostics;
import io.bootledger.analyzer.reading.Evidence;
import io.bootledger.analyzer.reading.EvidenceProjection;
import io.bootledger.analyzer.reading.Kernel;
import io.bootledger.analyzer.reading.KernelProjection;
import io.bootledger.analyzer.reading.Reading;
import io.bootledger.analyzer.reading.Readings;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.analyzer.timeline.TimelineProjection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallFinished;
import io.bootledger.traces.event.InitcallStarted;
import io.bootledger.traces.event.RecordedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One boot: every view's projection, each fed only the kinds of events it uses. */
final class BootFold implements Projection<BootAnalysis> {
    private static final Projection<?>[] NONE = {};

    private final String source;
    private final int number;
    private final AnalysisOptions options;
    private final KernelProjection kernel = new KernelProjection();
    private final EvidenceProjection evidence = new EvidenceProjection();
    private final CourseProjection course = new CourseProjection();
    private final FaultsProjection faults = new FaultsProjection();
    private final TimelineProjection timeline = new TimelineProjection();
    private final LostLinesProjection lostLines = new LostLinesProjection();
    private final MarksProjection marks = new MarksProjection();
    private final PrintedProjection printed = new PrintedProjection();
    private final SelfTestProjection selfTests = new SelfTestProjection();
    private final Map<Class<?>, Projection<?>[]> readers;
    private final Projection<?>[] ofStarts;
    private final Projection<?>[] ofReturns;

    BootFold(String source, int number, AnalysisOptions options) {
        this.source = source;
        this.number = number;
        this.options = options;
        this.readers =
                byKind(List.of(timeline, kernel, evidence, course, faults, lostLines, marks, printed, selfTests));
        this.ofStarts = readers.getOrDefault(InitcallStarted.class, NONE);
        this.ofReturns = readers.getOrDefault(InitcallFinished.class, NONE);
    }

    private static Map<Class<?>, Projection<?>[]> byKind(List<Projection<?>> projections) {
        Map<Class<?>, Projection<?>[]> readers = new HashMap<>();
        for (Projection<?> projection : projections) {
            for (Class<?> kind : projection.uses()) {
                readers.merge(kind, new Projection<?>[] {projection}, BootFold::concat);
            }
        }
        return readers;
    }

    private static Projection<?>[] concat(Projection<?>[] some, Projection<?>[] one) {
        Projection<?>[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = one[0];
        return all;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        for (Projection<?> reader : readersOf(recorded.event())) {
            reader.apply(recorded);
        }
    }

    /** Most events are initcalls, which need no look into the map: a tenth of the time of a log of many boots. */
    private Projection<?>[] readersOf(BootEvent event) {
        if (event instanceof InitcallStarted) {
            return ofStarts;
        }
        return event instanceof InitcallFinished ? ofReturns : readers.getOrDefault(event.getClass(), NONE);
    }

    @Override
    public BootAnalysis view() {
        Kernel machine = kernel.view();
        Evidence seen = evidence.view();
        Timeline unplaced = timeline.view();
        List<Long> lost = lostLines.view();
        Timeline spans = unplaced.with(Later.list(
                unplaced.initcalls().size(),
                () -> options.levels().place(unplaced, lost).initcalls()));
        Course way = course.view();
        List<Mark> moments = marks.view();
        Accounting accounting = Accounting.of(
                spans, way.milestones(), moments, printed.view(), machine.commandLine(), options.symbols());
        Reading reading = Readings.of(seen, machine);
        Grounds grounds = new Grounds(
                machine, seen, reading.lines(), printed.view(), spans, accounting, moments, selfTests.view());
        return new BootAnalysis(
                source,
                machine,
                reading,
                way.milestones(),
                way.phases(),
                Later.list(() -> LevelSummaries.of(spans)),
                spans,
                accounting,
                Failures.of(unplaced, way, faults.view()),
                Later.list(() -> diagnostics(seen, machine, spans)),
                Later.list(() -> Advisor.of(grounds)));
    }

    private List<Diagnostic> diagnostics(Evidence seen, Kernel machine, Timeline spans) {
        List<Diagnostic> all = new ArrayList<>(TableDiagnostics.of(options.symbols(), spans));
        all.addAll(Diagnostics.of(number, seen, machine, spans));
        return all;
    }
}
