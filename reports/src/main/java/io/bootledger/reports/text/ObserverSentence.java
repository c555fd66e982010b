package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.observer.ObserverEffect;
import io.bootledger.reports.Durations;

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
        return "Printing the log took about " + Durations.rounded(effect.costUs()) + " of these "
                + Durations.rounded(ledger.totalUs()) + " (" + Durations.rounded(effect.lowCostUs()) + " to "
                + Durations.rounded(effect.highCostUs()) + ")"
                + (effect.console() == null ? "." : ", on " + effect.console() + ".");
    }

    private ObserverSentence() {}
}
