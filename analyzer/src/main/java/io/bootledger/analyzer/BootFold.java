package io.bootledger.analyzer;

import io.bootledger.analyzer.accounting.Accounting;
import io.bootledger.analyzer.advice.AdviceBasis;
import io.bootledger.analyzer.advice.Advisor;
import io.bootledger.analyzer.axis.AxisProjection;
import io.bootledger.analyzer.clock.ClockDiagnostics;
import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.clock.ClockProjection;
import io.bootledger.analyzer.failures.Failures;
import io.bootledger.analyzer.failures.FaultsProjection;
import io.bootledger.analyzer.functiongraph.FunctionGraph;
import io.bootledger.analyzer.functiongraph.FunctionGraphProjection;
import io.bootledger.analyzer.functiongraph.GraphDiagnostics;
import io.bootledger.analyzer.ledger.LedgerMark;
import io.bootledger.analyzer.ledger.MarksProjection;
import io.bootledger.analyzer.levels.LevelSummaries;
import io.bootledger.analyzer.levels.LostLinesProjection;
import io.bootledger.analyzer.levels.TableDiagnostics;
import io.bootledger.analyzer.observer.Printed;
import io.bootledger.analyzer.observer.PrintedProjection;
import io.bootledger.analyzer.phases.Course;
import io.bootledger.analyzer.phases.CourseProjection;
import io.bootledger.analyzer.probes.ReasonsProjection;
import io.bootledger.analyzer.projection.Later;
import io.bootledger.analyzer.projection.Projection;
import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.reading.Diagnostics;
import io.bootledger.analyzer.reading.EvidenceProjection;
import io.bootledger.analyzer.reading.Kernel;
import io.bootledger.analyzer.reading.KernelProjection;
import io.bootledger.analyzer.reading.LogEvidence;
import io.bootledger.analyzer.reading.Reading;
import io.bootledger.analyzer.reading.Readings;
import io.bootledger.analyzer.schedule.Schedule;
import io.bootledger.analyzer.schedule.ScheduleProjection;
import io.bootledger.analyzer.schedule.TraceDiagnostics;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.analyzer.timeline.TimelineProjection;
import io.bootledger.analyzer.waits.BackgroundProjection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** One boot: every view's projection, each fed only the kinds of events it uses. */
final class BootFold implements Projection<BootAnalysis> {
    private static final Map<Class<?>, int[]> READERS = readers();

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
    private final ClockProjection clock = new ClockProjection();
    private final PrintedProjection printed = new PrintedProjection();
    private final ReasonsProjection reasons = new ReasonsProjection();
    private final BackgroundProjection background = new BackgroundProjection();
    private final ScheduleProjection schedule = new ScheduleProjection();
    private final FunctionGraphProjection graph = new FunctionGraphProjection();
    private final AxisProjection axis = new AxisProjection();
    private final List<Projection<?>> all = List.of(
            timeline,
            kernel,
            evidence,
            course,
            faults,
            lostLines,
            marks,
            clock,
            printed,
            reasons,
            background,
            schedule,
            graph,
            axis);

    BootFold(String source, int number, AnalysisOptions options) {
        this.source = source;
        this.number = number;
        this.options = options;
    }

    /** Most events are initcalls and ordinary messages: what uses them is called by name, at a fraction of a look into the map. */
    @Override
    public void apply(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        if (event instanceof InitcallStarted) {
            initcall(recorded);
            clock.apply(recorded);
        } else if (event instanceof InitcallFinished) {
            initcall(recorded);
            faults.apply(recorded);
        } else if (event instanceof MessageLogged) {
            evidence.apply(recorded);
            course.apply(recorded);
            faults.apply(recorded);
            marks.apply(recorded);
            printed.apply(recorded);
            background.apply(recorded);
        } else {
            for (int reader : readersOf(event.getClass())) {
                all.get(reader).apply(recorded);
            }
        }
    }

    private void initcall(RecordedEvent recorded) {
        timeline.apply(recorded);
        evidence.apply(recorded);
        course.apply(recorded);
        printed.apply(recorded);
    }

    /** For each kind of event the places of the projections that use it. */
    private static Map<Class<?>, int[]> readers() {
        List<Projection<?>> all = new BootFold("", 0, AnalysisOptions.LOG_ONLY).all;
        Map<Class<?>, int[]> readers = new HashMap<>();
        for (Class<?> kind : Projection.EVERY_KIND) {
            readers.put(
                    kind,
                    IntStream.range(0, all.size())
                            .filter(place -> all.get(place).uses().contains(kind))
                            .toArray());
        }
        return readers;
    }

    private static int[] readersOf(Class<? extends BootEvent> kind) {
        return Objects.requireNonNull(READERS.get(kind), "each kind of event has its readers");
    }

    /** The projections that use a kind of event. */
    List<Projection<?>> using(Class<? extends BootEvent> kind) {
        return Arrays.stream(readersOf(kind)).<Projection<?>>mapToObj(all::get).toList();
    }

    @Override
    public BootAnalysis view() {
        Kernel machine = kernel.view();
        LogEvidence seen = evidence.view();
        Timeline unplaced = timeline.view();
        List<Long> lost = lostLines.view();
        Timeline spans = unplaced.with(Later.list(
                unplaced.initcalls().size(),
                () -> options.levels().place(unplaced, lost).initcalls()));
        boolean unordered = seen.stamps().unordered();
        Course way = unordered ? course.view().unordered() : course.view();
        List<LedgerMark> moments = marks.view();
        ClockDoubts doubts = seen.stamps().wholeSeconds() ? clock.view().inWholeSeconds() : clock.view();
        Printed printedUntilInit = printed.view().until(way.milestones().handover());
        FunctionGraph functions = graph.view();
        Schedule traced = schedule.view();
        Accounting accounting = new Accounting(
                spans,
                way.milestones(),
                moments,
                printedUntilInit,
                machine,
                reasons.view(),
                background.view(),
                traced,
                functions,
                options.symbols(),
                options.maintainers(),
                doubts);
        Reading reading = Readings.of(seen, machine);
        AdviceBasis grounds =
                new AdviceBasis(machine, seen, reading.lines(), printedUntilInit, spans, accounting, moments);
        return new BootAnalysis(
                source,
                machine,
                reading,
                way.milestones(),
                way.phases(),
                unordered ? List.of() : Later.list(() -> LevelSummaries.of(spans)),
                spans,
                accounting,
                Failures.of(unplaced, way, faults.view(), CommandLine.of(machine)),
                Later.list(() -> diagnostics(seen, machine, spans, doubts, traced, functions)),
                axis.view().axis(way, !seen.stamps().wholeSeconds()).with(options.beside()),
                Later.list(() -> functions.isAll(spans) ? List.of() : Advisor.of(grounds)));
    }

    private List<Diagnostic> diagnostics(
            LogEvidence seen,
            Kernel machine,
            Timeline spans,
            ClockDoubts doubts,
            Schedule traced,
            FunctionGraph functions) {
        List<Diagnostic> all = new ArrayList<>(GraphDiagnostics.of(functions));
        if (functions.isAll(spans)) {
            return all;
        }
        all.addAll(TableDiagnostics.of(options.symbols(), spans));
        all.addAll(ClockDiagnostics.of(doubts));
        all.addAll(TraceDiagnostics.of(traced, spans));
        all.addAll(Diagnostics.of(number, seen, machine, spans));
        return all;
    }
}
