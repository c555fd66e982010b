package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.clock.DoubtfulStretch;
import io.bootledger.analyzer.observer.ConsoleOption;
import io.bootledger.analyzer.observer.ObserverEffect;
import io.bootledger.analyzer.reading.Reading;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.TraceJoined;
import io.bootledger.traces.event.call.FunctionGraphJoined;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The rows about the log itself: where its stamps are in doubt, what printing it cost, and how it was read. */
final class RecordingAnswers {
    private final BootAnalysis boot;

    RecordingAnswers(BootAnalysis boot) {
        this.boot = boot;
    }

    List<Answer> all() {
        List<Answer> answers = new ArrayList<>();
        for (DoubtfulStretch stretch : boot.accounting().doubts().stretches()) {
            answers.add(doubt(answers.size() + 1, stretch));
        }
        ObserverEffect effect = boot.accounting().observer();
        if (effect != null) {
            answers.add(observer(effect));
        }
        TraceJoined trace = boot.accounting().schedule().joined();
        if (trace != null) {
            answers.add(trace(trace));
        }
        FunctionGraphJoined graph = boot.accounting().functionGraph().joined();
        if (graph != null) {
            answers.add(graph(graph));
        }
        answers.add(reading(boot.reading()));
        return answers;
    }

    private static Answer doubt(int ordinal, DoubtfulStretch stretch) {
        String reason = stretch.reason().words();
        return new Answer(
                        Subject.DOUBT,
                        ordinal,
                        stretch.reason().toString(),
                        List.of(
                                Figure.of("from_us", stretch.fromUs(), "the stamp of its first line"),
                                Figure.of("until_us", stretch.untilUs(), "the stamp of its last line"),
                                Figure.of(
                                        "missing_us",
                                        stretch.missingUs(),
                                        "how much longer than by its stamps it took, all in all"),
                                Figure.of(
                                        "from_line",
                                        stretch.fromLine(),
                                        "its first line; unknown where it begins before the log"),
                                Figure.of(
                                        "until_line",
                                        stretch.untilLine(),
                                        "its last line; unknown where the log ends in it"),
                                Figure.of("evidence_line", stretch.evidenceLine(), "it shows that " + reason)),
                        Stream.of(stretch.fromLine(), stretch.untilLine(), stretch.evidenceLine())
                                .filter(Objects::nonNull)
                                .toList())
                .doubted(stretch.reason());
    }

    private Answer observer(ObserverEffect effect) {
        String sampled = "of what its calling line took to print: the stamps of an initcall's two lines lie apart by so"
                + " much more than its reported duration, divided by the bytes of the line";
        String cost = " nanoseconds per byte, times all that was printed";
        ConsoleOption console = effect.console();
        Long baud = console == null || console.baud() == null ? null : Long.valueOf(console.baud());
        List<Figure> figures = List.of(
                Figure.of("cost_us", effect.costUs(), "the median of the" + cost),
                Figure.of("low_cost_us", effect.lowCostUs(), "the first quartile of the" + cost),
                Figure.of("high_cost_us", effect.highCostUs(), "the third quartile of the" + cost),
                Figure.of("sampled_calls", (long) effect.sampledCalls(), "built-in initcalls that have both clocks"),
                Figure.of("ns_per_byte", effect.nsPerByte(), "the median " + sampled),
                Figure.of("low_ns_per_byte", effect.lowNsPerByte(), "the first quartile"),
                Figure.of("high_ns_per_byte", effect.highNsPerByte(), "the third quartile"),
                Figure.of("printed_messages", effect.printed().messages(), "records until the hand-over to init"),
                Figure.of("printed_bytes", effect.printed().bytes(), "their bytes on a console, stamps included"),
                Figure.of("baud", baud, "the speed of the serial console that the command line names last"));
        List<Long> lines = ObserverEffect.sample(boot.timeline().initcalls()).stream()
                .map(Initcall::line)
                .toList();
        return new Answer(Subject.OBSERVER, 1, "printing", figures, lines).coded(Subject.OBSERVER);
    }

    private static Answer trace(TraceJoined trace) {
        List<Figure> figures = List.of(
                Figure.of("calls", (long) trace.calls(), "initcalls that both the log and the trace hold"),
                Figure.of("offset_us", trace.offsetUs(), "what its clock shows more at the call in the middle"),
                Figure.of(
                        "drift_us",
                        trace.driftUs(),
                        "how far that changes between the first and the last tenth of the calls"));
        return new Answer(Subject.TRACE, 1, trace.trace(), figures, List.of()).coded(Subject.TRACE);
    }

    private static Answer graph(FunctionGraphJoined graph) {
        List<Figure> figures = List.of(
                Figure.of("compared", (long) graph.compared(), "its initcalls that take as long as the log reports"),
                Figure.of("lost", graph.lost(), "events that the kernel says are missing"),
                Figure.of("unbegun", graph.unbegun(), "calls that return in it and begin before it"),
                Figure.of("unended", graph.unended(), "calls that begin in it and do not return"),
                Figure.of(
                        "beyond", graph.beyond(), "calls for which there was no room, told as their callers' own time"),
                Figure.of("unread", graph.unread(), "lines that are none of a function graph"));
        return new Answer(Subject.FUNCTION_GRAPH, 1, graph.trace(), figures, List.of()).coded(Subject.FUNCTION_GRAPH);
    }

    private static Answer reading(Reading reading) {
        List<Summand> sorts = List.of(
                new Summand("recognised", reading.recognised(), List.of()),
                new Summand("irrelevant", reading.irrelevant(), List.of()),
                new Summand("malformed", reading.malformed(), List.of()));
        List<Figure> figures = List.of(
                Figure.sum("lines", "every line of the boot's part of the log is one of these", sorts),
                Figure.of("first_line", reading.firstLine(), "where its part of the log begins"),
                Figure.of("recognised", reading.recognised(), "lines that state an event"),
                Figure.of("irrelevant", reading.irrelevant(), "ordinary messages"),
                Figure.of("malformed", reading.malformed(), "lines that look like one of these, and cannot be read"));
        List<Long> span = List.of(reading.firstLine(), reading.firstLine() + Math.max(0, reading.lines() - 1));
        return new Answer(Subject.READING, 1, "lines", figures, span).coded(Subject.READING);
    }
}
