package io.bootledger.reports.gate;

import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.gate.Culprit;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.MetricPattern;
import io.bootledger.analyzer.gate.Sight;
import io.bootledger.analyzer.gate.StatisticalBasis;
import io.bootledger.analyzer.gate.Status;
import io.bootledger.analyzer.gate.Verdict;
import io.bootledger.analyzer.rule.Certainty;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.MedianShift;
import io.bootledger.reports.Printable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a verdict is put, the same in every output. Whatever it takes from a log is safe to print. */
public final class GateWords {
    private static final int NAMED = 3;
    /** Of a chance, at most: ten thousand arrangements have no finer ones. */
    private static final int DIGITS = 6;

    private static final double SMALLEST = 0.001;
    private static final long THOUSAND = 1_000;

    /** Whether each side is one boot: its differences are exact, and have no chance in them. */
    static boolean isExact(GateResult result) {
        return result.evidence() != null && result.evidence().certainty() == Certainty.DETERMINISTIC;
    }

    /**
     * What would have been seen in these boots, tried out. Nothing where it is red, or something that rose is left open: no promise
     * stands beside that.
     */
    static List<Sight.Rise> promises(GateResult result) {
        return result.verdict() == Verdict.REGRESSED || result.failed() || leavesOpen(result)
                ? List.of()
                : result.sight().rises();
    }

    /** Of one metric, in microseconds. */
    static Optional<Long> promised(Scope scope, String id, GateResult result) {
        return promises(result).stream()
                .filter(rise -> rise.scope() == scope && rise.id().equals(id))
                .map(Sight.Rise::us)
                .findFirst();
    }

    /** {@code total +33.0 ms, acpi_init +15.0 ms}; empty where nothing is promised. */
    public static String sight(GateResult result) {
        return promises(result).stream()
                .map(rise -> Printable.of(rise.id()) + " " + DurationText.signed(rise.us()))
                .collect(Collectors.joining(", "));
    }

    /** What people are shown of all that was tested: the total, whatever there is a finding of, and three that may be. */
    public static List<Metric> findings(GateResult result) {
        List<Metric> doubtful = result.metrics().stream()
                .filter(metric ->
                        !isOfItsOwn(metric.scope()) && isDoubtful(metric) && metric.shiftUs() > metric.marginUs())
                .sorted(Comparator.comparingDouble((Metric metric) -> metric.p() == null ? 1 : metric.p())
                        .thenComparingLong(metric -> -metric.shiftUs()))
                .limit(NAMED)
                .toList();
        return result.metrics().stream()
                .filter(metric -> metric.scope() == Scope.TOTAL
                        || metric.status() != Status.OK && (!isDoubtful(metric) || doubtful.contains(metric))
                        || isBesideKernel(metric)
                                && isDoubtful(metric)
                                && Math.abs(metric.shiftUs()) > metric.marginUs())
                .toList();
    }

    /** What no other metric is to crowd out. */
    private static boolean isOfItsOwn(Scope scope) {
        return scope == Scope.TOTAL || scope == Scope.SEGMENT;
    }

    private static boolean isBesideKernel(Metric metric) {
        return metric.scope() == Scope.SEGMENT;
    }

    /** What became slower before the kernel or behind it, and fails nothing. */
    static List<Metric> noted(GateResult result) {
        return result.metrics().stream()
                .filter(metric -> metric.status() == Status.NOTED)
                .toList();
    }

    /** Whether the total, or another metric that is shown, seems slower and cannot be told. */
    static boolean leavesOpen(GateResult result) {
        return findings(result).stream().anyMatch(metric -> !isBesideKernel(metric) && isDoubtful(metric));
    }

    private static boolean isDoubtful(Metric metric) {
        return metric.status() == Status.INCONCLUSIVE || metric.status() == Status.INSUFFICIENT;
    }

    /** {@code total 24.1 s -> 24.5 s (+438 ms, +1.8 %)}. */
    public static String change(Metric metric) {
        return Printable.of(metric.id()) + " "
                + DurationText.change(metric.baselineMedianUs(), metric.candidateMedianUs(), shift(metric));
    }

