package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.rule.GateRule;
import java.util.Set;

/**
 * How the gate is to judge.
 *
 * @param interleaved whether the boots of both sides were made in turn: only then is a machine that is slower as a whole the
 *     candidate's fault
 * @param allowedDifferences what of the environment may differ, by name
 * @param budgets limits that hold whatever the baseline does
 * @param strict whether a boot fails that is faster as a whole and slower in part
 */
public record GateSettings(
        GateRule rule, boolean interleaved, Set<String> allowedDifferences, Budgets budgets, boolean strict) {
    public static final GateSettings DEFAULT = new GateSettings(GateRule.DEFAULT, false, Set.of(), Budgets.NONE, false);

    public GateSettings {
        allowedDifferences = Set.copyOf(allowedDifferences);
    }

    /** The same settings for boots that were made in turn, or not. */
    public GateSettings inTurn(boolean otherInterleaved) {
        return new GateSettings(rule, otherInterleaved, allowedDifferences, budgets, strict);
    }

    /** The same settings with another rule. */
    public GateSettings with(GateRule other) {
        return new GateSettings(other, interleaved, allowedDifferences, budgets, strict);
    }

    /** The same settings with other budgets. */
    public GateSettings with(Budgets other) {
        return new GateSettings(rule, interleaved, allowedDifferences, other, strict);
    }
}
