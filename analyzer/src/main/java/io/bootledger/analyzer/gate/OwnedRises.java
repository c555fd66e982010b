package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Owners;
import io.bootledger.analyzer.rule.Scope;
import java.util.Comparator;
import java.util.List;

/**
 * The rises of owners that say nothing new: where what moved or was accepted of an owner's initcalls makes up for its rise, a tenth or
 * a millisecond more or less, that is settled with them.
 */
final class OwnedRises {
    private OwnedRises() {}

    static List<Metric> settled(List<Metric> metrics, Owners owners) {
        List<Metric> settled = metrics.stream()
                .filter(metric -> metric.scope() == Scope.INITCALL)
                .filter(metric -> metric.status() == Status.MOVED || metric.status() == Status.WAIVED)
                .sorted(Comparator.comparingLong(Metric::shiftUs).reversed())
                .toList();
        return settled.isEmpty()
                ? metrics
                : metrics.stream()
                        .map(metric -> metric.scope() == Scope.OWNER && metric.status() == Status.REGRESSED
                                ? settled(metric, settled, owners)
                                : metric)
                        .toList();
    }

    private static Metric settled(Metric owner, List<Metric> initcalls, Owners owners) {
        List<Metric> own = initcalls.stream()
                .filter(initcall -> owner.id().equals(owners.of(initcall.id())))
                .toList();
        long us = own.stream().mapToLong(Metric::shiftUs).sum();
        return !own.isEmpty() && MovedCosts.settles(owner, owner.shiftUs() - us)
                ? owner.with(own.get(0).status())
                : owner;
    }
}