    /** {@code +438 ms, +1.8 %}; of a metric that no test found and whose medians say otherwise, that it is not clear. */
    static String shift(Metric metric) {
        MedianShift shift = medianShift(metric);
        String unclear = switch (metric.status()) {
            case OK, INCONCLUSIVE, INSUFFICIENT -> "no clear shift: ";
            case REGRESSED, NOTED, WAIVED, MOVED, CHANGED, IMPROVED -> "";
        };
        return (shift.agrees() ? "" : unclear) + shift.words();
    }

    private static MedianShift medianShift(Metric metric) {
        return new MedianShift(
                metric.baselineMedianUs(), metric.candidateMedianUs(), metric.shiftUs(), metric.shiftPerMille());
    }

    /** {@code 95 % +40.0 ms to +61.0 ms, margin 20.0 ms, 6 of 6 boots, p 0.001 of 924 arrangements, accepted: new firmware}. */
    public static String evidence(Metric metric, GateResult result) {
        List<String> words = new ArrayList<>();
        if (metric.lowUs() != null && metric.highUs() != null && metric.p() != null) {
            words.add("95 % " + DurationText.signed(metric.lowUs()) + " to " + DurationText.signed(metric.highUs()));
        }
        words.add("margin " + DurationText.rounded(metric.marginUs()));
        if (isExact(result) && (isOfItsOwn(metric.scope()) || metric.scope() == Scope.LEVEL)) {
            long red = Math.round(
                    result.settings().rule().margin(metric.scope()).fixed((double) metric.baselineMedianUs()));
            words.add("red beyond " + DurationText.rounded(red));
        }
        if (metric.beyondMargin() > 0 && !isExact(result)) {
            words.add(metric.beyondMargin() + " of " + result.candidateBoots() + " boots");
        }
        if (metric.p() != null && result.evidence() != null) {
            words.add("p " + chance(metric, result) + " of " + result.evidence().arrangements() + " arrangements");
        }
        if (metric.acceptedBecause() != null) {
            words.add("accepted: " + Printable.of(metric.acceptedBecause()));
        }
        return String.join(", ", words);
    }

    /** What was accepted: initcalls and what is outside of them, and larger things only where none of these is. */
    static List<Metric> accepted(GateResult result) {
        List<Metric> waived = result.metrics().stream()
                .filter(metric -> metric.status() == Status.WAIVED)
                .sorted(Comparator.comparingLong(Metric::shiftUs).reversed().thenComparing(Metric::id))
                .toList();
        List<Metric> parts = waived.stream()
                .filter(metric -> metric.scope() == Scope.INITCALL || metric.scope() == Scope.GAP)
                .toList();
        return parts.isEmpty() ? waived : parts;
    }

    /** As {@code gate accept} understands it: {@code acpi_init}, {@code outside initcalls in fs}, {@code level as a whole}. */
    public static String name(Metric metric) {
        return Printable.of(
                switch (metric.scope()) {
                    case TOTAL, INITCALL -> metric.id();
                    case GAP -> MetricPattern.gap(metric.id());
                    case SEGMENT -> metric.scope() + "=" + metric.id();
                    case PHASE, LEVEL, OWNER -> MetricPattern.whole(metric.id());
                });
    }

    /** {@code acpi_init}, {@code outside initcalls in fs}, {@code free_init_memory as a whole}: no two things alike. */
    static String name(Culprit culprit) {
        return switch (culprit.kind()) {
            case OUTSIDE -> Printable.of(MetricPattern.gap(culprit.name()));
            case PART -> Printable.of(MetricPattern.whole(culprit.name()));
            case SEGMENT -> Printable.of(Scope.SEGMENT + "=" + culprit.name());
            case MACHINE, SLOWER, ADDED, FAILED, DIED, OVER_BUDGET -> Printable.of(culprit.name());
        };
    }

    /** {@code acpi_init +502 ms (92 % of the rise), ACPI}. */
    public static String culprit(Culprit culprit, GateResult result) {
        String name = name(culprit);
        String owner = culprit.owner() == null ? "" : ", " + Printable.of(culprit.owner());
        return switch (culprit.kind()) {
            case MACHINE ->
                name + " x" + factor(result) + ", " + DurationText.signed(culprit.knownShiftUs()) + share(culprit);
            case SLOWER -> name + " " + DurationText.signed(culprit.knownShiftUs()) + share(culprit) + owner;
            case SEGMENT -> Printable.of(culprit.name()) + " " + DurationText.signed(culprit.knownShiftUs());
            case ADDED -> name + " is new, " + DurationText.rounded(culprit.knownShiftUs()) + owner;
            case OUTSIDE, PART -> name + " " + DurationText.signed(culprit.knownShiftUs()) + share(culprit);
            case FAILED -> FailureWords.culprit(culprit.name(), result);
            case DIED -> name;
            case OVER_BUDGET -> overBudget(culprit.name(), result).orElse(name + " over budget");
        };
    }

