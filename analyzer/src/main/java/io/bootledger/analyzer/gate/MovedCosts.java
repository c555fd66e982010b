package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.rule.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Tells costs that only moved from costs that came. An initcall's rise has moved when another initcall became faster by as much, a
 * tenth or a millisecond more or less; a level's when another level did, and an initcall was registered there and is now here. Each
 * fall pays for one rise only, and for none where something larger is slower: the rise's level, or the initcalls as a whole. Where the
 * total is slower nothing has moved unless these are known not to be. What passes outside of a level's initcalls has moved there where
 * initcalls of it are gone that took as long.
 */
final class MovedCosts {
    private static final long TOLERANCE_US = 1_000;
    private static final long TOLERANCE_SHARE = 10;
    private static final String INITCALLS = Phase.Kind.INITCALLS.toString();

    private final List<Metric> metrics;
    private final Map<String, String> before;
    private final Map<String, String> after;
    private final List<Moved> moved = new ArrayList<>();

    private MovedCosts(List<Metric> metrics, Map<String, String> before, Map<String, String> after) {
        this.metrics = metrics;
        this.before = before;
        this.after = after;
    }

    /** @param metrics all, as tested */
    static List<Moved> of(List<Metric> metrics, List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return metrics.stream().noneMatch(metric -> metric.status() == Status.REGRESSED)
                ? List.of()
                : new MovedCosts(metrics, levels(baseline), levels(candidate)).all();
    }

    /** The level of each initcall on which no two boots disagree. */
    static Map<String, String> levels(List<BootMeasures> boots) {
        Map<InitcallKey, String> levels = new HashMap<>();
        boots.forEach(boot -> boot.course()
                .levels()
                .forEach((key, level) -> levels.merge(key, level, (one, other) -> one.equals(other) ? one : "")));
        Map<String, String> named = new HashMap<>();
        levels.forEach((key, level) -> named.put(key.toString(), level));
        named.values().removeIf(String::isEmpty);
        return named;
    }

    private List<Moved> all() {
        boolean sure = slower(Scope.TOTAL, "total");
        if (keepsTime(Scope.PHASE, INITCALLS, sure)) {
            pair(Scope.LEVEL, (from, to) -> registeredElsewhere(from.id(), to.id()));
            pair(Scope.INITCALL, (from, to) -> keepsTime(Scope.LEVEL, after.getOrDefault(to.id(), ""), sure));
            leftByInitcalls();
        }
        return List.copyOf(moved);
    }

    /** @param sure whether that must be known: not where it seems slower, or is not tested */
    private boolean keepsTime(Scope scope, String id, boolean sure) {
        return sure
                ? Stream.of(Status.OK, Status.IMPROVED)
                        .flatMap(status -> of(scope, status))
                        .anyMatch(metric -> metric.id().equals(id))
                : !slower(scope, id);
    }

    private boolean slower(Scope scope, String id) {
        return of(scope, Status.REGRESSED)
                .anyMatch(metric -> metric.id().equals(id)
                        && moved.stream()
                                .noneMatch(
                                        one -> one.scope() == scope && one.to().equals(id)));
    }

    private boolean registeredElsewhere(String from, String to) {
        return after.entrySet().stream()
                .anyMatch(call -> call.getValue().equals(to) && from.equals(before.get(call.getKey())));
    }

    private void pair(Scope scope, BiPredicate<Metric, Metric> allowed) {
        List<Metric> falls = new ArrayList<>(of(scope, Status.IMPROVED).toList());
        of(scope, Status.REGRESSED)
                .sorted(Comparator.comparingLong(Metric::shiftUs).reversed().thenComparing(Metric::id))
                .forEach(rise -> source(rise, falls, allowed).ifPresent(fall -> {
                    falls.remove(fall);
                    moved.add(new Moved(scope, fall.id(), rise.id(), rise.shiftUs()));
                }));
    }

    /** What passes outside of a level's initcalls where some are gone that took as long: or their lines are. */
    private void leftByInitcalls() {
        of(Scope.GAP, Status.REGRESSED)
                .filter(gap -> settles(gap, Math.abs(gap.shiftUs() - goneUs(gap.id()))))
                .forEach(gap -> moved.add(new Moved(Scope.GAP, "initcalls that are gone", gap.id(), gap.shiftUs())));
    }

    private long goneUs(String level) {
        return metrics.stream()
                .filter(metric -> metric.scope() == Scope.INITCALL && metric.candidateMedianUs() == 0)
                .filter(metric -> level.equals(before.get(metric.id())) && !after.containsKey(metric.id()))
                .mapToLong(Metric::baselineMedianUs)
                .sum();
    }

    private Stream<Metric> of(Scope scope, Status status) {
        return metrics.stream().filter(metric -> metric.scope() == scope && metric.status() == status);
    }

    /** Where the rise may come from: the fall that is nearest to it. */
    private static Optional<Metric> source(Metric rise, List<Metric> falls, BiPredicate<Metric, Metric> allowed) {
        return falls.stream()
                .filter(fall -> allowed.test(fall, rise))
                .filter(fall -> settles(rise, difference(rise, fall)))
                .min(Comparator.<Metric>comparingLong(fall -> difference(rise, fall))
                        .thenComparing(Metric::id));
    }

    /** Whether no more is left of a rise than measuring leaves. */
    static boolean settles(Metric rise, long leftUs) {
        return leftUs <= Math.max(TOLERANCE_US, rise.shiftUs() / TOLERANCE_SHARE);
    }

    private static long difference(Metric rise, Metric fall) {
        return Math.abs(rise.shiftUs() + fall.shiftUs());
    }

    /** The metrics, with the status of what moved. */
    static List<Metric> marked(List<Metric> metrics, List<Moved> moved) {
        return metrics.stream()
                .map(metric -> moved.stream()
                                .anyMatch(one -> one.scope() == metric.scope()
                                        && one.to().equals(metric.id()))
                        ? metric.with(Status.MOVED)
                        : metric)
                .toList();
    }
}
