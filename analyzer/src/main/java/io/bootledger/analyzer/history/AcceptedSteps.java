package io.bootledger.analyzer.history;

import io.bootledger.analyzer.gate.Budgets.Waiver;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a history that someone has accepted. A change is found within a few builds of where it happened, so a waiver of
 * one build is taken for a change {@value #NEAR} builds away at most; one of no build is for any.
 */
public record AcceptedSteps(List<Waiver> waivers) {
    private static final int NEAR = 3;

    public AcceptedSteps {
        waivers = List.copyOf(waivers);
    }

    /** Who accepts it: the waiver; empty when nobody does, and for what became faster. */
    public Optional<Waiver> of(History history, Series series, ChangePoint change) {
        return waivers.stream()
                .filter(waiver -> change.slower()
                        && waiver.accepts(series.scope(), series.id(), change.afterUs() - change.beforeUs()))
                .filter(waiver -> isNear(history.builds(), waiver.build(), change.index()))
                .findFirst();
    }

    private static boolean isNear(List<Build> builds, @Nullable String build, int index) {
        return build == null
                || IntStream.rangeClosed(Math.max(0, index - NEAR), Math.min(builds.size() - 1, index + NEAR))
                        .anyMatch(near -> builds.get(near).name().equals(build));
    }
}
