package io.bootledger.analyzer.phases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a boot went: its milestones, and the phases between them.
 *
 * @param phases in order, without holes from the first time stamp to the last; a phase that no line marks is left out, and
 *     the note of the one before says so
 * @param firstLine where the first record stands; null before it, and where the lines stand in no order
 */
public record Course(
        Milestones milestones, List<Phase> phases, @Nullable Long firstLine) {
    /** What can be said by lines in no order: their moments, and nothing of what lies between. */
    public Course unordered() {
        return new Course(milestones.unordered(), List.of(), null);
    }

    /** Whether the kernel is known to have run all its initcalls: it freed its init memory or started init. */
    public boolean initcallsOver() {
        return phases.stream().anyMatch(phase -> phase.kind().compareTo(Phase.Kind.ASYNC_WAIT) >= 0);
    }
}
