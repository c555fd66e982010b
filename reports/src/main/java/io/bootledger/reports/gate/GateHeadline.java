package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.SequentialLook;
import io.bootledger.analyzer.gate.StatisticalBasis;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.Printable;
import java.util.Locale;

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
        return line.append(seen(result)).toString();
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

    /** How much slower the total had to be to be found. */
    private static String seen(GateResult result) {
        return GateWords.promised(Scope.TOTAL, "total", result)
                .map(us -> "; would have seen >= " + DurationText.rounded(us))
                .orElse("");
    }
}
