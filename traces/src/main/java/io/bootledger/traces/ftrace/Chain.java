package io.bootledger.traces.ftrace;

import io.bootledger.traces.ftrace.TaskSpan.State;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who had the time while a task slept: its waker, or, while that slept itself, whoever woke that, and so on. Whoever could run, or was
 * kept from it, had the time; so has a task that a timer or a device wakes.
 */
final class Chain {
    private static final int DEEPEST = 8;

    private final Map<Owner, Long> shares = new HashMap<>();
    private final Set<Task> path = new HashSet<>();

    /** A work item, or the task itself where it executes none. */
    record Owner(@Nullable Work work, @Nullable String task) {
        static Owner of(Task task, @Nullable Work work) {
            return new Owner(work, work == null ? task.name : null);
        }
    }

    /** Who had more than half of the time, and how much; null when nobody had. */
    record Busy(Owner owner, long us) {}

    /** @param sleeper is not asked: what it did is known */
    static @Nullable Busy of(Task sleeper, Task waker, long fromUs, long toUs) {
        Chain chain = new Chain();
        chain.path.add(sleeper);
        chain.walk(waker, fromUs, toUs);
        return chain.shares.entrySet().stream()
                .filter(share -> share.getValue() * 2 > toUs - fromUs)
                .findFirst()
                .map(share -> new Busy(share.getKey(), share.getValue()))
                .orElse(null);
    }

    private void walk(Task task, long fromUs, long toUs) {
        if (path.size() > DEEPEST || !path.add(task)) {
            return;
        }
        for (TaskSpan span : task.since(fromUs)) {
            if (span.fromUs() >= toUs) {
                break;
            }
            add(task, span, fromUs, toUs);
        }
        add(task, task.now(toUs), fromUs, toUs);
        path.remove(task);
    }

    private void add(Task task, TaskSpan span, long fromUs, long toUs) {
        long from = Math.max(fromUs, span.fromUs());
        long to = Math.min(toUs, span.toUs());
        if (to <= from) {
            return;
        }
        if (span.state() != State.ASLEEP || span.waker() == task) {
            shares.merge(Owner.of(task, span.work()), to - from, Long::sum);
        } else if (span.waker() != null) {
            walk(span.waker(), from, to);
        }
    }
}
