package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.levels.known.HalfLevel;
import io.bootledger.analyzer.levels.known.KnownFunction;
import io.bootledger.analyzer.levels.known.LevelKnowledge;
import java.util.Arrays;
import java.util.List;

/**
 * The cheapest non-decreasing sequence of half-levels for a boot's built-in calls (Viterbi's algorithm). Besides the cost of each name it
 * counts link order: a call whose object stands well before that of the last call whose place is known does not belong to
 * the same half-level.
 */
final class LevelSequence {
    /** How far back in the link, in thousandths, is a step back rather than noise in the ranks. */
    private static final int STEP_BACK = 350;
    /** What a step back inside a half-level costs: e^4, 55 to 1 against it. */
    private static final double STEP_BACK_COST = 4;
    /** What it costs to leave the bounds of a clue: more than any amount of surprise. */
    private static final double OUT_OF_BOUNDS = 1e6;

    private static final int STATES = 2 * HalfLevel.COUNT;
    private static final double IMPOSSIBLE = Double.MAX_VALUE / 4;

    private final LevelKnowledge knowledge;
    private final LevelCosts costs;

    LevelSequence(LevelKnowledge knowledge) {
        this.knowledge = knowledge;
        this.costs = new LevelCosts(knowledge);
    }

    /** The half-level of each call, by its index. A state is a half-level and whether it began after the last ranked call. */
    int[] of(List<Clue> clues) {
        double[] cost = new double[STATES];
        Arrays.fill(cost, IMPOSSIBLE);
        for (int half = 0; half < HalfLevel.COUNT; half++) {
            cost[2 * half + 1] = 0;
        }
        byte[][] from = new byte[clues.size()][];
        int lastRank = KnownFunction.NO_RANK;
        for (int at = 0; at < from.length; at++) {
            KnownFunction known = knowledge.find(clues.get(at).function());
            int rank = known == null ? KnownFunction.NO_RANK : known.rank();
            boolean ranked = rank != KnownFunction.NO_RANK;
            double penalty = ranked && lastRank - rank > STEP_BACK ? STEP_BACK_COST : 0;
            from[at] = new byte[STATES];
            cost = step(cost, clues.get(at), ranked, penalty, from[at]);
            lastRank = ranked ? rank : lastRank;
        }
        return backwards(cost, from);
    }

    private double[] step(double[] cost, Clue clue, boolean ranked, double penalty, byte[] from) {
        double[] next = new double[STATES];
        Arrays.fill(next, IMPOSSIBLE);
        double[] names = costs.of(clue.function());
        int cheapest = -1;
        for (int half = 0; half < HalfLevel.COUNT; half++) {
            int settled = 2 * half;
            int fresh = settled + 1;
            double here = names[half] + (clue.bounds().allows(half) ? 0 : OUT_OF_BOUNDS);
            relax(next, from, settled, settled, cost[settled] + penalty + here);
            relax(next, from, ranked ? settled : fresh, fresh, cost[fresh] + here);
            if (cheapest >= 0) {
                relax(next, from, ranked ? settled : fresh, cheapest, cost[cheapest] + here);
            }
            cheapest = cheapest < 0 || cost[settled] < cost[cheapest] ? settled : cheapest;
            cheapest = cost[fresh] < cost[cheapest] ? fresh : cheapest;
        }
        return next;
    }

    private static void relax(double[] next, byte[] from, int state, int before, double cost) {
        if (cost < next[state]) {
            next[state] = cost;
            from[state] = (byte) before;
        }
    }

    private static int[] backwards(double[] cost, byte[][] from) {
        int state = 0;
        for (int other = 1; other < STATES; other++) {
            state = cost[other] < cost[state] ? other : state;
        }
        int[] halves = new int[from.length];
        for (int at = from.length - 1; at >= 0; at--) {
            halves[at] = state / 2;
            state = from[at][state];
        }
        return halves;
    }
}
