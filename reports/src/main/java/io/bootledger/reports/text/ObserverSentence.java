package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.observer.ObserverEffect;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Page;

/** What measuring the boot cost it. Nothing is said where the advice says it, or where it cannot be told from nothing. */
final class ObserverSentence {
    private static final String ADVICE = "console-cost";

    static void write(BootAnalysis boot, Ledger ledger, Page page) {
        ObserverEffect effect = boot.accounting().observer();
        boolean advised =
                boot.advice().stream().anyMatch(advice -> advice.code().equals(ADVICE));
        if (effect != null && !advised && effect.costUs() > 0) {
            page.note(sentence(effect, ledger));
        }
    }

    private static String sentence(ObserverEffect effect, Ledger ledger) {
        return "Printing the log took about " + DurationText.rounded(effect.costUs()) + " of these "
                + DurationText.rounded(ledger.totalUs()) + " (" + DurationText.rounded(effect.lowCostUs()) + " to "
                + DurationText.rounded(effect.highCostUs()) + ")"
                + (effect.console() == null ? "." : ", on " + effect.console() + ".");
    }

    private ObserverSentence() {}
}
