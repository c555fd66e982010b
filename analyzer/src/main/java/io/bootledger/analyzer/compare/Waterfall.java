package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.OrdinarySpeed;
import io.bootledger.analyzer.compare.measure.Shift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the difference of the total comes from, in rows that add up to it exactly; what the rows do not explain is the last one
 * and never hidden. Only what ran on the boot thread is in it: module loads run beside.
 *
 * @param totalUs the difference: the Hodges-Lehmann shift of the total
 */
public record Waterfall(long totalUs, List<Row> rows) {
    /** One step; negative where the candidate is faster. How sure it is, is told of single parts. */
    public record Row(Kind kind, String name, Shift shift) {
        /** In microseconds. */
        public long us() {
            return shift.us();
        }

        static Row sum(Kind kind, String name, long us) {
            return new Row(kind, name, new Shift(us, null, null));
        }
    }

    /** What a step is. */
    public enum Kind {
        /** The whole machine was slower or faster: clock, heat, host, compiler. */
        ENVIRONMENT,
        INITCALL,
        /** An initcall that only the candidate has. */
        ADDED,
        /** An initcall that only the baseline has. */
        REMOVED,
        /** Time outside initcalls. */
        GAP,
        OTHER_INITCALLS,
        OTHER_ADDED,
        OTHER_REMOVED,
        OTHER_GAPS,
        /** Medians do not add up; with one boot a side this is what rounding leaves. */
        REST
    }

    /** What rows of a kind become when they are not named, and how that row is called. */
    private enum Others {
        INITCALLS(Kind.INITCALL, Kind.OTHER_INITCALLS, "other initcalls"),
        ADDED(Kind.ADDED, Kind.OTHER_ADDED, "other new initcalls"),
        REMOVED(Kind.REMOVED, Kind.OTHER_REMOVED, "other gone initcalls"),
        GAPS(Kind.GAP, Kind.OTHER_GAPS, "other stretches outside initcalls");

        private final Kind of;
        private final Kind kind;
        private final String words;

        Others(Kind of, Kind kind, String words) {
            this.of = of;
            this.kind = kind;
            this.words = words;
        }
    }

    /** The name of what passes from one initcall to the next, and of printing. */
    public static final String BETWEEN_INITCALLS = "between initcalls";

    private static final Comparator<Row> LARGEST_FIRST =
            Comparator.comparingLong((Row row) -> -Math.abs(row.us())).thenComparing(Row::name);

    public Waterfall {
        rows = List.copyOf(rows);
        long sum = rows.stream().mapToLong(Row::us).sum();
        if (sum != totalUs) {
            throw new IllegalArgumentException("rows add up to " + sum + " us, the difference is " + totalUs + " us");
        }
    }

    /**
     * Every initcall and every stretch outside of them in a row of its own; of boots that all have a total.
     *
     * @param outside what of a boot's total passed outside initcalls, in microseconds by name
     * @param remainder the name of what is in neither
     */
    public static Waterfall of(
            OrdinarySpeed boots, Function<BootMeasures, ? extends Map<String, Long>> outside, String remainder) {
        return new WaterfallParts(boots, outside, remainder).waterfall();
    }

    /** What the candidate's totals have more than the baseline's by running slower, in microseconds. */
    public static long environmentUs(OrdinarySpeed boots) {
        return new WaterfallParts(boots, boot -> Map.of(), BETWEEN_INITCALLS).environmentUs();
    }

    /** The rows of initcalls and of time outside of them that change most, at most so many. */
    public Set<Row> largest(int most) {
        return rows.stream()
                .filter(row -> row.us() != 0 && othersOf(row) != null)
                .sorted(LARGEST_FIRST)
                .limit(most)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same with only some rows named, the largest first, and the others of each kind added up. */
    public Waterfall naming(Predicate<Row> named) {
        List<Row> folded = new ArrayList<>();
        Map<Others, List<Row>> others = new EnumMap<>(Others.class);
        rows.stream().filter(row -> row.kind() == Kind.ENVIRONMENT).forEach(folded::add);
        for (Row row : rows.stream().sorted(LARGEST_FIRST).toList()) {
            Others sort = othersOf(row);
            if (sort != null && named.test(row)) {
                folded.add(row);
            } else if (sort != null) {
                others.computeIfAbsent(sort, key -> new ArrayList<>()).add(row);
            }
        }
        others.forEach((sort, of) -> folded.add(Row.sum(
                sort.kind,
                of.size() + " " + sort.words,
                of.stream().mapToLong(Row::us).sum())));
        rows.stream().filter(row -> row.kind() == Kind.REST).forEach(folded::add);
        return new Waterfall(totalUs, folded);
    }

    private static @Nullable Others othersOf(Row row) {
        for (Others others : Others.values()) {
            if (others.of == row.kind()) {
                return others;
            }
        }
        return null;
    }
}
