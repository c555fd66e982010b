package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.ledger.Moment.Passed;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way from one initcall to the next, named after what the kernel does there ({@code init/main.c}). The levels of the main
 * loop follow each other at once; but pid 0 runs the console initcalls long before {@code rest_init} starts pid 1, and
 * {@code kernel_init_freeable} brings up the other CPUs between the early initcalls and {@code do_initcalls}.
 *
 * @param steps lines on the way, each with what the kernel did up to it, in their order
 * @param rest what it did behind the last of them; null where only the levels tell
 */
record Passage(List<Step> steps, @Nullable Stretch rest) {
    /** Up to a line. */
    record Step(Stretch stretch, Passed line) {}

    static Passage of(Initcall before, Initcall next, List<Passed> passed) {
        if (leavesStartKernel(before, next)) {
            return new Passage(List.of(), Stretch.AFTER_CONSOLE);
        }
        // Most ways have no line at all.
        return passed.isEmpty() ? new Passage(List.of(), null) : along(passed);
    }

    private static Passage along(List<Passed> passed) {
        List<Step> steps = new ArrayList<>();
        Passed begun = Passed.find(passed, mark -> mark.kind() == LedgerMark.Kind.CPUS_AWAITED);
        Passed cpus = Passed.find(passed, mark -> LedgerMark.ALL_CPUS.equals(mark.name()));
        Passed devtmpfs = Passed.find(passed, mark -> mark.kind() == LedgerMark.Kind.DEVTMPFS_READY);
        if (cpus != null && begun != null && begun.line() < cpus.line()) {
            steps.add(new Step(Stretch.BEFORE_SMP, begun));
            steps.add(new Step(Stretch.SMP, cpus));
        } else if (cpus != null) {
            steps.add(new Step(Stretch.SMP_AND_BEFORE, cpus));
        }
        if (devtmpfs != null && (cpus == null || cpus.line() < devtmpfs.line())) {
            steps.add(new Step(cpus == null ? Stretch.EARLY_TO_DEVTMPFS : Stretch.SMP_TO_DEVTMPFS, devtmpfs));
            return new Passage(steps, Stretch.BASIC_SETUP);
        }
        return new Passage(steps, cpus == null ? null : Stretch.SMP_TO_INITCALLS);
    }

    /** What a way is called that only the levels tell; null within one. */
    static @Nullable String between(Initcall before, Initcall next) {
        return Objects.equals(before.level(), next.level())
                ? null
                : levelName(before.level()) + " to " + levelName(next.level());
    }

    private static boolean leavesStartKernel(Initcall before, Initcall next) {
        return before.level() == InitcallLevel.CONSOLE && next.level() != InitcallLevel.CONSOLE;
    }

    static String levelName(@Nullable InitcallLevel level) {
        return level == null ? "unplaced" : level.toString();
    }
}
