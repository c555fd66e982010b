package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.ledger.Moment.Passed;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way from one initcall to the next, named after what the kernel does there ({@code init/main.c}). The levels of the main
 * loop follow each other at once; but pid 0 runs the console initcalls long before {@code rest_init} starts pid 1, and
 * {@code kernel_init_freeable} brings up the other CPUs between the early initcalls and {@code do_initcalls}.
 *
 * @param cpus when all CPUs were up, where that was on the way
 * @param name what the rest of the way is; null where it stays within a level
 */
record Passage(@Nullable Passed cpus, @Nullable String name) {
    static final String SMP_INIT = "smp_init";
    private static final String AFTER_CONSOLE = "start_kernel after console_init";
    private static final String AFTER_CPUS = "smp_init to do_initcalls";

    static Passage of(Initcall before, Initcall next, List<Passed> passed) {
        if (leavesStartKernel(before, next)) {
            return new Passage(null, AFTER_CONSOLE);
        }
        Passed cpus = Passed.find(passed, mark -> Mark.ALL_CPUS.equals(mark.name()));
        if (cpus != null) {
            return new Passage(cpus, AFTER_CPUS);
        }
        return Objects.equals(before.level(), next.level())
                ? new Passage(null, null)
                : new Passage(null, levelName(before.level()) + " to " + levelName(next.level()));
    }

    private static boolean leavesStartKernel(Initcall before, Initcall next) {
        return before.level() == InitcallLevel.CONSOLE && next.level() != InitcallLevel.CONSOLE;
    }

    static String levelName(@Nullable InitcallLevel level) {
        return level == null ? "unplaced" : level.toString();
    }
}
