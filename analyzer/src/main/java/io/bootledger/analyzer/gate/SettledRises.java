package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.Owners;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.rule.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rises of larger things that say nothing new. An owner's is settled where what moved or was accepted of his initcalls makes up for it,
 * a tenth or a millisecond more or less; that of a level, of a phase and of the total where what was accepted of their parts leaves no
 * more than their margin: then one waiver is enough for what one change did.
 */
final class SettledRises {
    private static final long THOUSAND = 1_000;
    private static final String INITCALLS = Phase.Kind.INITCALLS.toString();
    private static final String BEFORE_INITCALLS = Phase.Kind.BEFORE_INITCALLS.toString();

    private final Map<String, String> levels;
    private final long machinePerMille;
    private List<Metric> metrics;

    private SettledRises(List<Metric> metrics, Map<String, String> levels, long machinePerMille) {
        this.metrics = metrics;
        this.levels = levels;
        this.machinePerMille = machinePerMille;
    }

    /**
     * @param levels of initcalls, by name
     * @param machinePerMille how slow the machine is by what it was, in thousandths, where that answers for the total: whoever accepts
     *     that accepts its part in all else
     */
    static List<Metric> settled(List<Metric> metrics, Map<String, String> levels, Owners owners, long machinePerMille) {
        if (metrics.stream().noneMatch(metric -> isWaived(metric) || metric.status() == Status.MOVED)) {
            return metrics;
        }
        SettledRises rises = new SettledRises(metrics, levels, machinePerMille);
        rises.owners(owners);
        rises.settle(Scope.LEVEL, rises::partsOfLevel);
        rises.settle(Scope.PHASE, rises::partsOfPhase);
        rises.settle(Scope.TOTAL, total -> rises.partsOfTotal());
        return rises.metrics;
    }

    private static boolean isWaived(Metric metric) {
        return metric.status() == Status.WAIVED;
    }

    private interface Parts {
        List<Metric> of(Metric whole);
    }

    private void settle(Scope scope, Parts parts) {
        metrics = metrics.stream()
                .map(metric -> metric.scope() == scope && isOpen(metric) ? settled(metric, parts.of(metric)) : metric)
                .toList();
    }

    private static boolean isOpen(Metric metric) {
        return metric.status() == Status.REGRESSED || metric.status() == Status.INCONCLUSIVE;
    }

    private Metric settled(Metric whole, List<Metric> parts) {
        List<Metric> accepted = new ArrayList<>(parts);
        long left = whole.shiftUs() - sum(parts);
        if (whole.scope() != Scope.TOTAL && machinePerMille > THOUSAND) {
            List<Metric> total = waived(metric -> metric.scope() == Scope.TOTAL);
            left -= total.isEmpty() ? 0 : whole.baselineMedianUs() * (machinePerMille - THOUSAND) / THOUSAND;
            accepted.addAll(total);
        }
        boolean settled = !accepted.isEmpty() && (left <= whole.marginUs() || MovedCosts.settles(whole, left));
        return settled ? whole.accepted(reasons(accepted)) : whole;
    }

    private List<Metric> partsOfLevel(Metric level) {
        return waived(metric -> metric.scope() == Scope.INITCALL && level.id().equals(levels.get(metric.id()))
                || metric.scope() == Scope.GAP && metric.id().equals(level.id()));
    }

    private List<Metric> partsOfPhase(Metric phase) {
        return partsOfPhase(phase.id());
    }

    private List<Metric> partsOfPhase(String phase) {
        if (phase.equals(BEFORE_INITCALLS)) {
            return waived(metric -> metric.scope() == Scope.GAP && metric.id().equals(BootMeasures.BEFORE_PID1));
        }
        if (!phase.equals(INITCALLS)) {
            return List.of();
        }
        List<Metric> whole = waived(metric -> metric.scope() == Scope.LEVEL);
        return Stream.concat(
                        whole.stream(),
                        waived(metric -> isOfInitcalls(metric)
                                        && whole.stream()
                                                .noneMatch(level -> level.id().equals(levelOf(metric))))
                                .stream())
                .toList();
    }

    private static boolean isOfInitcalls(Metric metric) {
        return metric.scope() == Scope.INITCALL && !metric.id().contains(" [")
                || metric.scope() == Scope.GAP && !metric.id().equals(BootMeasures.BEFORE_PID1);
    }

    private String levelOf(Metric part) {
        return part.scope() == Scope.GAP ? part.id() : levels.getOrDefault(part.id(), "");
    }

    private List<Metric> partsOfTotal() {
        List<Metric> parts = new ArrayList<>(waived(metric -> metric.scope() == Scope.PHASE));
        for (String phase : List.of(INITCALLS, BEFORE_INITCALLS)) {
            if (parts.stream().noneMatch(part -> part.id().equals(phase))) {
                parts.addAll(partsOfPhase(phase));
            }
        }
        return parts;
    }

    private List<Metric> waived(Predicate<Metric> which) {
        return metrics.stream()
                .filter(metric -> isWaived(metric) && which.test(metric))
                .toList();
    }

    private void owners(Owners owners) {
        List<Metric> own = metrics.stream()
                .filter(metric -> metric.scope() == Scope.INITCALL)
                .filter(metric -> metric.status() == Status.MOVED || isWaived(metric))
                .sorted(Comparator.comparingLong(Metric::shiftUs).reversed())
                .toList();
        metrics = metrics.stream()
                .map(metric -> metric.scope() == Scope.OWNER && metric.status() == Status.REGRESSED
                        ? owned(metric, own, owners)
                        : metric)
                .toList();
    }

    private static Metric owned(Metric owner, List<Metric> initcalls, Owners owners) {
        List<Metric> own = initcalls.stream()
                .filter(initcall -> owner.id().equals(owners.of(initcall.id())))
                .toList();
        if (own.isEmpty() || !MovedCosts.settles(owner, owner.shiftUs() - sum(own))) {
            return owner;
        }
        // As the largest of its initcalls, and for the reasons of those that were accepted.
        return own.get(0).status() == Status.MOVED ? owner.with(Status.MOVED) : owner.accepted(reasons(own));
    }

    private static long sum(List<Metric> parts) {
        return parts.stream().mapToLong(Metric::shiftUs).sum();
    }

    private static String reasons(List<Metric> parts) {
        return parts.stream()
                .map(Metric::acceptedBecause)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
