package io.bootledger.analyzer.probes;

import io.bootledger.analyzer.probes.Deferral.Code;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the devices whose probes were put off, and what may have released them. */
public final class Deferrals {
    private final Map<String, String> reasons;
    private final List<Probe> bound;
    private final @Nullable Long barrierUs;

    private Deferrals(Timeline timeline, Map<String, String> reasons) {
        this.reasons = reasons;
        this.bound = timeline.probes().stream()
                .filter(probe -> probe.outcome() == Outcome.OK && probe.startUs() != null && probe.endUs() != null)
                .sorted(Comparator.comparingLong(Probe::endUs))
                .toList();
        this.barrierUs = timeline.initcalls().stream()
                .filter(call -> call.function().equals(OpenInitcalls.WAITS_FOR_WORKERS))
                .map(Initcall::startUs)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * The deferred devices, in the order in which they were first put off.
     *
     * @param reasons by device, what the kernel last said that it waits for
     */
    public static List<Deferral> of(Timeline timeline, Map<String, String> reasons) {
        Map<String, List<Probe>> attempts = new LinkedHashMap<>();
        for (Probe probe : timeline.probes()) {
            if (probe.outcome() == Outcome.DEFERRED || attempts.containsKey(probe.device())) {
                attempts.computeIfAbsent(probe.device(), device -> new ArrayList<>())
                        .add(probe);
            }
        }
        Deferrals deferrals = new Deferrals(timeline, reasons);
        return attempts.values().stream().map(deferrals::of).toList();
    }

    private Deferral of(List<Probe> attempts) {
        List<Probe> putOff = attempts.stream()
                .filter(probe -> probe.outcome() == Outcome.DEFERRED)
                .toList();
        Probe first = putOff.get(0);
        Probe failed = putOff.get(putOff.size() - 1);
        Probe last = attempts.get(attempts.size() - 1);
        Probe good = last.outcome() == Outcome.DEFERRED ? null : last;
        Long retryUs = good == null ? null : good.startUs();
        List<String> candidates = retryUs == null ? List.of() : candidates(attempts.get(0), failed, retryUs);
        String stated = reasons.get(first.device());
        boolean barrier = retryUs != null && waitedForBarrier(failed, retryUs, candidates);
        return new Deferral(
                first.device(),
                putOff.size(),
                putOff.stream()
                        .mapToLong(probe -> probe.durationUs() == null ? 0 : probe.durationUs())
                        .sum(),
                first.endUs(),
                first.endUs() == null || retryUs == null ? null : Long.valueOf(Math.max(0, retryUs - first.endUs())),
                good != null && good.outcome() == Outcome.OK ? good.endUs() : null,
                code(failed),
                failed.endUs(),
                retryUs,
                barrier,
                candidates,
                stated,
                evidence(stated, barrier, candidates));
    }

    /** Up to 5.11 0 stands for whatever the driver's own probe returned, so -517 is the driver core's there too. */
    private static @Nullable Code code(Probe failed) {
        Integer value = failed.returnValue();
        return value == null || value == 0 ? null : value > 0 ? Code.DRIVER : Code.SUPPLIER;
    }

    private List<String> candidates(Probe firstAttempt, Probe failed, long retryUs) {
        if (failed.startUs() == null) {
            return List.of();
        }
        List<String> all = bound.stream()
                .filter(probe ->
                        probe.knownEndUs() > failed.startUs() && probe.knownEndUs() <= retryUs + Suppliers.LATE_US)
                .filter(probe -> probe.knownStartUs() < retryUs)
                .filter(probe -> !probe.device().equals(failed.device()) && !holds(probe, firstAttempt))
                .map(Probe::device)
                .distinct()
                .toList();
        List<String> likely = code(failed) == Code.SUPPLIER
                ? all.stream().filter(Suppliers::isNamedLikeOne).toList()
                : all;
        return likely.isEmpty() ? all : likely;
    }

    /** A device whose probe made another is not what that one waited for. */
    private static boolean holds(Probe outer, Probe inner) {
        return inner.startUs() != null
                && inner.endUs() != null
                && outer.knownStartUs() <= inner.startUs()
                && outer.knownEndUs() >= inner.endUs();
    }

    /** Whether it was put off before the barrier, tried behind it, and nothing was bound in between that could have held it up. */
    private boolean waitedForBarrier(Probe failed, long retryUs, List<String> candidates) {
        if (barrierUs == null || failed.endUs() == null || failed.endUs() >= barrierUs || retryUs < barrierUs) {
            return false;
        }
        Set<String> before = bound.stream()
                .filter(probe -> probe.knownEndUs() <= barrierUs)
                .map(Probe::device)
                .collect(Collectors.toSet());
        return before.containsAll(candidates);
    }

    private static CauseEvidence evidence(@Nullable String stated, boolean barrier, List<String> candidates) {
        if (stated != null || barrier) {
            return CauseEvidence.STATED;
        }
        return switch (candidates.size()) {
            case 0 -> CauseEvidence.UNKNOWN;
            case 1 -> CauseEvidence.LIKELY;
            default -> CauseEvidence.POSSIBLE;
        };
    }
}
