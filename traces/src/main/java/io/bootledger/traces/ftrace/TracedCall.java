package io.bootledger.traces.ftrace;

import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.Sleep;
import io.bootledger.traces.event.call.InitcallScheduled;
import io.bootledger.traces.ftrace.TaskSpan.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An initcall of a trace, added up while it runs. */
final class TracedCall {
    /** Kinds of sleep that are told apart; a boot's call has a dozen. */
    private static final int MOST_KINDS = 200;

    private static final Kind OTHERS = new Kind(null, null, false, List.of(), null);

    final InitcallSymbol symbol;
    final int pid;
    final long startUs;
    private final Map<Kind, Slept> sleeps = new HashMap<>();
    private long endUs = -1;
    private long ranUs;
    private long runnableUs;

    /** What sleeps have in common that are told as one. */
    record Kind(
            @Nullable String waker,
            @Nullable Work work,
            boolean interrupt,
            List<String> stack,
            @Nullable Work busyWork,
            @Nullable String busyTask) {
        Kind(
                @Nullable String waker,
                @Nullable Work work,
                boolean interrupt,
                List<String> stack,
                Chain.@Nullable Owner busy) {
            this(
                    waker,
                    work,
                    interrupt,
                    List.copyOf(stack),
                    busy == null ? null : busy.work(),
                    busy == null ? null : busy.task());
        }
    }

    private static final class Slept {
        private long us;
        private long busyUs;
    }

    TracedCall(InitcallSymbol symbol, int pid, long startUs) {
        this.symbol = symbol;
        this.pid = pid;
        this.startUs = startUs;
    }

    void spend(State state, long us) {
        ranUs += state == State.RUNNING ? us : 0;
        runnableUs += state == State.RUNNABLE ? us : 0;
    }

    /** A sleep that is over. */
    void slept(Kind kind, long us, long busyUs) {
        Slept slept = sleeps.computeIfAbsent(sleeps.size() < MOST_KINDS ? kind : OTHERS, one -> new Slept());
        slept.us += us;
        slept.busyUs += busyUs;
    }

    void end(long us) {
        endUs = us;
    }

    long endUs() {
        return endUs;
    }

    long durationUs() {
        return endUs - startUs;
    }

    /** @param scheduled whether the trace has the scheduler's events at all */
    InitcallScheduled event(boolean scheduled) {
        List<Sleep> all = new ArrayList<>();
        sleeps.forEach((kind, slept) -> all.add(new Sleep(
                slept.us,
                kind.waker(),
                kind.work() == null ? null : kind.work().function(),
                kind.interrupt(),
                kind.stack(),
                kind.busyWork() == null ? kind.busyTask() : kind.busyWork().function(),
                slept.busyUs)));
        all.sort(Comparator.comparingLong(Sleep::us).reversed().thenComparing(Sleep::toString));
        return new InitcallScheduled(
                symbol, pid, durationUs(), scheduled ? ranUs : null, scheduled ? runnableUs : null, all);
    }
}
