package io.bootledger.analyzer.path;

import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Entry;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.timeline.CauseEvidence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;

/** What the ledger knows the boot thread to have done in no initcall. */
record NamedStretch(long fromUs, long toUs, String name, CauseEvidence evidence, long line) {
    private static final Set<Account.Kind> KINDS = EnumSet.of(
            Account.Kind.BEFORE_INITCALLS,
            Account.Kind.LEVEL_CHANGE,
            Account.Kind.ASYNC_WAIT,
            Account.Kind.ROOT_MOUNT,
            Account.Kind.FREE_INIT_MEMORY,
            Account.Kind.WRITE_PROTECT,
            Account.Kind.UNTIL_INIT,
            Account.Kind.UNKNOWN);

    /** Those of a ledger, the last first. */
    static Deque<NamedStretch> backwards(Ledger ledger) {
        Deque<NamedStretch> stretches = new ArrayDeque<>();
        long now = ledger.fromUs();
        for (Entry entry : ledger.entries()) {
            long from = now;
            now += entry.us();
            if (KINDS.contains(entry.kind())) {
                stretches.push(new NamedStretch(from, now, entry.name(), entry.evidence(), entry.fromLine()));
            }
        }
        return stretches;
    }
}
