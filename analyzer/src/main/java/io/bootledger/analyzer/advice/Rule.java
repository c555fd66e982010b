package io.bootledger.analyzer.advice;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One thing to look for.
 *
 * @param place where its advice stands
 * @param needs the evidence without which it is silent
 * @param judgement what it finds; empty when all is well
 */
record Rule(Place place, Set<RequiredEvidence> needs, Function<AdviceBasis, List<Advice>> judgement) {
    /** Where advice stands among the rest. */
    enum Place {
        /** Before all else: the numbers below are missing or doubtful. */
        FIRST,
        /** The largest gain first. */
        BY_GAIN,
        /** The numbers hold, and could be better. */
        LAST
    }

    List<Advice> judge(AdviceBasis grounds) {
        return needs.stream().allMatch(grounds::has) ? judgement.apply(grounds) : List.of();
    }
}
