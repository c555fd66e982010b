package io.bootledger.traces.ftrace;

import io.bootledger.traces.ftrace.TaskSpan.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A task as the trace shows it: its state, what it executes, the initcalls that it is in, and what it did lately. */
final class Task {
    private static final int MOST_FRAMES = 16;

    /** What every sleeper is in ({@code kernel/sched/core.c}). */
    private static final Set<String> OF_EVERY_SLEEP =
            Set.of("trace_event_raw_event_sched_switch", "__traceiter_sched_switch", "__schedule", "schedule");

    final int pid;
    final Deque<TracedCall> calls = new ArrayDeque<>();
    final Lately lately = new Lately();

    /** Where it fell asleep, the innermost function first. */
    final List<String> stack = new ArrayList<>();

    String name;
    State state = State.RUNNING;
    long sinceUs;

    @Nullable
    Work work;

    private final List<TaskSpan> past = new ArrayList<>();

    Task(int pid, String name, long sinceUs) {
        this.pid = pid;
        this.name = name;
        this.sinceUs = sinceUs;
    }

    /** What it did until a moment is over: its calls are told. Early in a boot the clock may step back; nothing took that time. */
    TaskSpan enter(State next, long us, @Nullable Task waker) {
        TaskSpan over = new TaskSpan(sinceUs, Math.max(us, sinceUs), state, work, waker);
        for (TracedCall call : calls) {
            call.spent.spend(state, over.toUs() - Math.max(sinceUs, call.startUs));
        }
        if (!calls.isEmpty()) {
            lately.spend(state, over.fromUs(), over.toUs());
        }
        state = next;
        sinceUs = us;
        stack.clear();
        return over;
    }

    void sleepsIn(String function) {
        if (state == State.ASLEEP && stack.size() < MOST_FRAMES && !OF_EVERY_SLEEP.contains(function)) {
            stack.add(function);
        }
    }

    void keep(TaskSpan span) {
        past.add(span);
    }

    void forget() {
        past.clear();
    }

    /** What is kept of its past from a moment on, in order. */
    List<TaskSpan> since(long us) {
        int low = 0;
        int high = past.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (past.get(middle).toUs() > us) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return past.subList(low, past.size());
    }

    /** What it does since it last changed. */
    TaskSpan now(long us) {
        return new TaskSpan(sinceUs, Math.max(us, sinceUs), state, work, null);
    }
}
