package io.bootledger.analyzer.phases;

import java.util.List;

/**
 * How a boot went: its milestones, and the phases between them.
 *
 * @param phases in order, without holes from the first time stamp to the last; a phase that no line marks is left out, and
 *     the note of the one before says so
 */
public record Course(Milestones milestones, List<Phase> phases) {
    /** What can be said by lines in no order: their moments, and nothing of what lies between. */
    public Course unordered() {
        return new Course(milestones.unordered(), List.of());
    }

    /** Whether the kernel is known to have run all its initcalls: it freed its init memory or started init. */
    public boolean initcallsOver() {
        return phases.stream().anyMatch(phase -> phase.kind().compareTo(Phase.Kind.ASYNC_WAIT) >= 0);
    }
}
