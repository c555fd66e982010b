package io.bootledger.analyzer.probes;

import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device whose probe was put off because something it needs was not there yet ({@code drivers/base/dd.c},
 * {@code driver_deferred_probe_add}).
 *
 * @param attempts how often its probe was put off
 * @param wastedUs what those attempts took together
 * @param firstUs when the first was put off; null without time stamps
 * @param waitedUs from then until the attempt that was not put off began; null while it is still pending
 * @param boundUs when the device was bound; null when it never was
 * @param releasedBy the device whose probe last succeeded before the attempt that was not put off, and so most likely what it
 *     waited for; null when nothing did
 */
public record Deferral(
        String device,
        int attempts,
        long wastedUs,
        @Nullable Long firstUs,
        @Nullable Long waitedUs,
        @Nullable Long boundUs,
        @Nullable String releasedBy) {

    /** The deferred devices, in the order in which they were first put off. */
    public static List<Deferral> of(Timeline timeline) {
        Map<String, List<Integer>> attempts = new LinkedHashMap<>();
        List<Probe> probes = timeline.probes();
        for (int i = 0; i < probes.size(); i++) {
            if (probes.get(i).outcome() == Outcome.DEFERRED
                    || attempts.containsKey(probes.get(i).device())) {
                attempts.computeIfAbsent(probes.get(i).device(), device -> new ArrayList<>())
                        .add(i);
            }
        }
        return attempts.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), probes))
                .toList();
    }

    private static Deferral of(String device, List<Integer> attempts, List<Probe> probes) {
        List<Probe> putOff = attempts.stream()
                .map(probes::get)
                .filter(probe -> probe.outcome() == Outcome.DEFERRED)
                .toList();
        long wasted = putOff.stream()
                .mapToLong(probe -> probe.durationUs() == null ? 0 : probe.durationUs())
                .sum();
        int lastIndex = attempts.get(attempts.size() - 1);
        Probe last = probes.get(lastIndex);
        boolean pending = last.outcome() == Outcome.DEFERRED;
        Long first = putOff.get(0).endUs();
        return new Deferral(
                device,
                putOff.size(),
                wasted,
                first,
                pending ? null : waited(first, last.startUs()),
                last.outcome() == Outcome.OK ? last.endUs() : null,
                pending ? null : releaser(device, lastIndex, probes));
    }

    private static @Nullable Long waited(@Nullable Long from, @Nullable Long to) {
        return from == null || to == null ? null : Long.valueOf(Math.max(0, to - from));
    }

    private static @Nullable String releaser(String device, int attempt, List<Probe> probes) {
        for (int i = attempt - 1; i >= 0 && !isPutOff(device, probes.get(i)); i--) {
            if (probes.get(i).outcome() == Outcome.OK) {
                return probes.get(i).device();
            }
        }
        return null;
    }

    /** Whatever succeeded before the device was last put off did not release it. */
    private static boolean isPutOff(String device, Probe probe) {
        return probe.device().equals(device) && probe.outcome() == Outcome.DEFERRED;
    }
}
