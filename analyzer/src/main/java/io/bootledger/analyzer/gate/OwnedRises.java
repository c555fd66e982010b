package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Owners;
import io.bootledger.analyzer.rule.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

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
        return !own.isEmpty() && MovedCosts.settles(owner, owner.shiftUs() - us) ? as(own, owner) : owner;
    }

    /** As the largest of its initcalls, and for the reasons of those that were accepted. */
    private static Metric as(List<Metric> own, Metric owner) {
        if (own.get(0).status() == Status.MOVED) {
            return owner.with(Status.MOVED);
        }
        return owner.accepted(own.stream()
                .map(Metric::acceptedBecause)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; ")));
    }
}
