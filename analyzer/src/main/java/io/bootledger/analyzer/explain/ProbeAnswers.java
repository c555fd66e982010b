package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.analyzer.probes.Nesting.Parent;
import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.waits.CallWaits;
import io.bootledger.analyzer.waits.Wait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of probes, of devices that were put off, and of async calls. */
final class ProbeAnswers {
    private final BootAnalysis boot;
    private final List<Probe> probes;
    private final Map<Integer, List<Probe>> inside = new HashMap<>();
    private final Map<String, List<Probe>> byDevice = new HashMap<>();

    ProbeAnswers(BootAnalysis boot) {
        this.boot = boot;
        this.probes = boot.timeline().probes();
        for (int i = 0; i < probes.size(); i++) {
            Parent parent = boot.accounting().nesting().parents().get(i);
            if (parent != null && parent.kind() == Parent.Kind.PROBE) {
                inside.computeIfAbsent(parent.index(), outer -> new ArrayList<>())
                        .add(probes.get(i));
            }
            byDevice.computeIfAbsent(probes.get(i).device(), device -> new ArrayList<>())
                    .add(probes.get(i));
        }
    }

    List<Answer> probes() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            Probe probe = probes.get(i);
            CallWaits opened = boot.accounting().waits().probes().get(i);
            List<Figure> figures = new ArrayList<>();
            figures.add(Figure.of("duration_us", probe.durationUs(), "as the kernel reports it, in true microseconds"));
            figures.add(self(i, probe));
            figures.add(Figure.of("end_us", probe.endUs(), "the stamp of its line, which is printed when it ends"));
            figures.add(Figure.of("start_us", probe.startUs(), "its end minus its duration"));
            figures.add(Figure.of("return", toLong(probe.returnValue()), "as printed: " + probe.outcome()));
            figures.addAll(WaitFigures.of(opened.waits()));
            List<Long> lines = Stream.concat(
                            Stream.of(probe.line()), opened.waits().stream().map(Wait::line))
                    .toList();
            Answer answer = new Answer(Subject.PROBE, i + 1, probe.device(), figures, lines);
            answers.add(answer.doubted(boot.accounting().doubts().at(probe)));
        }
        return answers;
    }

    private Figure self(int index, Probe probe) {
        Long self = boot.accounting().nesting().probeSelfUs().get(index);
        if (self == null || probe.durationUs() == null) {
            return Figure.of("self_us", self, "unknown without its duration");
        }
        if (!inside.containsKey(index)) {
            return Figure.of("self_us", self, "its duration: no probe ran inside it");
        }
        List<Summand> parts = new ArrayList<>();
        parts.add(new Summand("its duration", probe.durationUs(), List.of(probe.line())));
        for (Probe nested : inside.get(index)) {
            if (nested.durationUs() != null) {
                parts.add(new Summand("inside it: " + nested.device(), -nested.durationUs(), List.of(nested.line())));
            }
        }
        return balanced("self_us", self, "its duration without the probes directly inside it", parts);
    }

    /** What is nested may take longer than what it is nested in, by a clock's grain; then nothing is left. */
    private static Figure balanced(String name, long value, String rule, List<Summand> parts) {
        long missing = value - parts.stream().mapToLong(Summand::value).sum();
        if (missing != 0) {
            parts.add(new Summand("what is inside it took longer than it: nothing is left", missing, List.of()));
        }
        return new Figure(name, value, rule, parts);
    }

    List<Answer> deferrals() {
        List<Answer> answers = new ArrayList<>();
        for (Deferral deferral : boot.accounting().deferrals()) {
            List<Probe> tries = byDevice.getOrDefault(deferral.device(), List.of());
            List<Summand> wasted = tries.stream()
                    .filter(probe -> probe.outcome() == Outcome.DEFERRED)
                    .map(probe -> new Summand(
                            "put off", probe.durationUs() == null ? 0 : probe.durationUs(), List.of(probe.line())))
                    .toList();
            answers.add(new Answer(
                    Subject.DEFERRAL,
                    answers.size() + 1,
                    deferral.device(),
                    List.of(
                            Figure.of("attempts", (long) deferral.attempts(), "probes that returned -EPROBE_DEFER"),
                            Figure.sum("wasted_us", "their durations", wasted),
                            Figure.of("first_us", deferral.firstUs(), "the stamp of the first of them"),
                            Figure.of("last_failed_us", deferral.lastFailedUs(), "the stamp of the last of them"),
                            Figure.of(
                                    "retry_us",
                                    deferral.retryUs(),
                                    "when the attempt began that was not put off: its stamp minus its duration"),
                            Figure.of(
                                    "waited_us",
                                    deferral.waitedUs(),
                                    "from then until the attempt that was not put off began"),
                            Figure.of("bound_us", deferral.boundUs(), "the stamp of the probe that bound it"),
                            Figure.of("candidates", (long) deferral.candidates().size(), candidates(deferral))),
                    tries.stream().map(Probe::line).toList()));
        }
        return answers;
    }

    private static String candidates(Deferral deferral) {
        String barrier = deferral.barrier()
                ? "devices whose binding it may have needed; nobody tries again before deferred_probe_initcall, and that"
                        + " is what it waited for"
                : "devices bound between the last attempt in vain and the good one";
        String names = deferral.candidates().isEmpty() ? "" : ": " + String.join(", ", deferral.candidates());
        String says = deferral.stated() == null ? "" : "; the kernel says: " + deferral.stated();
        return barrier + names + says;
    }

    List<Answer> asyncCalls() {
        List<Answer> answers = new ArrayList<>();
        for (AsyncCall call : boot.timeline().asyncCalls()) {
            answers.add(new Answer(
                    Subject.ASYNC,
                    answers.size() + 1,
                    call.function(),
                    List.of(
                            Figure.of("duration_us", call.durationUs(), "as the kernel reports it"),
                            Figure.of("start_us", call.startUs(), "the stamp of its calling line"),
                            Figure.of("end_us", call.endUs(), "the stamp of the line that it returned")),
                    List.of(call.line())));
        }
        return answers;
    }

    private static @Nullable Long toLong(@Nullable Integer value) {
        return value == null ? null : Long.valueOf(value);
    }
}
