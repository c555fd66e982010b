package io.bootledger.analyzer.gate;

import java.util.Set;

/**
 * How the gate is to judge.
 *
 * @param interleaved whether the boots of both sides were made in turn: only then is a machine that is slower as a whole the
 *     candidate's fault
 * @param allowedDifferences what of the environment may differ, by name
 * @param budgets limits that hold whatever the baseline does
 */
public record GateSettings(GateRule rule, boolean interleaved, Set<String> allowedDifferences, Budgets budgets) {
    public static final GateSettings DEFAULT = new GateSettings(GateRule.DEFAULT, false, Set.of(), Budgets.NONE);

    public GateSettings {
        allowedDifferences = Set.copyOf(allowedDifferences);
    }

    /** The same settings with another rule. */
    public GateSettings with(GateRule other) {
        return new GateSettings(other, interleaved, allowedDifferences, budgets);
    }
}
