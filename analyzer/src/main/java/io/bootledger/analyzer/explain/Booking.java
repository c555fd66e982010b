package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.timeline.Initcall;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an initcall's own time stands in the ledger.
 *
 * @param account null where it is not booked
 * @param sharers how many initcalls are booked on that account, this one included; 0 without an account
 * @param why where it is not booked, the reason; null where it is
 */
public record Booking(
        @Nullable Account account, int sharers, @Nullable String why) {
    static Booking of(BootAnalysis boot, Initcall call) {
        Ledger ledger = boot.accounting().ledger();
        if (ledger == null) {
            return not("the log has no time stamps, and so no ledger");
        }
        if (!call.onBootThread()) {
            return not("it ran beside the boot thread, whose time the ledger tells");
        }
        List<String> lost =
                List.of("the return of " + call.function() + " is lost", "the call of " + call.function() + " is lost");
        for (Account account : ledger.accounts()) {
            if (isOf(account, call)) {
                return new Booking(account, sharers(boot, account), null);
            }
            if (account.kind() == Account.Kind.UNKNOWN && lost.contains(account.name())) {
                return new Booking(account, 1, null);
            }
        }
        boolean none = call.startUs() != null && call.startUs().equals(call.endUs());
        return not(none ? "no time passed between its stamps" : "it is outside of the time that the ledger tells");
    }

    private static int sharers(BootAnalysis boot, Account account) {
        return (int) boot.timeline().initcalls().stream()
                .filter(other -> isOf(account, other))
                .count();
    }

    private static boolean isOf(Account account, Initcall call) {
        return account.kind() == Account.Kind.INITCALL
                && account.name().equals(call.function())
                && Objects.equals(account.level(), call.level());
    }

    private static Booking not(String why) {
        return new Booking(null, 0, why);
    }
}
