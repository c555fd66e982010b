package io.bootledger.analyzer.population;

import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.analyzer.compare.measure.FailureKey;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.traces.event.InitcallLevel;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What many boots have in common. Totals, phases, levels, and what a kernel calls are told by complete boots alone; a single
 * initcall's duration counts wherever it was measured. The order in which boots come changes nothing.
 *
 * @param boots how many
 * @param complete how many of them can be compared as a whole: they reached init, and nothing of them is lost
 * @param incomplete why the others cannot: what most share first
 * @param total from the first record until the kernel hands over to user space; null without a complete boot
 * @param segments who ran from power-on to login, in order, where boots tell of more than the kernel
 * @param phases in order
 * @param levels in order, each from the start of its first initcall to the end of its last
 * @param initcalls those with the largest median first, those never timed last
 * @param failures the most frequent first
 * @param deferred devices whose probe was put off at least once, the most frequent first
 * @param kernels in the order of their versions
 */
public record Population(
        int boots,
        int complete,
        List<Counted<String>> incomplete,
        @Nullable Spread total,
        List<Part> segments,
        List<Part> phases,
        List<Part> levels,
        List<InitcallSpread> initcalls,
        List<Counted<FailureKey>> failures,
        List<Counted<String>> deferred,
        List<KernelBoots> kernels) {

    /** Durations held in memory at a time: 32 MB of them, and ten million in three passes. */
    private static final int AT_ONCE = 4_000_000;

    /** Boots that can be gone through as often as needed. */
    @FunctionalInterface
    public interface Boots {
        void forEach(Consumer<BootSummary> use) throws IOException;
    }

    /**
     * A part of the boot.
     *
     * @param name of a segment, phase or level
     */
    public record Part(String name, Spread duration) {}

    /**
     * An initcall across boots.
     *
     * @param level that most boots tell; null when none does
     * @param boots in how many it was called
     * @param duration null when no boot timed it
     */
    public record InitcallSpread(
            InitcallKey initcall,
            @Nullable InitcallLevel level,
            int boots,
            @Nullable Spread duration) {}

    /** In how many boots something happened. */
    public record Counted<T>(T what, int boots) {}

    /**
     * The boots of one kernel.
     *
     * @param release null for boots whose log does not tell
     * @param total of its complete boots; null when there are none
     * @param handovers by which milestones they count as handed over to user space
     * @param since the kernel before, with which it is compared; null where there is none. Only kernels with a complete boot
     *     that shows its initcalls are compared
     * @param added initcalls that a complete boot of this kernel called, and none of the kernel before
     * @param gone initcalls that a complete boot of the kernel before called, and none of this
     */
    public record KernelBoots(
            @Nullable String release,
            int boots,
            int complete,
            @Nullable Spread total,
            List<String> handovers,
            @Nullable String since,
            List<InitcallKey> added,
            List<InitcallKey> gone) {}

    /** By which milestones complete boots count as handed over to user space, in the order of names. */
    public List<String> handovers() {
        return kernels.stream()
                .flatMap(kernel -> kernel.handovers().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Counts boots; goes through them several times, since their durations need not fit into memory at once. */
    public static Population of(Boots boots) throws IOException {
        return new PopulationFold(boots, AT_ONCE).population();
    }
}
