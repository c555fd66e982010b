package io.bootledger.analyzer.phases;

import io.bootledger.analyzer.phases.Handover.Milestone;
import io.bootledger.analyzer.phases.Phase.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lays a boot's marks end to end: each phase runs from its own mark to that of the next phase that has one, the last to the end
 * of the log. Stamps that step back are straightened: a phase never begins before the one before it.
 */
final class Phases {
    private final Marks marks;

    private Phases(Marks marks) {
        this.marks = marks;
    }

    static List<Phase> of(Marks marks) {
        return new Phases(marks).lay();
    }

    private List<Phase> lay() {
        Map<Kind, PhaseMark> begins = marks.begins();
        List<Kind> kinds = List.copyOf(begins.keySet());
        List<Phase> phases = new ArrayList<>();
        PhaseMark first = begins.get(Kind.BEFORE_INITCALLS);
        Long reached = first == null ? null : first.micros();
        for (int i = 0; i < kinds.size(); i++) {
            Kind next = i + 1 < kinds.size() ? kinds.get(i + 1) : null;
            PhaseMark ends = next == null ? null : begins.get(next);
            Long end = ends == null ? marks.lastUs() : later(reached, ends.micros());
            phases.add(new Phase(kinds.get(i), reached, end, note(kinds.get(i), next)));
            reached = end;
        }
        return List.copyOf(phases);
    }

    private static @Nullable Long later(@Nullable Long reached, @Nullable Long mark) {
        return reached == null || mark == null ? reached : Long.valueOf(Math.max(reached, mark));
    }

    private boolean handedOverBy(Milestone milestone) {
        Handover handover = marks.ending().handover();
        return handover != null && handover.milestone() == milestone;
    }

    private @Nullable String note(Kind kind, @Nullable Kind next) {
        Ending ending = marks.ending();
        List<String> notes = new ArrayList<>();
        String unmarked = next == null ? "" : unmarked(kind, next);
        if (!unmarked.isEmpty()) {
            notes.add("no line marks " + unmarked + ": that time is in here");
        }
        if (next == null && kind != Kind.AFTER_INIT) {
            notes.add(
                    ending.panic() == null
                            ? "the log ends here, before init runs"
                            : "the kernel panicked: " + ending.panic());
        }
        if (kind == Kind.AFTER_INIT && handedOverBy(Milestone.INIT_MEMORY_FREED)) {
            notes.add((ending.saysNoMore() ? "this kernel does not say" : "no line says")
                    + " when init runs: begins where init memory was freed");
        }
        return notes.isEmpty() ? null : String.join("; ", notes);
    }

    /** The phases between two neighbours, but for one that a kernel without words about init cannot have. */
    private String unmarked(Kind kind, Kind next) {
        boolean silent = handedOverBy(Milestone.INIT_MEMORY_FREED);
        return Arrays.stream(Kind.values())
                .filter(between -> !silent || between != Kind.UNTIL_INIT)
                .filter(between -> between.compareTo(kind) > 0 && between.compareTo(next) < 0)
                .map(between -> "\"" + between.title() + "\"")
                .collect(Collectors.joining(", "));
    }
}
