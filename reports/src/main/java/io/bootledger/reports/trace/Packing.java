package io.bootledger.reports.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the runs of a lane on as few tracks as let them nest; what crosses another gets a track beside it. */
final class Packing {
    /** A track being filled, and what has not ended yet on it. */
    private static final class Filling {
        final List<Slice> slices = new ArrayList<>();
        final Deque<Run> open = new ArrayDeque<>();

        boolean takes(Run run) {
            while (!open.isEmpty() && open.peek().slice().endUs() <= run.slice().startUs()) {
                open.pop();
            }
            Run innermost = open.peek();
            return innermost == null || innermost.slice().holds(run.slice()) && mayHold(innermost, run);
        }

        private static boolean mayHold(Run innermost, Run run) {
            return run.lane.oneThread() || innermost == run.outer;
        }

        void add(Run run) {
            slices.add(run.slice());
            open.push(run);
        }
    }

    private final List<Filling> tracks = new ArrayList<>();

    private Packing() {}

    /** @param runs of one lane */
    static List<Track> of(TrackOwner lane, List<Run> runs) {
        Packing packing = new Packing();
        runs.stream().sorted(Run.OUTER_FIRST).forEach(packing::place);
        List<Track> packed = new ArrayList<>();
        for (Filling track : packing.tracks) {
            String beside = packed.isEmpty() ? "" : ", beside " + packed.size();
            packed.add(new Track(lane.name() + beside, track.slices));
        }
        return packed;
    }

    private void place(Run run) {
        run.track = trackFor(run, run.outer);
        tracks.get(run.track).add(run);
    }

    /** What ran inside something stays with it, if it can. */
    private int trackFor(Run run, @Nullable Run outer) {
        int track = outer == null ? 0 : outer.track;
        while (track < tracks.size() && !tracks.get(track).takes(run)) {
            track++;
        }
        if (track == tracks.size()) {
            tracks.add(new Filling());
        }
        return track;
    }
}
