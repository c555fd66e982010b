package io.bootledger.reports;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An initcall level and what it took.
 *
 * @param likely how many of its initcalls only probably belong to it
 * @param selfUs what its initcalls took without the probes inside them, added up
 * @param doubtfulUs how much of these self times is told by clocks in doubt
 * @param ledgerUs what the ledger books on it: initcalls, probes and the gaps between them; null without a ledger
 */
public record AccountedLevel(
        LevelSummary summary,
        int likely,
        long selfUs,
        long doubtfulUs,
        @Nullable Long ledgerUs) {
    /** In the kernel's order; empty when no level is known. */
    public static List<AccountedLevel> of(BootAnalysis boot) {
        List<AccountedInitcall> calls = AccountedInitcall.of(boot);
        return boot.levels().stream()
                .map(summary -> of(summary, calls, boot.accounting().ledger()))
                .toList();
    }

    private static AccountedLevel of(LevelSummary summary, List<AccountedInitcall> calls, @Nullable Ledger ledger) {
        InitcallLevel level = summary.level();
        List<AccountedInitcall> own =
                calls.stream().filter(one -> one.call().level() == level).toList();
        int likely =
                (int) own.stream().filter(one -> !one.call().levelCertain()).count();
        long doubtful = selfUs(own.stream().filter(one -> one.doubt() != null));
        return new AccountedLevel(
                summary, likely, selfUs(own.stream()), doubtful, ledger == null ? null : booked(ledger, level));
    }

    private static long selfUs(Stream<AccountedInitcall> calls) {
        return calls.map(AccountedInitcall::selfUs)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long booked(Ledger ledger, InitcallLevel level) {
        return ledger.accounts().stream()
                .filter(account -> account.level() == level)
                .mapToLong(Account::us)
                .sum();
    }
}
