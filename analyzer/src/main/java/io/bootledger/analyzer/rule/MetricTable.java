package io.bootledger.analyzer.rule;

import io.bootledger.analyzer.compare.Owners;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.statistics.Design;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * All that is compared: a row a metric, a column a boot, the baseline's boots first. What a boot lacks took it no time, so that what
 * is new, and what is gone, is a metric like any other.
 *
 * @param untimed initcalls that some boot called without telling how long they took: they are in no row, nor are the gaps of their
 *     levels, into which their time falls
 */
public record MetricTable(Design design, List<Row> rows, List<String> untimed) {
    /** Where the metrics of each scope are found in a boot: one line a scope. Those of the owners are sums of initcalls. */
    private static final Map<Scope, Function<BootMeasures, SortedMap<?, Long>>> SCOPES = new EnumMap<>(Map.of(
            Scope.TOTAL, boot -> new TreeMap<>(Map.of("total", boot.totalUs())),
            Scope.PHASE, BootMeasures::phases,
            Scope.LEVEL, BootMeasures::levels,
            Scope.GAP, BootMeasures::gaps,
            Scope.INITCALL, BootMeasures::initcalls));

    /**
     * One metric of all boots.
     *
     * @param us microseconds
     * @param everywhere whether no boot lacks it
     */
    public record Row(Scope scope, String id, double[] us, boolean everywhere) {}

    /**
     * Of complete boots, one at least on each side.
     *
     * @param owners of these boots' initcalls
     */
    public static MetricTable of(List<BootMeasures> baseline, List<BootMeasures> candidate, Owners owners) {
        List<BootMeasures> boots = new ArrayList<>(baseline);
        boots.addAll(candidate);
        Set<InitcallKey> untimed = new HashSet<>();
        boots.forEach(boot -> untimed.addAll(boot.untimed()));
        List<Row> rows = new ArrayList<>();
        SCOPES.forEach((scope, of) -> {
            SortedMap<?, Known> known = known(boots, of);
            known.keySet().removeIf(untimed::contains);
            if (scope == Scope.GAP) {
                known.keySet().removeAll(levels(untimed, boots));
            }
            if (scope == Scope.INITCALL) {
                addOwners(known, owners, untimed, rows);
            }
            known.forEach((key, one) -> rows.add(new Row(scope, key.toString(), one.us, one.boots == boots.size())));
        });
        return new MetricTable(
                new Design(baseline.size(), candidate.size()),
                rows,
                untimed.stream().sorted().map(InitcallKey::toString).toList());
    }

    private static Set<String> levels(Set<InitcallKey> initcalls, List<BootMeasures> boots) {
        Set<String> levels = new HashSet<>();
        for (InitcallKey initcall : initcalls) {
            boots.stream()
                    .map(boot -> boot.course().levels().get(initcall))
                    .filter(Objects::nonNull)
                    .forEach(levels::add);
        }
        return levels;
    }

    /** What is known of a metric: its durations, in how many boots it is, and of how many initcalls it is the sum. */
    private static final class Known {
        private final double[] us;
        private int boots;
        private int initcalls;

        Known(int size) {
            us = new double[size];
        }

        void add(Known initcall) {
            Arrays.setAll(us, boot -> us[boot] + initcall.us[boot]);
            initcalls++;
        }
    }

    private static SortedMap<?, Known> known(List<BootMeasures> boots, Function<BootMeasures, SortedMap<?, Long>> of) {
        Map<Object, Known> known = new HashMap<>();
        for (int boot = 0; boot < boots.size(); boot++) {
            for (Map.Entry<?, Long> entry : of.apply(boots.get(boot)).entrySet()) {
                Known one = known.computeIfAbsent(entry.getKey(), key -> new Known(boots.size()));
                one.us[boot] = entry.getValue();
                one.boots++;
            }
        }
        return new TreeMap<>(known);
    }

    /** Not of those of whom a single initcall is known, as it says the same, or of one of whose initcalls no duration is. */
    private static void addOwners(
            SortedMap<?, Known> initcalls, Owners owners, Set<InitcallKey> untimed, List<Row> rows) {
        SortedMap<String, Known> sums = new TreeMap<>();
        initcalls.forEach((initcall, known) -> {
            String owner = owners.of((InitcallKey) initcall);
            if (owner != null) {
                sums.computeIfAbsent(owner, name -> new Known(known.us.length)).add(known);
            }
        });
        untimed.stream().map(owners::of).filter(Objects::nonNull).forEach(sums::remove);
        sums.values().removeIf(sum -> sum.initcalls == 1);
        sums.forEach((owner, sum) -> rows.add(new Row(Scope.OWNER, owner, sum.us, true)));
    }

    /** The same with the rows of another table of the same boots. */
    public MetricTable with(MetricTable other) {
        List<Row> all = new ArrayList<>(rows);
        all.addAll(other.rows);
        return new MetricTable(design, all, untimed);
    }

    /** How many boots of the baseline differ from each other in anything. */
    public int distinctBaseline() {
        return distinct(0, design.earlier());
    }

    /** The same of the candidate. */
    public int distinctCandidate() {
        return distinct(design.earlier(), design.size());
    }

    private int distinct(int from, int to) {
        HashSet<DoubleBuffer> boots = new HashSet<>();
        IntStream.range(from, to)
                .mapToObj(boot -> DoubleBuffer.wrap(
                        rows.stream().mapToDouble(row -> row.us()[boot]).toArray()))
                .forEach(boots::add);
        return boots.size();
    }

    /** Every duration of an initcall. */
    public List<Long> durations() {
        return rows.stream()
                .filter(row -> row.scope() == Scope.INITCALL)
                .flatMap(row -> Arrays.stream(row.us()).mapToObj(Math::round))
                .toList();
    }
}
