package io.bootledger.analyzer.advice;

import static io.bootledger.analyzer.advice.Amount.text;
import static io.bootledger.analyzer.advice.Amount.time;

import io.bootledger.analyzer.advice.KnownCause.Subject;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.RollUp;
import io.bootledger.analyzer.waits.WaitedFor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accounts of the ledger that are no initcalls, and need not be so long. */
final class AccountRules {
    private static final long LEAST_US = 100_000;

    /** Accounts of which something is known, and what their advice is called. */
    private static final Map<String, String> CODES = Map.of(
            "smp_init", "smp-bring-up",
            "wait_for_initramfs", "initramfs-wait",
            "kernel_init until free_initmem", "async-wait",
            "prepare_namespace", "root-mount",
            "wait_for_root", "root-wait");

    private static final String ASYNC = "kernel_init until free_initmem";

    private AccountRules() {}

    static List<Advice> longAccounts(AdviceBasis grounds) {
        Map<String, RollUp> times = new LinkedHashMap<>();
        grounds.ledger().accounts().stream()
                .filter(one -> one.kind() != Account.Kind.INITCALL && one.kind() != Account.Kind.PROBE)
                .filter(one -> CODES.containsKey(one.name()))
                .forEach(one ->
                        times.merge(one.name(), new RollUp(one.name(), one.us(), one.doubtfulUs()), RollUp::plus));
        List<Advice> found = new ArrayList<>();
        times.forEach((account, time) -> {
            KnownCause cause =
                    KnownCauses.shipped().of(Subject.ACCOUNT, account, grounds.version(), grounds.architecture());
            String code = CODES.get(account);
            if (time.us() >= LEAST_US && cause != null && code != null) {
                found.add(advice(code, account, time.us(), cause, grounds).doubted(time.doubtfulUs() > 0));
            }
        });
        return found;
    }

    /** All of it was waited for; whose was done last, the lines of other threads may show. */
    private static String lastWaitedFor(AdviceBasis grounds) {
        return grounds.accounting().waits().gaps().stream()
                .flatMap(gap -> gap.waits().stream())
                .filter(wait -> wait.what() == WaitedFor.ASYNC)
                .map(wait -> text(" What the log shows to end last in it: %s.", wait.by()))
                .findFirst()
                .orElse(" The log does not say whose it was.");
    }

    private static Advice advice(String code, String account, long us, KnownCause cause, AdviceBasis grounds) {
        String delay = grounds.commandLine().value("rootdelay");
        boolean sleeps = account.equals("prepare_namespace") && delay != null;
        Long most = cause.mostGainUs(grounds);
        return new Advice(
                Advice.Kind.BOOT,
                code,
                text("%s took %s", account, time(us)) + cause.known(),
                cause.reason() + (account.equals(ASYNC) ? lastWaitedFor(grounds) : ""),
                sleeps
                        ? "rootdelay=" + delay + " always waits that long: use rootwait instead"
                        : cause.solution(grounds),
                most == null ? Long.valueOf(us) : Long.valueOf(Math.min(us, most)),
                false,
                List.of(),
                cause.risk().toString(),
                cause.source());
    }
}
