package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.ledger.Account;

/** By which rule time is booked on an account. */
final class AccountRule {
    private static final String STRAIGHT = ", by straightened time stamps";

    static String of(Account account) {
        return switch (account.kind()) {
            case BEFORE_INITCALLS -> "from the milestone before to this one" + STRAIGHT;
            case INITCALL -> "from its calls to its returns, without the probes inside" + STRAIGHT;
            case PROBE ->
                "the durations of its probes on the boot thread, without the probes inside, and no longer than the"
                        + " initcall they ran in";
            case GAP -> "from the return of an initcall to the call of the next of the same level" + STRAIGHT;
            case LEVEL_CHANGE ->
                "from the last return of a level, or all CPUs, to the first call of the next" + STRAIGHT;
            case ASYNC_WAIT, ROOT_MOUNT, FREE_INIT_MEMORY, WRITE_PROTECT, UNTIL_INIT ->
                "after the last initcall: from the milestone before to the one that ends it (init/main.c, kernel_init)"
                        + STRAIGHT;
            case UNKNOWN -> "a stretch of which the log does not say what ran" + STRAIGHT;
        };
    }

    private AccountRule() {}
}
