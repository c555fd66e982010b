package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.InitcallChange.Kind;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.compare.measure.ComparedSides;
import io.bootledger.analyzer.compare.measure.Environment;
import io.bootledger.analyzer.compare.measure.Environment.Difference;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.compare.measure.Limits;
import io.bootledger.analyzer.compare.measure.Matched;
import io.bootledger.analyzer.compare.measure.OrdinarySpeed;
import io.bootledger.analyzer.compare.measure.Shift;
import io.bootledger.analyzer.compare.measure.Speed;
import io.bootledger.analyzer.knowledge.CodeOrigins;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.statistics.ShiftInterval;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Makes a comparison. */
final class Comparing {
    /** What a log without initcalls tells of too. */
    private static final Set<Phase.Kind> AFTER_INITCALLS =
            EnumSet.of(Phase.Kind.FREE_INIT_MEMORY, Phase.Kind.WRITE_PROTECT, Phase.Kind.UNTIL_INIT);

    private final ComparedSides sides;
    private final boolean interleaved;
    private final Set<String> allowed;
    private final List<BootMeasures> baseline;
    private final List<BootMeasures> candidate;
    private final @Nullable Speed speed;
    private final OrdinarySpeed boots;
    private final ShiftInterval interval;

    Comparing(ComparedSides sides, boolean interleaved, Set<String> allowed) {
        this.sides = sides;
        this.interleaved = interleaved;
        this.allowed = allowed;
        this.baseline = measures(sides.baseline(), sides.withInitcalls());
        this.candidate = measures(sides.candidate(), sides.withInitcalls());
        Matched matched = Matched.of(baseline, candidate);
        this.speed = matched.speed();
        this.boots =
                told() ? OrdinarySpeed.of(baseline, candidate, matched) : OrdinarySpeed.unknown(baseline, candidate);
        this.interval = ShiftInterval.forSizes(baseline.size(), candidate.size());
    }

    /** One boot of each has no other evidence of its speed than that nearly all initcalls changed the same way. */
    private boolean told() {
        return baseline.size() + candidate.size() > 2 || speed != null && speed.agreed();
    }

    /** Where a side has no initcalls, those of the other are none of the comparison. */
    private static List<BootMeasures> measures(List<ComparedBoot> boots, boolean withInitcalls) {
        return boots.stream()
                .map(ComparedBoot::measures)
                .map(boot -> withInitcalls
                        ? boot
                        : boot.with(boot.totalUs(), boot.phases(), boot.levels(), boot.gaps(), new TreeMap<>()))
                .toList();
    }

    Comparison comparison() {
        Moves moves = Moves.of(sides);
        return new Comparison(
                sides.baseline(),
                sides.candidate(),
                sides.leftOut(),
                Limits.of(sides, speed, interleaved),
                unlike(),
                KernelChange.of(sides.baseline(), sides.candidate()),
                speed,
                sides.whole() ? change("total", BootMeasures::totalUs) : null,
                sides.whole() ? waterfall() : null,
                SegmentChanges.of(sides.baseline(), sides.candidate(), this::segment),
                changes(
                        sides.withInitcalls() ? EnumSet.allOf(Phase.Kind.class) : AFTER_INITCALLS,
                        BootMeasures::phases),
                changes(sides.withInitcalls() ? EnumSet.allOf(InitcallLevel.class) : Set.of(), BootMeasures::levels),
                sides.withInitcalls() ? initcalls() : List.of(),
                structure(),
                moves.levels(),
                moves.order(),
                sides.withInitcalls() ? DeferralCounts.changes(sides) : List.of());
    }

    private List<Difference> unlike() {
        return Environment.differences(baseline, candidate).stream()
                .filter(one -> !allowed.contains(one.key()))
                .toList();
    }

    private Waterfall waterfall() {
        if (!sides.withInitcalls()) {
            return Waterfall.of(boots, Comparing::afterInitcalls, "up to the end of the initcalls");
        }
        IdentityHashMap<BootMeasures, Map<String, Long>> outside = new IdentityHashMap<>();
        sides.baseline().forEach(boot -> outside.put(boot.measures(), boot.outside()));
        sides.candidate().forEach(boot -> outside.put(boot.measures(), boot.outside()));
        return Waterfall.of(boots, boot -> outside.getOrDefault(boot, Map.of()), Waterfall.BETWEEN_INITCALLS);
    }

