package io.bootledger.reports;

import io.bootledger.analyzer.compare.Change;
import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.InitcallChange;
import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.compare.Waterfall.Kind;
import io.bootledger.analyzer.compare.Waterfall.Row;
import io.bootledger.analyzer.compare.measure.Environment.Difference;
import io.bootledger.analyzer.compare.measure.Shift;
import io.bootledger.analyzer.compare.measure.Speed;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a comparison is put, the same in every output. Whatever it takes from a log is safe to print. */
public final class ComparisonWords {
    /** How many rows of a waterfall people are shown by name. */
    private static final int NAMED = 12;

    private static final int CAUSES = 3;
    private static final Set<Kind> CAUSE =
            EnumSet.of(Kind.ENVIRONMENT, Kind.INITCALL, Kind.ADDED, Kind.REMOVED, Kind.GAP);

    /** One line with the answer: {@code total 3.008 s -> 3.656 s (+647 ms, +21.5 %): crypto_kdf108_init (new) +755 ms; ...}. */
    public static String headline(Comparison comparison) {
        Change total = comparison.total();
        if (total == null) {
            long common = comparison.only(InitcallChange.Kind.COMMON).size();
            return common == 0 ? "nothing to compare" : "no total to compare, " + common + " initcalls on both sides";
        }
        List<String> causes = causes(comparison);
        String chance = Boolean.FALSE.equals(certain(total)) ? ", which may be chance" : "";
        return "total " + change(total) + chance + (causes.isEmpty() ? "" : ": " + String.join("; ", causes));
    }

    private static @Nullable Boolean certain(Change change) {
        return change.shift() == null ? null : change.shift().certain();
    }

    /** What contributes most, the largest first; without what may be chance, where the boots are enough to tell. */
    private static List<String> causes(Comparison comparison) {
        return named(comparison).rows().stream()
                .filter(row -> CAUSE.contains(row.kind()) && row.us() != 0)
                .filter(row -> !Boolean.FALSE.equals(row.shift().certain()))
                .sorted((one, other) -> Long.compare(Math.abs(other.us()), Math.abs(one.us())))
                .limit(CAUSES)
                .map(row -> name(row) + " " + DurationText.signed(row.us()))
                .toList();
    }

    /** The waterfall of a comparison that has a total, as people are shown it. */
    public static Waterfall named(Comparison comparison) {
        Waterfall all = Objects.requireNonNull(comparison.waterfall(), "asked of a comparison without a total");
        return all.naming(all.largest(NAMED)::contains);
    }

    /** {@code 3.008 s -> 3.656 s (+647 ms, +21.5 %)}; of one side alone what that took. */
    public static String change(Change change) {
        Long before = change.baselineUs();
        Long after = change.candidateUs();
        Shift shift = change.shift();
        if (before == null || after == null || shift == null) {
            return side(before) + " -> " + side(after);
        }
        Long perMille = before == 0 ? null : Long.valueOf(Math.round(shift.us() * 1e3 / before));
        return DurationText.change(before, after, new MedianShift(before, after, shift.us(), perMille).words());
    }

    private static String side(@Nullable Long us) {
        return us == null ? "none" : DurationText.rounded(us);
    }

    /** {@code crypto_kdf108_init (new)}. */
    public static String name(Row row) {
        String name = Printable.of(row.name());
        return switch (row.kind()) {
            case ADDED -> name + " (new)";
            case REMOVED -> name + " (gone)";
            default -> name;
        };
    }

    /** {@code x1.027, the median of 61 initcalls of 200 µs or more; the middle half of them x0.981 to x1.094}. */
    public static String speed(Speed speed) {
        return factor(speed.perMille()) + ", the median of " + speed.initcalls()
                + " initcalls of 200 µs or more; the middle half of them "
                + factor(speed.lowerQuartilePerMille()) + " to "
                + factor(speed.upperQuartilePerMille())
                + (speed.agreed() || speed.perMille() == 1_000 ? "" : "; they disagree, so it may be none");
    }

    private static String factor(long perMille) {
        return "x" + perMille / 1_000 + "." + String.format(Locale.ROOT, "%03d", perMille % 1_000);
    }

    /** {@code machine A against B}. */
    public static String difference(Difference difference) {
        return Printable.of(difference.key() + " " + String.join(" / ", difference.baseline()) + " against "
                + String.join(" / ", difference.candidate()));
    }

    /** What undermines the durations at large; empty when the boots are alike. */
    public static String unlike(Comparison comparison) {
        return comparison.unlike().isEmpty()
                ? ""
                : "the boots are not alike, so durations may differ for other reasons than the kernel: "
                        + comparison.unlike().stream()
                                .map(ComparisonWords::difference)
                                .collect(Collectors.joining("; "));
    }

    /** Who became slower and who faster from power-on to login; empty where nobody can be compared. */
    public static String segments(Comparison comparison) {
        return comparison.segments().changes().stream()
                .filter(change -> change.shift() != null)
                .map(change ->
                        change.name() + " " + DurationText.signed(change.shift().us()))
                .collect(Collectors.joining(", "));
    }

    private ComparisonWords() {}
}
