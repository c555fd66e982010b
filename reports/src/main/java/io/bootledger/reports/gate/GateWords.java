package io.bootledger.reports.gate;

import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.gate.Budgets.Waiver;
import io.bootledger.analyzer.gate.Culprit;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.Metric.Scope;
import io.bootledger.analyzer.gate.Status;
import io.bootledger.analyzer.gate.Verdict;
import io.bootledger.reports.Durations;
import io.bootledger.reports.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a verdict is put, the same in every output. Whatever it takes from a log is safe to print. */
public final class GateWords {
    private static final int NAMED = 3;

    /** One line that says it all: {@code REGRESSED total 24.1 s -> 24.5 s (+438 ms, +1.8 %) n=5+5; acpi_init +502 ms}. */
    public static String headline(GateResult result) {
        StringBuilder line = new StringBuilder(result.verdict().toString().toUpperCase(Locale.ROOT));
        result.total().ifPresent(total -> line.append(' ').append(change(total)));
        line.append(" n=").append(result.baselineBoots()).append('+').append(result.candidateBoots());
        if (result.verdict() == Verdict.OK) {
            return line.toString();
        }
        if (result.culprits().isEmpty()) {
            return line.append("; ").append(Printable.of(result.reason())).toString();
        }
        result.culprits().stream()
                .limit(NAMED)
                .forEach(culprit -> line.append("; ").append(culprit(culprit, result)));
        int more = result.culprits().size() - NAMED;
        return more > 0 ? line + "; and " + more + " more" : line.toString();
    }

    /** What people are shown of all that was tested: the total, and whatever there is a finding of. */
    public static List<Metric> findings(GateResult result) {
        return result.metrics().stream()
                .filter(metric -> metric.scope() == Scope.TOTAL || metric.status() != Status.OK)
                .toList();
    }

    /** {@code total 24.1 s -> 24.5 s (+438 ms, +1.8 %)}. */
    public static String change(Metric metric) {
        return Printable.of(metric.id()) + " "
                + Durations.change(
                        metric.baselineMedianUs(),
                        metric.candidateMedianUs(),
                        metric.shiftUs(),
                        metric.shiftPerMille());
    }

    /** {@code margin 20.0 ms, p 0.004, accepted: new firmware}. */
    public static String evidence(Metric metric, GateResult result) {
        return "margin " + Durations.rounded(metric.marginUs()) + ", p " + chance(metric.p())
                + (metric.dropped() == 0
                        ? ""
                        : ", " + metric.dropped() + (metric.dropped() == 1 ? " outlier" : " outliers") + " set aside")
                + accepted(metric, result)
                        .map(reason -> ", accepted: " + Printable.of(reason))
                        .orElse("");
    }

    /** Why this metric may be slower; empty when it may not, or is not. */
    static Optional<String> accepted(Metric metric, GateResult result) {
        return metric.status() == Status.WAIVED
                ? result.settings().budgets().waiverOf(metric).map(Waiver::reason)
                : Optional.empty();
    }

    /** {@code acpi_init +502 ms (92 % of the rise)}. */
    public static String culprit(Culprit culprit, GateResult result) {
        String name = Printable.of(culprit.name());
        return switch (culprit.kind()) {
            case SLOWER -> name + " " + Durations.signed(culprit.shiftUs()) + share(culprit, result);
            case ADDED -> name + " is new, " + Durations.rounded(culprit.shiftUs());
            case FAILED -> "newly fails: " + name;
            case DIED -> name;
            case OVER_BUDGET -> overBudget(culprit.name(), result).orElse(name + " over budget");
        };
    }

    private static Optional<String> overBudget(String what, GateResult result) {
        return result.budgets().stream()
                .filter(check -> check.what().equals(what) && check.broken())
                .findFirst()
                .map(GateWords::budget);
    }

    /** What a person should look at although it fails no build, each in a sentence. */
    public static List<String> warnings(GateResult result) {
        List<String> warnings = new ArrayList<>();
        result.moved()
                .forEach(one -> warnings.add("moved: " + Durations.rounded(one.us()) + " from "
                        + Printable.of(one.from()) + " to " + Printable.of(one.to())));
        result.metrics().stream()
                .filter(Metric::sometimesSlow)
                .map(GateWords::sometimesSlow)
                .forEach(warnings::add);
        result.structure()
                .flakyFailures()
                .forEach(flaky -> warnings.add("fails in " + flaky.failed() + " of " + flaky.boots()
                        + " candidate boots and in no baseline boot: " + Printable.of(flaky.name())));
        return warnings;
    }

    /** {@code sometimes slow: usb_init in 4 of 10 candidate boots and 0 of 10 baseline boots (p 0.043)}. */
    private static String sometimesSlow(Metric metric) {
        return "sometimes slow: " + Printable.of(metric.id()) + " in "
                + metric.slowBoots().candidate() + " of "
                + metric.candidateBoots() + " candidate boots and "
                + metric.slowBoots().baseline() + " of "
                + metric.baselineBoots() + " baseline boots (p " + chance(metric.sometimesSlowP()) + ")";
    }

    /** {@code initcall usb_init takes 47.0 ms, its budget is 40.0 ms}. */
    public static String budget(Check check) {
        boolean time = check.unit().equals("us");
        String actual = time ? Durations.rounded(check.actual()) : Long.toString(check.actual());
        String limit = time ? Durations.rounded(check.limit()) : Long.toString(check.limit());
        return Printable.of(check.what()) + (time ? " takes " : ": ") + actual + ", its budget is " + limit;
    }

    /**
     * Only what ran on the boot thread, and is not outweighed elsewhere, has a share in the total's rise; and none is told where
     * outliers were set aside, since the waterfall is of all boots.
     */
    private static String share(Culprit culprit, GateResult result) {
        Waterfall waterfall = result.waterfall();
        boolean sameTotal = waterfall != null
                && result.total()
                        .map(Metric::shiftUs)
                        .filter(us -> us == waterfall.totalUs())
                        .isPresent();
        if (!sameTotal || culprit.shiftUs() > waterfall.totalUs()) {
            return "";
        }
        return waterfall.rows().stream()
                .filter(row ->
                        row.kind() == Waterfall.Kind.INITCALL && row.name().equals(culprit.name()))
                .findFirst()
                .map(row -> " (" + Durations.percent(row.us(), waterfall.totalUs()) + " % of the rise)")
                .orElse("");
    }

    /** A chance to three digits, the same everywhere: {@code 0.004}, {@code <0.001}. */
    static String chance(@Nullable Double p) {
        if (p == null) {
            return "";
        }
        return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    private GateWords() {}
}
