package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.rule.Finding;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.analyzer.statistics.Median;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a gate would have seen: the smallest rise of the total, and of the longest initcall, that is found when it is put into each of
 * the candidate's boots. It is tried out and not estimated: noise hides a rise, and a rise makes noise, in ways that only the rule
 * itself knows. Worked out once somebody asks.
 */
public final class Sight {
    /** Of boots that cannot show any. */
    static final Sight NOTHING = new Sight(List.of(), List.of(), GateSettings.DEFAULT, List.of());

    private final List<BootMeasures> baseline;
    private final List<BootMeasures> candidate;
    private final GateSettings settings;
    private final List<Finding> findings;
    private @Nullable List<Rise> rises;

    /**
     * A rise that is found, and so is a larger one.
     *
     * @param us one of the {@link PreferredAmounts}; the next smaller one is not found
     */
    public record Rise(Scope scope, String id, long us) {}

    /** @param findings of the boots as they are: near what their errors suggest the search begins */
    Sight(List<BootMeasures> baseline, List<BootMeasures> candidate, GateSettings settings, List<Finding> findings) {
        this.baseline = baseline;
        this.candidate = candidate;
        this.settings = settings;
        this.findings = findings;
    }

    /** Of the total and of the longest initcall, where any is, and where they are not found slower as it is. */
    public synchronized List<Rise> rises() {
        if (rises == null) {
            List<Rise> found = new ArrayList<>();
            rise(Scope.TOTAL, "total", Injection::total).ifPresent(found::add);
            longest(Stream.concat(baseline.stream(), candidate.stream()).toList())
                    .flatMap(key -> rise(Scope.INITCALL, key.toString(), us -> Injection.initcall(key, us)))
                    .ifPresent(found::add);
            rises = List.copyOf(found);
        }
        return rises;
    }

    /** In microseconds; empty where nothing is found, or nobody tried. */
    public Optional<Long> smallestUs(Scope scope, String id) {
        return rises().stream()
                .filter(rise -> rise.scope() == scope && rise.id().equals(id))
                .map(Rise::us)
                .findFirst();
    }

    /** The longest built-in initcall that all these boots have. */
    static Optional<InitcallKey> longest(List<BootMeasures> boots) {
        return boots.stream()
                .limit(1)
                .flatMap(first -> first.initcalls().keySet().stream())
                .filter(key -> key.module() == null
                        && boots.stream().allMatch(boot -> boot.initcalls().containsKey(key)))
                .max(Comparator.comparingDouble(key -> medianUs(boots, key)));
    }

    static double medianUs(List<BootMeasures> boots, InitcallKey key) {
        return Median.of(
                boots.stream().mapToDouble(boot -> boot.initcalls().get(key)).toArray());
    }

    private Optional<Rise> rise(Scope scope, String id, LongFunction<Injection> injection) {
        return findings.stream()
                .filter(finding -> finding.metric().scope() == scope
                        && finding.metric().id().equals(id))
                .filter(finding -> finding.direction() <= 0 && Double.isFinite(finding.detectableUs()))
                .findFirst()
                .flatMap(finding -> PreferredAmounts.smallest(
                        finding.detectableUs(), us -> us > finding.metric().marginUs() && isFound(injection.apply(us))))
                .map(us -> new Rise(scope, id, us));
    }

    private boolean isFound(Injection change) {
        GateResult result = Gate.judge(baseline, change.into(candidate), settings);
        return (result.verdict() == Verdict.REGRESSED || result.verdict() == Verdict.TRADED)
                && result.metrics().stream()
                        .anyMatch(metric -> metric.scope() == change.scope()
                                && metric.id().equals(change.id())
                                && metric.status() == Status.REGRESSED);
    }
}
