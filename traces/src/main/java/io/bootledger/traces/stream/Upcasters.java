package io.bootledger.traces.stream;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * How lines of older versions of the schema become those of the current one, step by step. What is on file is never rewritten:
 * a change to an event's fields is a new version and one more step here. A new type of event is no new version, since older
 * readers pass over it.
 */
public final class Upcasters {
    /** Every version that was ever released. So far there is only the first. */
    static final Upcasters RELEASED = new Upcasters(EventsHeader.VERSION, List.of());

    private final int oldest;
    private final List<Upcaster> steps;

    /** @param steps the first takes a line of the oldest version, the last gives one of the current */
    Upcasters(int oldest, List<Upcaster> steps) {
        this.oldest = oldest;
        this.steps = List.copyOf(steps);
    }

    int current() {
        return oldest + steps.size();
    }

    boolean knows(int version) {
        return version >= oldest && version <= current();
    }

    ObjectNode toCurrent(ObjectNode line, int version) {
        ObjectNode newer = line;
        for (Upcaster step : steps.subList(version - oldest, steps.size())) {
            newer = step.upcast(newer);
        }
        return newer;
    }
}
