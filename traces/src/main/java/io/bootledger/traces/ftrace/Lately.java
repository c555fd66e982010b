package io.bootledger.traces.ftrace;

import io.bootledger.traces.ftrace.TaskSpan.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What a task did since its call began, stretch by stretch: a probe is known by the line at its end only, which says how long ago it
 * began.
 */
final class Lately {
    /** Of a probe that takes more than these nothing is told. */
    private static final int MOST = 20_000;

    private final Deque<Stretch> stretches = new ArrayDeque<>();

    /** @param kind of a sleep; null for none */
    private record Stretch(long fromUs, long toUs, State state, Spent.@Nullable Kind kind, long busyUs) {}

    void spend(State state, long fromUs, long toUs) {
        if (state != State.ASLEEP) {
            add(new Stretch(fromUs, toUs, state, null, 0));
        }
    }

    void slept(Spent.Kind kind, long fromUs, long toUs, long busyUs) {
        add(new Stretch(fromUs, toUs, State.ASLEEP, kind, busyUs));
    }

    private void add(Stretch stretch) {
        if (stretch.toUs() > stretch.fromUs()) {
            stretches.addLast(stretch);
            if (stretches.size() > MOST) {
                stretches.removeFirst();
            }
        }
    }

    void forget() {
        stretches.clear();
    }

    /** What it did from a moment on. */
    Spent since(long us) {
        Spent spent = new Spent();
        Iterator<Stretch> latest = stretches.descendingIterator();
        while (latest.hasNext()) {
            Stretch stretch = latest.next();
            if (stretch.toUs() <= us) {
                break;
            }
            long part = stretch.toUs() - Math.max(us, stretch.fromUs());
            if (stretch.kind() == null) {
                spent.spend(stretch.state(), part);
            } else {
                spent.slept(stretch.kind(), part, Math.min(part, stretch.busyUs()));
            }
        }
        return spent;
    }
}
