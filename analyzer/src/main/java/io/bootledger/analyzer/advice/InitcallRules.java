package io.bootledger.analyzer.advice;

import static io.bootledger.analyzer.advice.Amount.text;
import static io.bootledger.analyzer.advice.Amount.time;

import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.waits.InitcallWaits;
import io.bootledger.analyzer.waits.Wait;
import io.bootledger.traces.event.KernelVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Initcalls on the boot thread that took long by themselves. */
final class InitcallRules {
    private static final long SLOW_US = 50_000;
    private static final long SLOW_PER_MILLE = 20;
    private static final int SHOWN = 5;

    /** Long timeouts and sleeps in drivers are most often multiples of this. */
    private static final long ROUND_US = 500_000;
    /** So much later a sleeper wakes at most: a tick at HZ=100. */
    private static final long LATE_US = 10_000;

    /** Up to 5.13 it unpacks the initramfs before it returns ({@code init/initramfs.c}). */
    private static final String UNPACKS = "populate_rootfs";
    /** It waits for the probes of others ({@code drivers/base/dd.c}), and has a rule of its own. */
    private static final String RETRIES = "deferred_probe_initcall";

    private record Slow(Initcall call, long selfUs) {}

    private InitcallRules() {}

    static List<Advice> slowInitcalls(Grounds grounds) {
        long total = grounds.ledger().totalUs();
        return byTime(grounds, SLOW_US).stream()
                .filter(slow -> slow.selfUs() * 1_000 >= total * SLOW_PER_MILLE)
                .filter(slow -> !slow.call().function().equals(RETRIES))
                .filter(slow -> selfTestLine(slow.call(), grounds) == null)
                .limit(SHOWN)
                .map(slow -> slow(slow, grounds))
                .toList();
    }

    private static Advice slow(Slow slow, Grounds grounds) {
        Initcall call = slow.call();
        InitcallWaits opened = grounds.accounting().waits().initcalls().get(call.ordinal() - 1);
        long own = opened.own() == null
                ? slow.selfUs()
                : Math.min(slow.selfUs(), opened.own().highUs());
        return new Advice(
                Advice.Kind.BOOT,
                "slow-initcall",
                title(slow, own),
                share(slow, grounds.ledger()) + waited(opened) + silence(call) + roundness(call),
                solution(call, grounds.version()),
                Math.min(own, grounds.ledger().totalUs()),
                List.of(call.line()));
    }

    /** Without scheduler events nobody knows what of it was the call's own: at most what no sure wait took. */
    private static String title(Slow slow, long ownUs) {
        String took = text("%s took %s", slow.call().function(), time(slow.selfUs()));
        return ownUs < slow.selfUs() ? took + text("; at most %s of it its own.", time(ownUs)) : took + ".";
    }

    private static String waited(InitcallWaits opened) {
        StringBuilder words = new StringBuilder();
        for (Wait wait : opened.waits()) {
            String how = wait.evidence().isCertain()
                    ? " It waited"
                    : wait.evidence() == CauseEvidence.LIKELY ? " It likely waited" : " It may have waited";
            words.append(text(
                    "%s for %s, at most %s.",
                    how, wait.what().words(), time(wait.us().highUs())));
        }
        return words.toString();
    }

    private static String share(Slow slow, Ledger ledger) {
        String of = slow.selfUs() <= ledger.totalUs()
                ? text(
                        " of the %s until %s",
                        time(ledger.totalUs()), ledger.ends().words())
                : ", as the kernel reports";
        return time(slow.selfUs()) + of + where(slow.call()) + ".";
    }

    private static String where(Initcall call) {
        return call.level() == null || !call.levelCertain() ? "" : ", at level " + call.level();
    }

    private static String silence(Initcall call) {
        return isSilent(call) ? " No line was logged while it ran." : "";
    }

    private static String roundness(Initcall call) {
        Long duration = call.durationUs();
        boolean round = duration != null && duration >= ROUND_US && duration % ROUND_US <= LATE_US;
        return round && isSilent(call)
                ? text(
                        " It took hardly more than %d ms, so it may have slept or waited for a timeout.",
                        duration / ROUND_US * ROUND_US / 1_000)
                : "";
    }

    private static boolean isSilent(Initcall call) {
        return call.endLine() != null && call.endLine() == call.line() + 1;
    }

    private static String solution(Initcall call, @Nullable KernelVersion version) {
        if (call.function().equals(UNPACKS)) {
            return "make the initramfs smaller, or compress it with something faster to unpack (lz4, zstd)";
        }
        String tryWithout = version != null && version.atLeast(3, 19)
                ? "; where the machine can do without it, initcall_blacklist=" + call.function() + " leaves it out"
                : "";
        return "see what it does: ftrace=function_graph ftrace_graph_filter=" + call.function() + tryWithout;
    }

    static List<Advice> selfTests(Grounds grounds) {
        List<Advice> found = new ArrayList<>();
        for (Slow slow : byTime(grounds, SLOW_US / 5)) {
            Long line = selfTestLine(slow.call(), grounds);
            if (line != null && found.size() < SHOWN) {
                found.add(new Advice(
                        Advice.Kind.BOOT,
                        "self-test",
                        text(
                                "%s took %s, and tests or times itself.",
                                slow.call().function(), time(slow.selfUs())),
                        "A self test or a benchmark reports while it runs.",
                        "switch the test off in the kernel's configuration, or build the code as a module",
                        slow.selfUs(),
                        List.of(line)));
            }
        }
        return found;
    }

    private static @Nullable Long selfTestLine(Initcall call, Grounds grounds) {
        Long end = call.endLine();
        return grounds.selfTests().stream()
                .filter(line -> end != null && line > call.line() && line < end)
                .findFirst()
                .orElse(null);
    }

    /** The initcalls of the boot thread that returned, and took at least so long by themselves, the longest first. */
    private static List<Slow> byTime(Grounds grounds, long leastUs) {
        List<Initcall> calls = grounds.timeline().initcalls();
        List<@Nullable Long> selves = grounds.accounting().nesting().initcallSelfUs();
        List<Slow> slow = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Long self = selves.get(i);
            if (self != null && self >= leastUs && runsOnBootThread(calls.get(i))) {
                slow.add(new Slow(calls.get(i), self));
            }
        }
        slow.sort(Comparator.comparingLong(Slow::selfUs).reversed());
        return slow;
    }

    static boolean runsOnBootThread(Initcall call) {
        Integer pid = call.pid();
        return call.module() == null && (pid == null || pid <= 1) && call.outcome() != Outcome.UNFINISHED;
    }
}
