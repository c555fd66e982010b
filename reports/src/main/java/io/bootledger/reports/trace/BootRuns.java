package io.bootledger.reports.trace;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.probes.Nesting.Parent;
import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.AccountedProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The initcalls, probes and async calls of a boot by lane, what ran inside another cut to lie in it. */
final class BootRuns {
    private final BootAnalysis boot;
    private final long lastUs;
    private final SortedMap<TrackOwner, List<Run>> byLane = new TreeMap<>();
    private final List<@Nullable Run> initcalls = new ArrayList<>();
    private final @Nullable Run[] probes;
    private int unplaced;

    private BootRuns(BootAnalysis boot) {
        this.boot = boot;
        Long last = boot.milestones().lastUs();
        this.lastUs = last == null ? 0 : last;
        this.probes = new @Nullable Run[boot.timeline().probes().size()];
    }

    static BootRuns of(BootAnalysis boot) {
        BootRuns runs = new BootRuns(boot);
        AccountedInitcall.of(boot).forEach(runs::initcall);
        List<AccountedProbe> probes = AccountedProbe.of(boot);
        // What a probe ran inside ended after it.
        for (int i = probes.size() - 1; i >= 0; i--) {
            runs.probe(i, probes.get(i));
        }
        boot.timeline().asyncCalls().forEach(runs::asyncCall);
        runs.byLane
                .values()
                .forEach(lane ->
                        lane.stream().filter(run -> run.outer == null).toList().forEach(Run::fitInside));
        return runs;
    }

    /** In the order of the lanes. */
    List<Track> tracks() {
        List<Track> tracks = new ArrayList<>();
        byLane.forEach((lane, runs) -> tracks.addAll(Packing.of(lane, runs)));
        return tracks;
    }

    /** How many the log gives no time. */
    int unplaced() {
        return unplaced;
    }

    private void initcall(AccountedInitcall accounted) {
        initcalls.add(alone(laneOf(accounted.call()), CallSlices.of(accounted, lastUs)));
    }

    private static TrackOwner laneOf(Initcall call) {
        if (call.pid() != null) {
            return TrackOwner.ofThread(call.pid());
        }
        return call.module() == null ? TrackOwner.BOOT_THREAD : TrackOwner.MODULES;
    }

    private void probe(int index, AccountedProbe accounted) {
        Probe probe = accounted.probe();
        Slice slice = CallSlices.of(accounted, lastUs);
        Run outer = outerOf(boot.accounting().nesting().parents().get(index));
        TrackOwner own = probe.pid() == null ? null : TrackOwner.ofThread(probe.pid());
        if (slice != null && outer != null && (own == null || own.equals(outer.lane))) {
            probes[index] = placed(outer.lane, outer.beginsWith(slice));
        } else {
            probes[index] = alone(own == null ? TrackOwner.PROBES : own, slice);
        }
    }

    private @Nullable Run outerOf(@Nullable Parent parent) {
        if (parent == null) {
            return null;
        }
        return parent.kind() == Parent.Kind.PROBE ? probes[parent.index()] : initcalls.get(parent.index());
    }

    private void asyncCall(AsyncCall call) {
        TrackOwner lane = call.pid() == null ? TrackOwner.ASYNC_CALLS : TrackOwner.ofThread(call.pid());
        alone(lane, CallSlices.of(call, lastUs));
    }

    private @Nullable Run alone(TrackOwner lane, @Nullable Slice slice) {
        if (slice == null) {
            unplaced++;
            return null;
        }
        return placed(lane, Run.alone(lane, slice));
    }

    private Run placed(TrackOwner lane, Run run) {
        byLane.computeIfAbsent(lane, none -> new ArrayList<>()).add(run);
        return run;
    }
}
