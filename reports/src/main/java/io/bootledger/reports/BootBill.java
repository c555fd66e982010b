package io.bootledger.reports;

import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a boot's time went to, the dearest first: what each initcall and probe took itself, and each stretch between them. The items add
 * up to the ledger's total.
 *
 * @param totalUs from the first record until the kernel hands over, or until the evidence ends
 */
public record BootBill(long totalUs, List<Item> items) {
    /**
     * An init function, a device or a stretch.
     *
     * @param level null where it has none, or more than one
     * @param us what it took itself, in all
     * @param doubtfulUs how much of that is told by stamps in doubt
     * @param sumUs it and all that are dearer
     */
    public record Item(
            Account.Kind kind, String name, @Nullable InitcallLevel level, long us, long doubtfulUs, long sumUs) {}

    private record Key(Account.Kind kind, String name) {}

    public BootBill {
        items = List.copyOf(items);
    }

    /** A device that was tried at two levels is one item; equal ones stand in the order of the boot. */
    public static BootBill of(Ledger ledger) {
        Map<Key, Account> merged = new LinkedHashMap<>();
        ledger.accounts()
                .forEach(account -> merged.merge(new Key(account.kind(), account.name()), account, BootBill::together));
        List<Item> items = new ArrayList<>();
        long sum = 0;
        for (Account account : merged.values().stream()
                .sorted(Comparator.comparingLong(Account::us).reversed())
                .toList()) {
            sum += account.us();
            items.add(
                    new Item(account.kind(), account.name(), account.level(), account.us(), account.doubtfulUs(), sum));
        }
        return new BootBill(ledger.totalUs(), items);
    }

    private static Account together(Account one, Account other) {
        return new Account(
                one.kind(),
                one.name(),
                one.level() == other.level() ? one.level() : null,
                one.evidence(),
                one.us() + other.us(),
                one.doubtfulUs() + other.doubtfulUs());
    }
}
