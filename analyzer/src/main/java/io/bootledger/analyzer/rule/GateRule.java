package io.bootledger.analyzer.rule;

/**
 * The numbers of the rule. The defaults are cautious: a gate that cries wolf is switched off.
 *
 * @param total margin of the whole boot
 * @param part margin of a segment, a phase, a level, a gap or an owner
 * @param initcall margin of a single initcall
 * @param alpha the chance that anything at all is found slower though nothing is, over all metrics together
 * @param segments whether what is slower before the kernel or behind it fails a build too, by a test of its own at the same level
 */
public record GateRule(Margin total, Margin part, Margin initcall, double alpha, boolean segments) {
    /** The level that five boots a side can just reach: the smallest p of 5 v 5 is 1/252. */
    public static final double ALPHA = 0.004;

    public static final GateRule DEFAULT =
            new GateRule(new Margin(20, 2_000), new Margin(50, 2_000), new Margin(100, 1_000), ALPHA, false);

    /** How many boots of each side the gate asks for: four times the power of five at the same rate of false alarms. */
    public static final int BOOTS = 6;

    /** The margin of a metric of that scope. */
    public Margin margin(Scope scope) {
        return switch (scope) {
            case TOTAL -> total;
            case SEGMENT, PHASE, LEVEL, GAP, OWNER -> part;
            case INITCALL -> initcall;
        };
    }

    /** The same rule with other margins. */
    public GateRule withMargins(Margin otherTotal, Margin otherPart, Margin otherInitcall) {
        return new GateRule(otherTotal, otherPart, otherInitcall, alpha, segments);
    }

    /** The same rule with another level of significance. */
    public GateRule with(double otherAlpha) {
        return new GateRule(total, part, initcall, otherAlpha, segments);
    }
}