    /** Whether all that runs is slower, and that is said. */
    static boolean isSlowMachine(GateResult result) {
        return result.globalShift()
                || result.culprits().stream().anyMatch(culprit -> culprit.kind() == Culprit.Kind.MACHINE);
    }

    /** How slow the machine is by what it was: {@code 1.500}. */
    static String factor(GateResult result) {
        return result.environmentPerMille() / THOUSAND
                + String.format(Locale.ROOT, ".%03d", result.environmentPerMille() % THOUSAND);
    }

    private static Optional<String> overBudget(String what, GateResult result) {
        return result.budgets().stream()
                .filter(check -> check.what().equals(what) && check.broken())
                .findFirst()
                .map(GateWords::budget);
    }

    /** {@code initcall usb_init takes 47.0 ms, its budget is 40.0 ms}. */
    public static String budget(Check check) {
        boolean time = check.unit().equals("us");
        String actual = time ? DurationText.rounded(check.actual()) : Long.toString(check.actual());
        String limit = time ? DurationText.rounded(check.limit()) : Long.toString(check.limit());
        return Printable.of(check.what()) + (time ? " takes " : ": ") + actual + ", its budget is " + limit;
    }

    private static String share(Culprit culprit) {
        return culprit.sharePerMille() == null
                ? ""
                : " (" + DurationText.percent(culprit.sharePerMille()) + " % of the rise)";
    }

    /** Whether the waterfall tells anything: medians do not add up, and on a noisy host what is left over outweighs the sum. */
    static boolean addsUp(Waterfall waterfall) {
        return waterfall.rows().stream()
                .filter(row -> row.kind() == Waterfall.Kind.REST)
                .allMatch(row -> Math.abs(row.us()) <= Math.abs(waterfall.totalUs()));
    }

    /** Whether there is a difference to explain: not one within its margin. */
    static boolean differs(GateResult result) {
        return result.total()
                .filter(total -> Math.abs(total.shiftUs()) > total.marginUs())
                .isPresent();
    }

    /** What a waterfall is of: {@code the difference of +438 ms}. */
    static String difference(GateResult result) {
        return result.total()
                .map(total -> medianShift(total).agrees()
                        ? "the difference of " + DurationText.signed(total.shiftUs())
                        : "the typical difference of two boots, " + DurationText.signed(total.shiftUs()) + ",")
                .orElse("the difference");
    }

    /** What is said instead of a waterfall that tells nothing. */
    static String doesNotAddUp(Waterfall waterfall, GateResult result) {
        long rest = waterfall.rows().stream()
                .filter(row -> row.kind() == Waterfall.Kind.REST)
                .mapToLong(Waterfall.Row::us)
                .sum();
        return difference(result) + " cannot be told apart: the shifts of the parts leave a rest of "
                + DurationText.signed(rest) + ", larger than itself";
    }

    /** How likely a metric is by chance; empty where that was not tested. */
    static String chance(Metric metric, GateResult result) {
        StatisticalBasis evidence = result.evidence();
        return metric.p() == null ? "" : chance(metric.p(), evidence == null ? 0 : evidence.alpha());
    }

    /**
     * A chance to three digits, the same everywhere, and to more where these would put it on the other side of its limit:
     * {@code 0.004}, {@code 0.0043}, {@code <0.001}.
     */
    static String chance(double p, double limit) {
        if (p < SMALLEST && (limit == 0 || limit >= SMALLEST)) {
            return "<0.001";
        }
        for (int digits = 3; ; digits++) {
            BigDecimal shown = BigDecimal.valueOf(p).setScale(digits, RoundingMode.HALF_UP);
            if (digits == DIGITS || p <= limit == shown.doubleValue() <= limit) {
                return shown.toPlainString();
            }
        }
    }

    private GateWords() {}
}
