package io.bootledger.reports.trace;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.reports.trace.Slice.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The moments of a boot. A failure is known by its line; where that has no time, the last timed line before it stands in. */
final class Instants {
    private final BootAnalysis boot;
    private final TreeMap<Long, Long> timesByLine = new TreeMap<>();

    Instants(BootAnalysis boot) {
        this.boot = boot;
        for (Initcall call : boot.timeline().initcalls()) {
            note(call.line(), call.startUs());
            note(call.endLine(), call.endUs());
        }
        for (Probe probe : boot.timeline().probes()) {
            note(probe.line(), probe.endUs());
        }
        boot.timeline().asyncCalls().forEach(call -> note(call.line(), call.startUs()));
    }

    private void note(@Nullable Long line, @Nullable Long us) {
        if (line != null && us != null) {
            timesByLine.put(line, us);
        }
    }

    List<Instant> milestones() {
        Milestones passed = boot.milestones();
        List<Instant> instants = new ArrayList<>();
        add(instants, "first record", passed.firstUs());
        add(instants, "first initcall", passed.firstInitcallUs());
        add(instants, "last initcall returned", passed.lastInitcallUs());
        add(instants, "init memory freed", passed.initMemoryFreedUs());
        add(instants, "read-only data protected", passed.writeProtectedUs());
        add(instants, (passed.init() == null ? "init" : passed.init()) + " runs", passed.initStartedUs());
        if (passed.initStartedUs() == null) {
            add(instants, "hand-over to user space", passed.handoverUs());
        }
        add(instants, "last record", passed.lastUs());
        instants.sort(Comparator.comparingLong(Instant::timeUs));
        return instants;
    }

    private static void add(List<Instant> instants, String name, @Nullable Long us) {
        if (us != null) {
            instants.add(new Instant(name, "milestone", us, Map.of()));
        }
    }

    List<Instant> failures() {
        return boot.failures().stream()
                .map(this::failure)
                .sorted(Comparator.comparingLong(Instant::timeUs))
                .toList();
    }

    private Instant failure(Failure failure) {
        Map.Entry<Long, Long> timed = timesByLine.floorEntry(failure.line());
        Facts facts = new Facts()
                .add("severity", failure.severity())
                .add("module", failure.module())
                .add("return", failure.returnValue())
                .add("errno", failure.errno())
                .add("outcome", failure.outcome())
                .add("explanation", failure.explanation())
                .add("line", failure.line())
                .add("time_of_line", timed == null ? null : timed.getKey());
        Long us = timed == null ? boot.milestones().firstUs() : timed.getValue();
        return new Instant(failure.kind() + " " + failure.name(), "failure", us == null ? 0 : us, facts.all());
    }
}
