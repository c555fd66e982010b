package io.bootledger.reports.trace;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of something on its lane, with what ran inside it on the same thread. */
final class Run {
    /** What holds comes before what it holds; what took no time and is alone comes before what began at its end. */
    static final Comparator<Run> OUTER_FIRST = Comparator.comparingLong((Run run) -> run.slice.startUs())
            .thenComparing(run -> run.outer != null || run.slice.endUs() > run.slice.startUs())
            .thenComparing(run -> run.slice.endUs(), Comparator.reverseOrder())
            .thenComparingInt(run -> run.depth);

    final TrackOwner lane;
    final @Nullable Run outer;
    private final int depth;
    private final Deque<Run> inside = new ArrayDeque<>();
    private Slice slice;
    /** The track it is put on, counted within its lane. */
    int track;

    private Run(TrackOwner lane, @Nullable Run outer, Slice slice) {
        this.lane = lane;
        this.outer = outer;
        this.depth = outer == null ? 0 : outer.depth + 1;
        this.slice = slice;
    }

    static Run alone(TrackOwner lane, Slice slice) {
        return new Run(lane, null, slice);
    }

    /** What ran inside this before everything that is known to have run inside it so far. */
    Run beginsWith(Slice earlier) {
        Run run = new Run(lane, this, earlier);
        inside.addFirst(run);
        return run;
    }

    Slice slice() {
        return slice;
    }

    /** In order. */
    List<Run> inside() {
        return List.copyOf(inside);
    }

    /** Cuts what ran inside it so that it lies inside, one after another. */
    void fitInside() {
        Deque<Run> open = new ArrayDeque<>();
        open.push(this);
        while (!open.isEmpty()) {
            Run holder = open.pop();
            long free = holder.slice.startUs();
            for (Run run : holder.inside) {
                run.slice = run.slice.within(free, holder.slice.endUs());
                free = run.slice.endUs();
                open.push(run);
            }
        }
    }
}
