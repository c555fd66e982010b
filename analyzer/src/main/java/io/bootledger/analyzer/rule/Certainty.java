package io.bootledger.analyzer.rule;

import io.bootledger.analyzer.statistics.Arrangements;
import io.bootledger.analyzer.statistics.Design;
import java.util.Locale;

/** What boots can prove, by how many they are and how many of them differ. */
public enum Certainty {
    /**
     * No p can be small enough: of {@code n} and {@code m} boots the smallest is one of all the ways to deal them. So it is where one side
     * is one boot over and over, and the other is not: on such a machine what comes again each time is a copy.
     */
    FEW,
    /** The boots of a side are identical to the microsecond, on both sides: each is one boot. */
    DETERMINISTIC,
    STATISTICAL;

    public static Certainty of(MetricTable table, GateRule rule) {
        Design design = table.design();
        boolean repeated = Math.min(design.earlier(), design.later()) > 1;
        if (repeated && table.distinctBaseline() == 1 && table.distinctCandidate() == 1) {
            return DETERMINISTIC;
        }
        if (isCopied(table.distinctBaseline(), design.earlier(), table.distinctCandidate())
                || isCopied(table.distinctCandidate(), design.later(), table.distinctBaseline())) {
            return FEW;
        }
        return Math.max(design.smallestP(), 1.0 / Arrangements.of(design).count()) > rule.alpha() ? FEW : STATISTICAL;
    }

    private static boolean isCopied(int distinct, int boots, int otherDistinct) {
        return boots > 1 && distinct == 1 && otherDistinct > 1;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
