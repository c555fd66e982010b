package io.bootledger.analyzer.history;

import java.util.List;
import java.util.Optional;

/**
 * Builds in a row, and where their boot time settled on another level.
 *
 * @param builds the oldest first
 * @param series the total, then who ran before the kernel and behind it, phases, levels and the initcalls that ever took a millisecond, each by name
 */
public record History(List<Build> builds, List<Series> series) {
    public History {
        builds = List.copyOf(builds);
        series = List.copyOf(series);
    }

    /** Empty when no build has a usable boot. */
    public Optional<Series> total() {
        return series.stream().findFirst();
    }

    /** How many boots were used. */
    public int boots() {
        return builds.stream().mapToInt(Build::boots).sum();
    }

    /** By which milestones they count as handed over to user space, in the order of names. */
    public List<String> handovers() {
        return builds.stream()
                .flatMap(build -> build.handovers().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** How many boots could not be used. */
    public int leftOut() {
        return builds.stream().mapToInt(Build::leftOut).sum();
    }

    /** Whether there are too few builds to find a change. */
    public boolean tooShort() {
        return total().map(Series::points).orElse(0L) < ChangePoints.FEWEST;
    }
}
