package io.bootledger.reports.png;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.LedgerKind;
import io.bootledger.reports.Palette;
import io.bootledger.reports.png.draw.Bars;
import io.bootledger.reports.png.draw.TimeBar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A bar for each sort of time, and below it one for each of its accounts that is among the largest of the boot. */
final class LedgerLayout {
    private static final int LARGEST = 12;
    private static final int PITCH = 30;
    private static final int LONGEST_NAME = 50;

    static Bars of(BootAnalysis boot, Ledger ledger) {
        List<TimeBar> bars = new ArrayList<>();
        Set<Account> largest = largest(ledger);
        for (LedgerKind kind : LedgerKind.of(ledger)) {
            bars.add(bar(kind, ledger));
            kind.accounts().stream()
                    .filter(largest::contains)
                    .map(account -> bar(account, ledger))
                    .forEach(bars::add);
        }
        String axis =
                bars.isEmpty() ? "no time passed" : "milliseconds, per sort of time; below it its largest accounts";
        return new Bars(Headings.title(boot, ledger), Headings.subtitle(boot), axis, PITCH, bars);
    }

    /** Of the kinds with several accounts: an only account is as long as its kind. */
    private static Set<Account> largest(Ledger ledger) {
        return LedgerKind.of(ledger).stream()
                .flatMap(kind -> kind.accounts().stream().filter(account -> account.us() < kind.us()))
                .sorted(Comparator.comparingLong(Account::us).reversed())
                .limit(LARGEST)
                .collect(Collectors.toSet());
    }

    private static TimeBar bar(LedgerKind kind, Ledger ledger) {
        int count = kind.accounts().size();
        String accounts = count == 1 ? name(kind.accounts().get(0)) : count + " accounts";
        return new TimeBar(
                kind.title(),
                kind.us(),
                Palette.of(kind.kind()),
                amount(kind.us(), ledger) + (accounts.equals(kind.title()) ? "" : ", " + accounts),
                false);
    }

    private static TimeBar bar(Account account, Ledger ledger) {
        String level = account.level() == null ? "" : ", " + account.level();
        return new TimeBar(
                name(account), account.us(), Palette.of(account.kind()), amount(account.us(), ledger) + level, true);
    }

    private static String name(Account account) {
        return Headings.shortened(account.name(), LONGEST_NAME);
    }

    private static String amount(long us, Ledger ledger) {
        return DurationText.exactMillis(us) + " ms, " + DurationText.percent(us, ledger.totalUs()) + " %";
    }

    private LedgerLayout() {}
}
