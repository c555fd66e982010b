package io.bootledger.simulator.kernel;

import java.util.PriorityQueue;

/**
 * The time of the simulated machine, in nanoseconds since it was switched on, and what is going to happen. Things due at the
 * same moment happen in the order in which they were planned.
 */
final class VirtualClock {
    private final PriorityQueue<Due> agenda = new PriorityQueue<>();
    private long now;
    private long planned;
    private long last = Long.MAX_VALUE;

    private record Due(long at, long order, Runnable action) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    long now() {
        return now;
    }

    /** Plans an action; one that lies in the past happens next. */
    void at(long nanos, Runnable action) {
        agenda.add(new Due(nanos, planned++, action));
    }

    /** Lets everything happen that is due by then, and moves on to then. */
    void runUntil(long nanos) {
        while (!agenda.isEmpty() && agenda.peek().at <= nanos) {
            happen();
        }
        now = Math.max(now, nanos);
    }

    /** Lets everything happen that is planned. */
    void runOut() {
        while (!agenda.isEmpty() && agenda.peek().at <= last) {
            happen();
        }
    }

    /** Nothing happens after then. */
    void endAt(long nanos) {
        last = Math.min(last, nanos);
    }

    private void happen() {
        Due next = agenda.remove();
        now = Math.max(now, next.at);
        next.action.run();
    }
}
