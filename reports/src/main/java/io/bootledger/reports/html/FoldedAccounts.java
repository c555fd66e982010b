package io.bootledger.reports.html;

import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accounts of a ledger; where there are too many, the smallest of a sort and level as one, so that they add up all the same. */
final class FoldedAccounts {
    private record Sort(Account.Kind kind, @Nullable InitcallLevel level) {}

    static List<Account> of(Ledger ledger, int most) {
        List<Account> accounts = ledger.accounts();
        if (accounts.size() <= most) {
            return accounts;
        }
        KeptRows kept = KeptRows.of(accounts, most - sorts(accounts), Account::us);
        List<Account> folded = new ArrayList<>(kept.of(accounts));
        Map<Sort, List<Account>> others = new LinkedHashMap<>();
        for (int place = 0; place < accounts.size(); place++) {
            if (kept.placeOf(place) == null) {
                others.computeIfAbsent(sortOf(accounts.get(place)), sort -> new ArrayList<>())
                        .add(accounts.get(place));
            }
        }
        others.forEach((sort, same) -> folded.add(together(sort, same)));
        return folded;
    }

    private static int sorts(List<Account> accounts) {
        return (int) accounts.stream().map(FoldedAccounts::sortOf).distinct().count();
    }

    private static Sort sortOf(Account account) {
        return new Sort(account.kind(), account.level());
    }

    private static Account together(Sort sort, List<Account> same) {
        return new Account(
                sort.kind(),
                same.size() + " shorter ones",
                sort.level(),
                same.get(0).evidence(),
                same.stream().mapToLong(Account::us).sum(),
                same.stream().mapToLong(Account::doubtfulUs).sum());
    }

    private FoldedAccounts() {}
}
