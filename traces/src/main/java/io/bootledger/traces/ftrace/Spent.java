package io.bootledger.traces.ftrace;

import io.bootledger.traces.event.Sleep;
import io.bootledger.traces.ftrace.TaskSpan.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a task in a call or a probe, added up. */
final class Spent {
    /** Kinds of sleep that are told apart; a boot's call has a dozen. */
    private static final int MOST_KINDS = 200;

    private static final Kind OTHERS = new Kind(null, null, false, List.of(), null);

    private final Map<Kind, Slept> sleeps = new HashMap<>();
    private long ranUs;
    private long runnableUs;
    private long asleepUs;

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

    void spend(State state, long us) {
        ranUs += state == State.RUNNING ? us : 0;
        runnableUs += state == State.RUNNABLE ? us : 0;
    }

    /** A sleep that is over. */
    void slept(Kind kind, long us, long busyUs) {
        Slept slept = sleeps.computeIfAbsent(sleeps.size() < MOST_KINDS ? kind : OTHERS, one -> new Slept());
        slept.us += us;
        slept.busyUs += busyUs;
        asleepUs += us;
    }

    long ranUs() {
        return ranUs;
    }

    long runnableUs() {
        return runnableUs;
    }

    /** All that is known of the span. */
    long us() {
        return ranUs + runnableUs + asleepUs;
    }

    /** All of it, for whatever. */
    List<Sleep> sleep() {
        return asleepUs == 0 ? List.of() : List.of(new Sleep(asleepUs, null, null, false, List.of(), null, 0));
    }

    /** The longest first. */
    List<Sleep> sleeps() {
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
        return all;
    }
}
