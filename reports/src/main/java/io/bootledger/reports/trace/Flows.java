package io.bootledger.reports.trace;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.EndedBy;
import io.bootledger.reports.ReportedWait;
import io.bootledger.reports.trace.Flow.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What leads from one slice to another: the critical path, a device's probe that is tried again, and what ended a wait. */
final class Flows {
    static final String PROBED_AGAIN = "probed again";
    static final String WAITED_FOR = "waited for";

    private static final String DEFERRED = "EPROBE_DEFER";

    private final List<Slice> slices;
    private final List<Flow> flows = new ArrayList<>();

    private Flows(List<Track> tracks) {
        this.slices = tracks.stream().flatMap(track -> track.slices().stream()).toList();
    }

    static List<Flow> of(BootAnalysis boot, List<Track> tracks) {
        Flows flows = new Flows(tracks);
        flows.add(
                PathSlices.CATEGORY,
                flows.category(PathSlices.CATEGORY).stream()
                        .map(Step::atStartOf)
                        .toList());
        flows.deferrals();
        flows.waits(boot);
        return flows.flows;
    }

    private void add(String name, List<Step> through) {
        if (through.size() > 1) {
            flows.add(new Flow(name, through));
        }
    }

    private List<Slice> category(String category) {
        return slices.stream()
                .filter(slice -> slice.category().equals(category))
                .toList();
    }

    /** From each try that was put off to the next one. */
    private void deferrals() {
        Map<String, List<Step>> tries = new LinkedHashMap<>();
        List<Slice> probes = category(CallSlices.PROBE).stream()
                .sorted(Comparator.comparingLong(Slice::startUs))
                .toList();
        for (Slice probe : probes) {
            List<Step> earlier = tries.computeIfAbsent(probe.name(), device -> new ArrayList<>());
            earlier.add(Step.atStartOf(probe));
            if (!DEFERRED.equals(probe.facts().get("errno"))) {
                add(PROBED_AGAIN, tries.remove(probe.name()));
            }
        }
        tries.values().forEach(pending -> add(PROBED_AGAIN, pending));
    }

    /** From what ended a wait to the initcall that waited, where the log shows exactly one call of that name that ended within it. */
    private void waits(BootAnalysis boot) {
        Map<Object, Slice> initcalls = new LinkedHashMap<>();
        category(CallSlices.INITCALL)
                .forEach(slice -> initcalls.put(slice.facts().get("ordinal"), slice));
        for (ReportedWait wait : ReportedWait.of(boot)) {
            Slice waiting = wait.initcall() == null || wait.probe() != null ? null : initcalls.get(wait.initcall() + 1);
            EndedBy ended = EndedBy.of(boot, wait);
            if (waiting != null && ended != null) {
                String category = ended.kind() == EndedBy.Kind.ASYNC ? CallSlices.ASYNC : CallSlices.PROBE;
                category(category).stream()
                        .filter(slice ->
                                Long.valueOf(ended.line()).equals(slice.facts().get("line")))
                        .findFirst()
                        .ifPresent(slice -> add(
                                WAITED_FOR,
                                List.of(new Step(slice, slice.endUs() - 1), new Step(waiting, slice.endUs() - 1))));
            }
        }
    }
}
