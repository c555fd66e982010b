package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.compare.measure.ComparedSides;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.analyzer.statistics.Median;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** How often each boot of a side put a device's probe off. */
final class DeferralCounts {
    private final List<Map<String, Deferral>> boots;

    private DeferralCounts(List<ComparedBoot> boots) {
        this.boots = boots.stream()
                .map(boot -> boot.deferrals().stream()
                        .collect(Collectors.toMap(Deferral::device, Function.identity(), (one, other) -> one)))
                .toList();
    }

    static List<DeferralChange> changes(ComparedSides sides) {
        DeferralCounts before = new DeferralCounts(sides.baseline());
        DeferralCounts after = new DeferralCounts(sides.candidate());
        TreeSet<String> devices = new TreeSet<>();
        before.boots.forEach(boot -> devices.addAll(boot.keySet()));
        after.boots.forEach(boot -> devices.addAll(boot.keySet()));
        return devices.stream()
                .map(device -> change(device, before, after))
                .filter(change -> change.baseline() != change.candidate())
                .sorted(Comparator.comparingLong(
                                (DeferralChange change) -> -Math.abs(change.candidateUs() - change.baselineUs()))
                        .thenComparing(DeferralChange::device))
                .toList();
    }

    private static DeferralChange change(String device, DeferralCounts before, DeferralCounts after) {
        return new DeferralChange(
                device,
                (int) before.median(device, Deferral::attempts),
                (int) after.median(device, Deferral::attempts),
                before.median(device, Deferral::wastedUs),
                after.median(device, Deferral::wastedUs));
    }

    /** Of all boots; one that did not put it off counts as 0. */
    private long median(String device, ToLongFunction<Deferral> what) {
        return Math.round(Median.of(boots.stream()
                .map(boot -> boot.get(device))
                .mapToDouble(deferral -> deferral == null ? 0 : what.applyAsLong(deferral))
                .toArray()));
    }
}
