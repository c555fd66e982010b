package io.bootledger.analyzer.gate;

/**
 * The numbers of the rule. The defaults are cautious: a gate that cries wolf is switched off, so each scope has a margin below
 * which nobody is woken, and a level of significance that few boots a side can reach.
 *
 * @param total margin of the whole boot
 * @param totalAlpha its level of significance
 * @param part margin of a phase or level
 * @param partAlpha its level of significance
 * @param initcall margin of a single initcall
 * @param holmAlpha the chance of any false alarm among all tested initcalls
 * @param rankAlpha what the rank test of a single initcall must reach as well
 */
public record GateRule(
        Margin total,
        double totalAlpha,
        Margin part,
        double partAlpha,
        Margin initcall,
        double holmAlpha,
        double rankAlpha) {
    public static final GateRule DEFAULT =
            new GateRule(new Margin(20, 2_000), 0.05, new Margin(50, 2_000), 0.01, new Margin(100, 1_000), 0.01, 0.02);

    /** Fewer boots on a side than this prove nothing. */
    public static final int FEWEST_BOOTS = 3;

    /** The same rule with other margins. */
    public GateRule withMargins(Margin otherTotal, Margin otherPart, Margin otherInitcall) {
        return new GateRule(otherTotal, totalAlpha, otherPart, partAlpha, otherInitcall, holmAlpha, rankAlpha);
    }
}
