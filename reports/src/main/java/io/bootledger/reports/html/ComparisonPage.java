package io.bootledger.reports.html;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.gate.GateResult;
import org.jspecify.annotations.Nullable;

/** One file that shows two sets of boots beside each other without a network. The same boots give the same bytes. */
public final class ComparisonPage {
    public static String of(Comparison comparison) {
        return page(comparison, null);
    }

    /** With the verdict of the gate on top. */
    public static String of(Comparison comparison, GateResult verdict) {
        return page(comparison, verdict);
    }

    private static String page(Comparison comparison, @Nullable GateResult verdict) {
        String title = ComparedFacts.boots(comparison.baseline()) + " and "
                + ComparedFacts.boots(comparison.candidate()) + " - Bootledger";
        return HtmlPage.COMPARISON.of(title, PageJson.of(ComparisonData.of(comparison, verdict)));
    }

    private ComparisonPage() {}
}
