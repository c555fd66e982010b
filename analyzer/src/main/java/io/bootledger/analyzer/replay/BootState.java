package io.bootledger.analyzer.replay;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.traces.event.InitcallLevel;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a boot is doing at the moment up to which its events are known.
 *
 * @param atUs the moment, by the kernel's clock; null in a log without time stamps
 * @param phase null before the first event
 * @param level of the last built-in initcall that was called; null before the first, and when unknown
 * @param running the latest begun first
 * @param latest the initcall that returned last; null before the first
 * @param called initcalls that were called
 * @param returned initcalls that have returned
 * @param failed those of them that failed
 * @param probes probes that have ended
 * @param pending devices whose probe was put off and that wait for another
 */
public record BootState(
        @Nullable Long atUs,
        @Nullable Phase phase,
        @Nullable InitcallLevel level,
        List<RunningCall> running,
        @Nullable Initcall latest,
        int called,
        int returned,
        int failed,
        int probes,
        int pending) {

    /** @param soFar the analysis of the events up to now, the time of the last of them */
    public static BootState of(BootAnalysis soFar) {
        return of(soFar, soFar.milestones().lastUs());
    }

    /**
     * The state at a moment.
     *
     * @param soFar the analysis of the events up to that moment
     * @param atUs the moment, by the kernel's clock; null in a log without time stamps
     */
    public static BootState of(BootAnalysis soFar, @Nullable Long atUs) {
        List<Initcall> calls = soFar.timeline().initcalls();
        List<Phase> phases = soFar.phases();
        Phase phase = phases.isEmpty() ? null : phases.get(phases.size() - 1);
        boolean initRuns = phase != null && phase.kind() == Phase.Kind.AFTER_INIT;
        return new BootState(
                atUs,
                phase,
                level(calls),
                RunningCalls.of(soFar.timeline(), initRuns, atUs),
                latest(calls),
                calls.size(),
                (int) calls.stream().filter(call -> call.endLine() != null).count(),
                (int) calls.stream()
                        .filter(call -> call.outcome() == Outcome.FAILED)
                        .count(),
                soFar.timeline().probes().size(),
                pending(soFar.timeline().probes()));
    }

    private static @Nullable InitcallLevel level(List<Initcall> calls) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            if (calls.get(i).level() != InitcallLevel.MODULE) {
                return calls.get(i).level();
            }
        }
        return null;
    }

    private static @Nullable Initcall latest(List<Initcall> calls) {
        return calls.stream()
                .filter(call -> call.endLine() != null)
                .max(Comparator.comparingLong(Initcall::endLine))
                .orElse(null);
    }

    private static int pending(List<Probe> probes) {
        Set<String> pending = new HashSet<>();
        for (Probe probe : probes) {
            if (probe.outcome() == Outcome.DEFERRED) {
                pending.add(probe.device());
            } else {
                pending.remove(probe.device());
            }
        }
        return pending.size();
    }
}