    private static Map<String, Long> afterInitcalls(BootMeasures boot) {
        Map<String, Long> outside = new TreeMap<>(boot.outside());
        outside.keySet()
                .retainAll(AFTER_INITCALLS.stream().map(Phase.Kind::title).toList());
        return outside;
    }

    /** Phases or levels that any boot has; of boots that break off these would be compared with a part of themselves. */
    private List<Change> changes(Set<?> names, Function<BootMeasures, ? extends Map<String, Long>> of) {
        return sides.whole()
                ? names.stream()
                        .map(Object::toString)
                        .map(name -> change(name, boot -> of.apply(boot).get(name)))
                        .filter(change -> change.baselineUs() != null || change.candidateUs() != null)
                        .toList()
                : List.of();
    }

    private Change segment(String name, Function<ComparedBoot, @Nullable Long> duration) {
        return change(name, known(sides.baseline(), duration), known(sides.candidate(), duration));
    }

    private Change change(String name, Function<BootMeasures, @Nullable Long> duration) {
        return change(name, known(baseline, duration), known(candidate, duration));
    }

    private Change change(String name, double[] before, double[] after) {
        boolean everywhere = before.length == baseline.size() && after.length == candidate.size();
        return new Change(name, median(before), median(after), everywhere ? Shift.of(before, after, interval) : null);
    }

    private static <T> double[] known(List<T> boots, Function<T, @Nullable Long> duration) {
        return boots.stream()
                .map(duration)
                .filter(Objects::nonNull)
                .mapToDouble(Long::doubleValue)
                .toArray();
    }

    private static @Nullable Long median(double[] values) {
        return values.length == 0 ? null : Long.valueOf(Math.round(Median.of(values)));
    }

    private List<InitcallChange> initcalls() {
        Presence presence = new Presence(sides);
        CodeOrigins origins = origins();
        List<InitcallChange> changes = new ArrayList<>();
        for (InitcallKey key : presence.keys()) {
            Kind kind = presence.kind(key);
            if (kind != null) {
                InitcallLevel level = presence.level(key);
                String owner = origins.of(key.function(), key.module(), level).owner();
                changes.add(initcall(key, kind, level, owner));
            }
        }
        changes.sort(Comparator.comparingLong(InitcallChange::size).reversed().thenComparing(InitcallChange::key));
        return changes;
    }

    /** Of the candidate's kernel. */
    private CodeOrigins origins() {
        ComparedBoot boot = sides.candidate().get(0);
        return CodeOrigins.of(
                boot.calls().stream().map(call -> call.key().function()),
                boot.kernel().release());
    }

    private InitcallChange initcall(InitcallKey key, Kind kind, @Nullable InitcallLevel level, @Nullable String owner) {
        Change raw = change(key.toString(), boot -> boot.initcalls().get(key));
        boolean everywhere = raw.shift() != null
                || kind == Kind.NEW && knownInAll(candidate, key)
                || kind == Kind.GONE && knownInAll(baseline, key);
        ToDoubleFunction<BootMeasures> duration = boot -> boot.initcalls().getOrDefault(key, 0L);
        Shift shift = everywhere ? boots.shift(duration, interval) : null;
        return new InitcallChange(
                key, level, owner, shift == null ? Kind.SOMETIMES : kind, raw.baselineUs(), raw.candidateUs(), shift);
    }

    private static boolean knownInAll(List<BootMeasures> boots, InitcallKey key) {
        return boots.stream().allMatch(boot -> boot.initcalls().containsKey(key));
    }

    private Structure structure() {
        if (!sides.withInitcalls()) {
            return Structure.of(List.of(), List.of());
        }
        Structure structure = Structure.of(baseline, candidate);
        return sides.whole() ? structure : structure.withoutGoneFailures();
    }
}
