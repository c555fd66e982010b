package io.bootledger.reports.trace;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.trace.Slice.Facts;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A boot as trace viewers show it.
 *
 * @param tracks who ran from power-on to login, phases, levels, the critical path, the boot thread, the other threads
 * @param milestones in the order of their times
 * @param failures in the order of their times
 * @param flows arrows between slices of the tracks
 * @param counters what grows and falls
 * @param notes what to know of it, for people
 */
record BootTrace(
        List<Track> tracks,
        List<Instant> milestones,
        List<Instant> failures,
        List<Flow> flows,
        List<Counter> counters,
        List<String> notes) {
    static BootTrace of(BootAnalysis boot) {
        if (boot.milestones().firstUs() == null) {
            return withoutStamps(boot);
        }
        List<Track> tracks = new ArrayList<>();
        tracks.addAll(pack(TrackOwner.STAGES, StageSlices.of(boot)));
        tracks.addAll(pack(
                TrackOwner.PHASES, boot.phases().stream().map(BootTrace::slice).toList()));
        tracks.addAll(pack(
                TrackOwner.LEVELS, boot.levels().stream().map(BootTrace::slice).toList()));
        tracks.addAll(pack(TrackOwner.CRITICAL_PATH, PathSlices.of(boot)));
        BootRuns runs = BootRuns.of(boot);
        tracks.addAll(runs.tracks());
        Instants instants = new Instants(boot);
        return new BootTrace(
                tracks,
                instants.milestones(),
                instants.failures(),
                Flows.of(boot, tracks),
                Counter.of(boot, tracks),
                runs.unplaced() == 0 ? List.of() : List.of(runs.unplaced() + " without a time stamp are not shown"));
    }

    /** By how much what ran first began before the kernel's clock. */
    long beforeClockUs() {
        return tracks.stream()
                .flatMap(track -> track.slices().stream())
                .mapToLong(slice -> -slice.startUs())
                .filter(us -> us > 0)
                .max()
                .orElse(0);
    }

    private static List<Track> pack(TrackOwner lane, List<? extends @Nullable Slice> slices) {
        return Packing.of(
                lane,
                slices.stream()
                        .filter(Objects::nonNull)
                        .map(slice -> Run.alone(lane, slice))
                        .toList());
    }

    private static @Nullable Slice slice(Phase phase) {
        Long start = phase.startUs();
        Long end = phase.endUs();
        return start == null || end == null
                ? null
                : new Slice(
                        phase.kind().title(),
                        "phase",
                        start,
                        end,
                        new Facts().add("note", phase.note()).all());
    }

    /** Modules are loaded whenever somebody wants them: from the first to the last of them nothing began or ended. */
    private static @Nullable Slice slice(LevelSummary level) {
        Long start = level.startUs();
        Long end = level.endUs();
        if (start == null || end == null || end < start || level.level() == InitcallLevel.MODULE) {
            return null;
        }
        Facts facts = new Facts().add("initcalls", level.count()).add("duration_us", level.durationUs());
        return new Slice(level.level().toString(), "level", start, end, facts.all());
    }

    /** Initcalls back to back in call order, as long as their durations say. */
    private static BootTrace withoutStamps(BootAnalysis boot) {
        List<Slice> slices = new ArrayList<>();
        long now = 0;
        int unplaced = 0;
        for (AccountedInitcall each : AccountedInitcall.of(boot)) {
            Long duration = each.call().durationUs();
            if (duration == null) {
                unplaced++;
                continue;
            }
            slices.add(new Slice(
                    CallSlices.nameOf(each.call()),
                    CallSlices.INITCALL,
                    now,
                    now + duration,
                    CallSlices.facts(each).all()));
            now += duration;
        }
        List<String> notes = new ArrayList<>(List.of("no time stamps: initcalls stand back to back, in call order"));
        if (unplaced > 0) {
            notes.add(unplaced + " without a duration are not shown");
        }
        return new BootTrace(
                List.of(new Track("initcalls, back to back", slices)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                notes);
    }
}
