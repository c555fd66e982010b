package io.bootledger.reports.gate;

import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.analyzer.gate.SequentialLook;
import io.bootledger.analyzer.gate.StatisticalBasis;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.Printable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One line that says it all: {@code REGRESSED total 24.1 s -> 24.5 s (+438 ms, +1.8 %) n=6+6; acpi_init +502 ms}, or, where it is not
 * red, what would have been: {@code OK total 24.1 s -> 24.1 s (+2.0 ms, 0.0 %) n=6+6; would have seen >= 32.0 ms}.
 */
public final class GateHeadline {
    private static final int NAMED = 3;

    private GateHeadline() {}

    public static String of(GateResult result) {
        StringBuilder line = new StringBuilder(result.verdict().toString().toUpperCase(Locale.ROOT));
        result.total().ifPresent(total -> line.append(' ').append(GateWords.change(total)));
        line.append(" n=").append(boots(result));
        if (!isToldByCulprits(result)) {
            line.append("; ").append(Printable.of(result.reason()));
        }
        result.culprits().stream()
                .limit(NAMED)
                .forEach(culprit -> line.append("; ").append(GateWords.culprit(culprit, result)));
        int more = result.culprits().size() - NAMED;
        line.append(more > 0 ? "; and " + more + " more" : "");
        return line.append(elsewhere(result))
                .append(accepted(result))
                .append(noted(result))
                .append(seen(result))
                .toString();
    }

    /** {@code ; most of it in 575 other initcalls, +299 ms}, each of which is no culprit: the named ones are the least of the rise. */
    private static String elsewhere(GateResult result) {
        Waterfall waterfall = result.waterfall();
        boolean slower = result.culprits().stream().anyMatch(culprit -> culprit.shiftUs() != null);
        if (waterfall == null || !slower || !GateWords.addsUp(waterfall) || waterfall.totalUs() <= 0) {
            return "";
        }
        return waterfall.rows().stream()
                .filter(row -> isOfMany(row.kind()) && 2 * row.us() > waterfall.totalUs())
                .findFirst()
                .map(row -> "; most of it in " + Printable.of(row.name()) + ", " + DurationText.signed(row.us()))
                .orElse("");
    }

    private static boolean isOfMany(Waterfall.Kind kind) {
        return switch (kind) {
            case OTHER_INITCALLS, OTHER_ADDED, OTHER_GAPS -> true;
            case ENVIRONMENT, INITCALL, ADDED, REMOVED, GAP, OTHER_REMOVED, REST -> false;
        };
    }

    /** {@code ; accepted: acpi_init +502 ms}: what would have been red, the parts rather than what they are part of. */
    private static String accepted(GateResult result) {
        List<Metric> waived = GateWords.accepted(result);
        if (waived.isEmpty()) {
            return "";
        }
        String named = waived.stream()
                .limit(NAMED)
                .map(metric -> GateWords.name(metric) + " " + DurationText.signed(metric.shiftUs()))
                .collect(Collectors.joining(", "));
        int more = waived.size() - NAMED;
        return "; accepted: " + named + (more > 0 ? " and " + more + " more" : "");
    }

    /** {@code ; beside the kernel: user space +2.0 s}: what is slower, and fails nothing. */
    private static String noted(GateResult result) {
        List<Metric> noted = GateWords.noted(result);
        return noted.isEmpty()
                ? ""
                : "; beside the kernel: "
                        + noted.stream()
                                .map(metric -> Printable.of(metric.id()) + " " + DurationText.signed(metric.shiftUs()))
                                .collect(Collectors.joining(", "));
    }

    /** {@code 6+6}; {@code 6+6 of 24+24} of boots that a look leaves out, {@code 1+1 (made 5+5 times)} of boots that are one boot. */
    private static String boots(GateResult result) {
        String judged = result.baselineBoots() + "+" + result.candidateBoots();
        StatisticalBasis basis = result.evidence();
        if (basis != null && GateWords.isExact(result)) {
            return basis.distinctBaseline() + "+" + basis.distinctCandidate() + " (made " + judged + " times)";
        }
        SequentialLook look = result.look();
        return look == null
                        || look.baselineGiven() == result.baselineBoots()
                                && look.candidateGiven() == result.candidateBoots()
                ? judged
                : judged + " of " + look.baselineGiven() + "+" + look.candidateGiven();
    }

    /** Whether who did it says why, or there is nothing to say. */
    private static boolean isToldByCulprits(GateResult result) {
        return switch (result.verdict()) {
            case OK -> true;
            case REGRESSED, TRADED -> !result.culprits().isEmpty();
            case INCONCLUSIVE, DETERMINISTIC, INSUFFICIENT -> false;
        };
    }

    /** How much slower the total had to be to be found: not by what may be. */
    private static String seen(GateResult result) {
        String elsewhere = result.settings().budgets().waivers().isEmpty() ? "" : " beside what is accepted";
        return GateWords.promised(Scope.TOTAL, "total", result)
                .map(us -> "; would have seen >= " + DurationText.rounded(us) + elsewhere)
                .orElse("");
    }
}
