package io.bootledger.reports.trace;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.ReportedWait;
import io.bootledger.reports.trace.Flow.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What leads from one slice to another: the critical path, a device's probe that is tried again, and what ended a wait. */
final class Flows {
    static final String PROBED_AGAIN = "probed again";
    static final String WAITED_FOR = "waited for";

    private static final String DEFERRED = "EPROBE_DEFER";
    private static final String ASYNC = "async ";
    private static final String PROBE = "probe of ";

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
            if (waiting != null) {
                List<Slice> ended = slices.stream()
                        .filter(isOf(wait.claim().by()).and(slice -> endedIn(slice, waiting)))
                        .toList();
                if (ended.size() == 1) {
                    long us = ended.get(0).endUs() - 1;
                    add(WAITED_FOR, List.of(new Step(ended.get(0), us), new Step(waiting, us)));
                }
            }
        }
    }

    private static Predicate<Slice> isOf(String by) {
        return slice -> by.equals(ASYNC + slice.name()) && slice.category().equals(CallSlices.ASYNC)
                || by.equals(PROBE + slice.name()) && slice.category().equals(CallSlices.PROBE);
    }

    private static boolean endedIn(Slice slice, Slice waiting) {
        return slice.endUs() > Math.max(slice.startUs(), waiting.startUs()) && slice.endUs() <= waiting.endUs();
    }
}
