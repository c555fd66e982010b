package io.bootledger.analyzer.history;

import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.analyzer.compare.measure.CallColumns;
import io.bootledger.analyzer.compare.measure.Environment;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.compare.measure.Segments;
import io.bootledger.analyzer.history.Series.BuildRange;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.analyzer.statistics.Median;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Makes a history of builds that come one after another, the oldest first; of each only medians and ranges stay in memory. */
public final class HistoryFold {
    /** A smaller initcall, or one that came or went below it, moves no boot. */
    private static final long WORTH_TELLING_US = 1_000;

    private record Name(Scope scope, String id) {}

    /** Build by build. */
    private record Column(List<@Nullable Long> us, List<@Nullable BuildRange> ranges) {
        void fill(int builds) {
            while (us.size() < builds) {
                us.add(null);
                ranges.add(null);
            }
        }
    }

    private final List<Build> builds = new ArrayList<>();
    private final Map<Name, Column> columns = new HashMap<>();
    private final Map<InitcallKey, Name> initcalls = new HashMap<>();
    private List<SortedMap<String, String>> environments = List.of();

    /** Takes the boots of the next build. */
    public void add(String build, List<BootSummary> boots) {
        List<BootSummary> usable = boots.stream()
                .filter(boot -> boot.incomplete() == null && boot.totalUs() != null)
                .toList();
        Map<Name, List<Long>> values = new HashMap<>();
        usable.forEach(boot -> measure(boot, values));
        values.forEach(this::set);
        List<SortedMap<String, String>> before = environments;
        if (!usable.isEmpty()) {
            environments = usable.stream().map(BootSummary::environment).toList();
        }
        builds.add(new Build(
                build,
                usable.size(),
                boots.size() - usable.size(),
                Environment.handovers(usable.stream().map(BootSummary::environment)),
                Environment.between(before, environments)));
    }

    private void measure(BootSummary boot, Map<Name, List<Long>> values) {
        add(values, new Name(Scope.TOTAL, "total"), boot.knownTotalUs());
        boot.segments().us().forEach((segment, us) -> {
            if (!segment.equals(Segments.KERNEL)) {
                add(values, new Name(Scope.SEGMENT, segment), us);
            }
        });
        boot.phases().forEach((phase, us) -> add(values, new Name(Scope.PHASE, phase), us));
        boot.levels().forEach((level, us) -> add(values, new Name(Scope.LEVEL, level), us));
        CallColumns calls = boot.calls();
        for (int row = 0; row < calls.size(); row++) {
            if (calls.durationUs(row) != CallColumns.UNKNOWN) {
                Name name = initcalls.computeIfAbsent(calls.key(row), key -> new Name(Scope.INITCALL, key.toString()));
                add(values, name, calls.durationUs(row));
            }
        }
    }

    private static void add(Map<Name, List<Long>> values, Name name, long us) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(us);
    }

    private static long median(List<Long> us) {
        return Math.round(Median.of(us.stream().mapToDouble(Long::doubleValue).toArray()));
    }

    /** Sets the values of the build that is coming; builds that do not have it are null. */
    private void set(Name name, List<Long> us) {
        Column column = columns.computeIfAbsent(name, key -> new Column(new ArrayList<>(), new ArrayList<>()));
        column.fill(builds.size());
        column.us().add(median(us));
        column.ranges().add(BuildRange.of(us));
    }

    /** What was found among the builds so far. */
    public History history() {
        List<Series> series = columns.entrySet().stream()
                .filter(entry ->
                        isWorthTelling(entry.getKey().scope(), entry.getValue().us()))
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Name::scope).thenComparing(Name::id)))
                .map(entry -> series(entry.getKey(), entry.getValue()))
                .toList();
        return new History(builds, series);
    }

    private Series series(Name name, Column column) {
        column.fill(builds.size());
        long leastUs = name.scope() == Scope.INITCALL ? WORTH_TELLING_US : 0;
        return Series.of(name.scope(), name.id(), column.us(), column.ranges(), leastUs);
    }

    private static boolean isWorthTelling(Scope scope, List<? extends @Nullable Long> us) {
        return scope != Scope.INITCALL
                || us.stream().filter(Objects::nonNull).anyMatch(value -> value >= WORTH_TELLING_US);
    }
}
