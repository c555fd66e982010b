package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.BootMeasures;
import io.bootledger.analyzer.gate.Metric.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells costs that only moved from costs that came. An initcall's rise has moved when an initcall of the same level became faster by
 * as much, {@value #TOLERANCE_PERCENT} % more or less, beyond doubt; or {@code deferred_probe_initcall} did, of whatever level: a probe
 * that is no longer put off. Each fall pays for one rise only, and for none where the level or the total fails as well.
 */
final class MovedCosts {
    private static final int TOLERANCE_PERCENT = 20;
    private static final String DEFERRED_PROBES = "deferred_probe_initcall";

    private final Map<String, String> levels;
    private final List<Metric> metrics;
    private final List<Metric> falls;
    private final List<Moved> moved = new ArrayList<>();

    private MovedCosts(List<Metric> metrics, Map<String, String> levels) {
        this.metrics = metrics;
        this.levels = levels;
        this.falls = new ArrayList<>(initcalls(metrics, Status.IMPROVED).toList());
    }

    /** @param metrics all, as tested */
    static List<Moved> of(List<Metric> metrics, List<BootMeasures> baseline, List<BootMeasures> candidate) {
        if (initcalls(metrics, Status.REGRESSED).findAny().isEmpty()) {
            return List.of();
        }
        List<BootMeasures> boots = new ArrayList<>(baseline);
        boots.addAll(candidate);
        return new MovedCosts(metrics, levels(boots)).all();
    }

    private static Stream<Metric> initcalls(List<Metric> metrics, Status status) {
        return metrics.stream().filter(metric -> metric.scope() == Scope.INITCALL && metric.status() == status);
    }

    /** The level of each initcall on which no two boots disagree. */
    private static Map<String, String> levels(List<BootMeasures> boots) {
        Map<String, String> levels = new HashMap<>();
        boots.forEach(boot -> boot.course()
                .levels()
                .forEach((key, level) ->
                        levels.merge(key.toString(), level, (one, other) -> one.equals(other) ? one : "")));
        levels.values().removeIf(String::isEmpty);
        return levels;
    }

    private List<Moved> all() {
        if (!fails(Scope.TOTAL, "total")) {
            initcalls(metrics, Status.REGRESSED)
                    .filter(rise -> levels.containsKey(rise.id()) && !fails(Scope.LEVEL, levels.get(rise.id())))
                    .sorted(Comparator.comparingLong(Metric::shiftUs).reversed().thenComparing(Metric::id))
                    .forEach(rise -> source(rise).ifPresent(fall -> {
                        falls.remove(fall);
                        moved.add(new Moved(fall.id(), rise.id(), rise.shiftUs()));
                    }));
        }
        return List.copyOf(moved);
    }

    private boolean fails(Scope scope, String id) {
        return metrics.stream()
                .anyMatch(metric ->
                        metric.scope() == scope && metric.id().equals(id) && metric.status() == Status.REGRESSED);
    }

    /** Where the rise may come from: the fall that is nearest to it. */
    private Optional<Metric> source(Metric rise) {
        return falls.stream()
                .filter(fall -> fall.id().equals(DEFERRED_PROBES)
                        || Objects.equals(levels.get(fall.id()), levels.get(rise.id())))
                .filter(fall -> difference(rise, fall) * 100 <= TOLERANCE_PERCENT * rise.shiftUs())
                .min(Comparator.<Metric>comparingLong(fall -> difference(rise, fall))
                        .thenComparing(Metric::id));
    }

    private static long difference(Metric rise, Metric fall) {
        return Math.abs(rise.shiftUs() + fall.shiftUs());
    }

    /** The metrics, with the status of what moved. */
    static List<Metric> marked(List<Metric> metrics, List<Moved> moved) {
        return metrics.stream()
                .map(metric -> metric.scope() == Scope.INITCALL
                                && moved.stream().anyMatch(one -> one.to().equals(metric.id()))
                        ? metric.with(Status.MOVED)
                        : metric)
                .toList();
    }
}
