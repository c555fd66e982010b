package io.bootledger.analyzer.advice;

import static io.bootledger.analyzer.advice.Amount.text;
import static io.bootledger.analyzer.advice.Amount.time;

import io.bootledger.analyzer.knowledge.CodeOrigin;
import io.bootledger.analyzer.knowledge.Essential;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.waits.CallWaits;
import io.bootledger.analyzer.waits.Wait;
import io.bootledger.analyzer.whatif.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Initcalls during which the boot thread passed long. A duration is what a call worked, what it waited, and what the processor did
 * for others meanwhile, so nothing here says that it took so long by itself.
 */
final class InitcallRules {
    private static final long SLOW_US = 50_000;
    private static final long SLOW_PER_MILLE = 20;
    private static final int SHOWN = 5;

    /** Long timeouts and sleeps in drivers are most often multiples of this. */
    private static final long ROUND_US = 500_000;
    /** So much later a sleeper wakes at most: a tick at HZ=100. */
    private static final long LATE_US = 10_000;

    /** It waits for the probes of others ({@code drivers/base/dd.c}), and has a rule of its own where deferrals are known. */
    private static final String RETRIES = "deferred_probe_initcall";

    private record Slow(Initcall call, long selfUs) {}

    private InitcallRules() {}

    static List<Advice> slowInitcalls(AdviceBasis grounds) {
        long total = grounds.ledger().totalUs();
        Set<Action> promised = EnumSet.noneOf(Action.class);
        return byTime(grounds).stream()
                .filter(slow -> slow.selfUs() * 1_000 >= total * SLOW_PER_MILLE)
                .filter(slow -> !slow.call().function().equals(RETRIES)
                        || grounds.accounting().deferrals().isEmpty())
                .limit(SHOWN)
                .map(slow -> slow(slow, grounds, promised))
                .toList();
    }

    /** @param promised changes that more calls than one gain by, of which an advice before says what they save */
    private static Advice slow(Slow slow, AdviceBasis grounds, Set<Action> promised) {
        Initcall call = slow.call();
        CallWaits opened = grounds.accounting().waits().initcalls().get(call.ordinal() - 1);
        long own = opened.own() == null
                ? slow.selfUs()
                : Math.min(slow.selfUs(), opened.own().highUs());
        KnownCause cause = KnownCauses.shipped()
                .initcall(call.function(), call.module(), grounds.version(), grounds.architecture());
        List<Action> shared = cause == null
                ? List.of()
                : cause.changes().stream()
                        .filter(change -> change != Action.FASTER)
                        .toList();
        boolean first = shared.isEmpty() || promised.addAll(shared);
        Long most = first && canGain(call, cause, grounds) ? mostGainUs(call, cause, grounds) : null;
        return new Advice(
                Advice.Kind.BOOT,
                "slow-initcall",
                title(slow, own) + (cause == null ? "." : cause.known()),
                share(slow, grounds.ledger())
                        + waited(opened)
                        + (cause == null ? unknown(call, grounds) : " " + cause.reason())
                        + silence(call)
                        + roundness(call)
                        + (shared.isEmpty() ? "" : sharedBy(most, shared, grounds)),
                cause == null ? lookInside(call, grounds) : cause.solution(grounds),
                most,
                false,
                List.of(call.line()),
                cause != null && cause.hasRemedy() ? cause.risk().toString() : null,
                cause == null ? null : cause.source());
    }

    private static String sharedBy(@Nullable Long mostUs, List<Action> shared, AdviceBasis grounds) {
        if (mostUs == null) {
            return " What the change saves is said where it is first proposed.";
        }
        return shared.stream().anyMatch(change -> mostUs.equals(grounds.mostGainUs(change, "")))
                ? text(" The change saves at most %s, of all that wait for the same together.", time(mostUs))
                : "";
    }

    private static boolean canGain(Initcall call, @Nullable KnownCause cause, AdviceBasis grounds) {
        return cause == null ? Essential.reason(call.function()) == null : cause.mayGain(grounds);
    }

    /** What the remedy changes, or the call itself; a wait of it that others then have is no gain. */
    private static @Nullable Long mostGainUs(Initcall call, @Nullable KnownCause cause, AdviceBasis grounds) {
        return cause == null ? grounds.mostGainUs(Action.FASTER, call.function()) : cause.mostGainUs(grounds);
    }

    /** Without scheduler events nobody knows what of it was the call's own: at most what no sure wait took. */
    private static String title(Slow slow, long ownUs) {
        String took = text("%s took %s", slow.call().function(), time(slow.selfUs()));
        return ownUs < slow.selfUs() ? took + text("; at most %s of it its own", time(ownUs)) : took;
    }

    private static String waited(CallWaits opened) {
        StringBuilder words = new StringBuilder();
        for (Wait wait : opened.waits()) {
            String how = wait.evidence().isCertain()
                    ? " It waited"
                    : wait.evidence() == CauseEvidence.LIKELY ? " It likely waited" : " It may have waited";
            boolean exact = wait.us().lowUs() == wait.us().highUs();
            words.append(text(
                    exact ? "%s for %s, %s." : "%s for %s, at most %s.",
                    how,
                    wait.what().words(),
                    time(wait.us().highUs())));
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

    private static String unknown(Initcall call, AdviceBasis grounds) {
        CodeOrigin origin = origin(call, grounds);
        return origin.file() == null
                ? " Nothing is known of it."
                : text(
                        " It is in %s%s%s.",
                        origin.file(),
                        origin.kconfig() == null || origin.kconfig().equals("y")
                                ? ""
                                : ", built by " + origin.kconfig(),
                        origin.owner() == null ? "" : ", and belongs to " + origin.owner());
    }

    private static CodeOrigin origin(Initcall call, AdviceBasis grounds) {
        return grounds.accounting().origins().of(call.function(), call.module(), call.level());
    }

    private static String silence(Initcall call) {
        return isSilent(call) ? " No line was logged while it ran." : "";
    }

    private static String roundness(Initcall call) {
        Long duration = call.durationUs();
        return duration != null && duration >= ROUND_US && duration % ROUND_US <= LATE_US && isSilent(call)
                ? text(
                        " It took hardly more than %d ms, so it may have slept or waited for a timeout.",
                        duration / ROUND_US * ROUND_US / 1_000)
                : "";
    }

    private static boolean isSilent(Initcall call) {
        return call.endLine() != null && call.endLine() == call.line() + 1;
    }

    /** What to do about a call of which no cause is known. */
    private static String lookInside(Initcall call, AdviceBasis grounds) {
        String trace = "see what it does: ftrace=function_graph ftrace_graph_filter=" + call.function();
        String breaks = Essential.reason(call.function());
        if (breaks != null) {
            return trace + "; it cannot be left out: without it " + breaks;
        }
        return Experiment.isHarmless(call, origin(call, grounds), grounds.version())
                ? trace + "; to measure what it costs, boot once with initcall_blacklist=" + call.function()
                        + " and compare the whole boots, for a wait only moves to the next that needs the same"
                : trace;
    }

    /** The initcalls of the boot thread that returned, the longest first. */
    private static List<Slow> byTime(AdviceBasis grounds) {
        List<Initcall> calls = grounds.timeline().initcalls();
        List<@Nullable Long> selves = grounds.accounting().nesting().initcallSelfUs();
        List<Slow> slow = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Long self = selves.get(i);
            if (self != null && self >= SLOW_US && runsOnBootThread(calls.get(i))) {
                slow.add(new Slow(calls.get(i), Objects.requireNonNull(self)));
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
