package io.bootledger.reports.html;

import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.observer.ObserverEffect;
import org.jspecify.annotations.Nullable;

/** The frame of the ledger: from when to when, and what measuring cost. */
record LedgerData(
        long fromUs, long toUs, String words, @Nullable Observer observer) {
    /** The cost of printing, with its uncertainty. */
    record Observer(
            long costUs,
            long lowCostUs,
            long highCostUs,
            @Nullable String console,
            @Nullable Boolean explained) {}

    static LedgerData of(Ledger ledger, @Nullable ObserverEffect effect) {
        return new LedgerData(
                ledger.fromUs(), ledger.toUs(), ledger.ends().words(), effect == null ? null : of(effect));
    }

    private static Observer of(ObserverEffect effect) {
        return new Observer(
                effect.costUs(),
                effect.lowCostUs(),
                effect.highCostUs(),
                effect.console() == null ? null : effect.console().toString(),
                effect.explainedByBaud());
    }
}
