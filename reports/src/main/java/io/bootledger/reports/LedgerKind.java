package io.bootledger.reports;

import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One sort of time in a ledger.
 *
 * @param us what its accounts add up to; never 0
 * @param doubtfulUs how much of it is told by stamps in doubt
 * @param accounts the largest first
 */
public record LedgerKind(Account.Kind kind, long us, long doubtfulUs, List<Account> accounts) {
    /** The sorts of time of a boot, in its order; they add up to the total. */
    public static List<LedgerKind> of(Ledger ledger) {
        return Arrays.stream(Account.Kind.values())
                .map(kind -> of(ledger, kind))
                .filter(kind -> kind.us() > 0)
                .toList();
    }

    private static LedgerKind of(Ledger ledger, Account.Kind kind) {
        List<Account> accounts = ledger.accounts().stream()
                .filter(account -> account.kind() == kind)
                .sorted(Comparator.comparingLong(Account::us).reversed())
                .toList();
        long doubtful = accounts.stream().mapToLong(Account::doubtfulUs).sum();
        return new LedgerKind(kind, ledger.us(kind), doubtful, accounts);
    }

    /** For people. */
    public String title() {
        return titleOf(kind);
    }

    /** A sort of time in words. */
    public static String titleOf(Account.Kind kind) {
        return kind.title();
    }
}
