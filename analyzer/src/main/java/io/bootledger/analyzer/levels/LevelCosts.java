package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.levels.known.HalfLevel;
import io.bootledger.analyzer.levels.known.KnownFunction;
import io.bootledger.analyzer.levels.known.LevelKnowledge;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How surprising it is to meet a function at a half-level: minus the logarithm of its probability. A name seen at one level only
 * is cheap there and dear elsewhere, but never impossible: functions change their level between kernels, and names are not
 * unique. A name never seen costs what calls in general cost there.
 */
final class LevelCosts {
    /** How much a name's own history gives way to what calls do in general, in facts. */
    private static final double DOUBT = 0.1;
    /** What a half-level without any known call is given, in calls. */
    private static final double UNSEEN = 0.3;

    private static final int MOST_REMEMBERED = 50_000;

    private final LevelKnowledge knowledge;
    private final double[] general = new double[HalfLevel.COUNT];
    private final double[] doubtful = new double[HalfLevel.COUNT];
    private final double[] unknown = new double[HalfLevel.COUNT];
    private final Map<String, double[]> remembered = new ConcurrentHashMap<>();

    LevelCosts(LevelKnowledge knowledge) {
        this.knowledge = knowledge;
        double sum = 0;
        for (int at = 0; at < general.length; at++) {
            // The root flattens: calls of one level come in long runs, so each says less than a call of its own would.
            general[at] = StrictMath.sqrt(knowledge.calls(at) + UNSEEN);
            sum += general[at];
        }
        for (int at = 0; at < general.length; at++) {
            general[at] /= sum;
            unknown[at] = -log(general[at]);
            doubtful[at] = log(DOUBT * general[at]);
        }
    }

    /** The cost of each half-level, by its index. */
    double[] of(String function) {
        KnownFunction known = knowledge.find(function);
        if (known == null) {
            return unknown;
        }
        double[] costs = remembered.get(function);
        if (costs == null) {
            costs = costs(known);
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(function, costs);
            }
        }
        return costs;
    }

    /** For a name (count + doubt * general) / (total + doubt), in logarithms; most counts are 0. */
    private double[] costs(KnownFunction known) {
        double[] costs = new double[HalfLevel.COUNT];
        double total = log(known.total() + DOUBT);
        for (int at = 0; at < costs.length; at++) {
            int count = known.count(at);
            costs[at] = total - (count == 0 ? doubtful[at] : log(count + DOUBT * general[at]));
        }
        return costs;
    }

    private static double log(double number) {
        return StrictMath.log(number);
    }
}
