package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.levels.known.HalfLevel;
import io.bootledger.analyzer.levels.known.KnownFunction;
import io.bootledger.analyzer.levels.known.LevelKnowledge;
import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Levels of a whole sequence of calls, from what other kernels do and the rule that levels never go back. */
final class Inference {
    private final Supplier<LevelKnowledge> knowledge;
    private volatile @Nullable LevelSequence sequence;

    Inference(Supplier<LevelKnowledge> knowledge) {
        this.knowledge = knowledge;
    }

    Levels of(List<Clue> clues) {
        if (clues.stream().allMatch(clue -> clue.bounds().isOnePrintedLevel())) {
            return new Levels(
                    clues.stream().mapToInt(clue -> clue.bounds().from()).toArray(), clues, LevelKnowledge.none());
        }
        LevelKnowledge known = knowledge.get();
        boolean hopeless = clues.stream()
                .allMatch(clue -> clue.bounds().equals(HalfLevelBounds.ANY) && known.find(clue.function()) == null);
        return hopeless
                ? new Levels(new int[0], clues, known)
                : new Levels(sequence(known).of(clues), clues, known);
    }

    private LevelSequence sequence(LevelKnowledge known) {
        LevelSequence solver = sequence;
        if (solver == null) {
            solver = new LevelSequence(known);
            sequence = solver;
        }
        return solver;
    }

    /** The answer for one sequence. */
    static final class Levels {
        private final int[] halves;
        private final List<Clue> clues;
        private final LevelKnowledge knowledge;
        private final boolean[] certain;

        Levels(int[] halves, List<Clue> clues, LevelKnowledge knowledge) {
            this.halves = halves;
            this.clues = clues;
            this.knowledge = knowledge;
            this.certain = Bracket.of(halves, this::isAnchor);
        }

        /** Null when not one of the names is known. */
        @Nullable
        HalfLevel half(int at) {
            return at < halves.length ? HalfLevel.of(halves[at]) : null;
        }

        boolean certain(int at) {
            return at < certain.length && certain[at];
        }

        /** The half where every fact about the name agrees, else null. */
        @Nullable
        Boolean sync(int at) {
            KnownFunction known = knowledge.find(clues.get(at).function());
            HalfLevel half = half(at);
            return known != null && half != null && known.count(half.index()) == known.total()
                    ? Boolean.valueOf(half.sync())
                    : null;
        }

        /** Whether the call's level is beyond doubt: by better evidence, or because its name was only ever seen there. */
        private boolean isAnchor(int at) {
            HalfLevelBounds bounds = clues.get(at).bounds();
            if (bounds.isOneLevel()) {
                return true;
            }
            KnownFunction known = knowledge.find(clues.get(at).function());
            InitcallLevel level = HalfLevel.of(halves[at]).level();
            return known != null
                    && known.total() > 0
                    && known.count(HalfLevel.first(level)) + known.count(HalfLevel.last(level)) == known.total();
        }
    }
}
