package io.bootledger.analyzer.levels;

import io.bootledger.traces.event.InitcallLevel;
import java.util.function.IntPredicate;

/** Calls between two anchors of their own level: since levels never go back, they can stand nowhere else. */
final class Bracket {
    /** Which calls have an anchor of their level before them and one after. Nothing is below early, nothing above late. */
    static boolean[] of(int[] halves, IntPredicate isAnchor) {
        boolean[] bracketed = new boolean[halves.length];
        int level = InitcallLevel.EARLY.ordinal();
        for (int at = 0; at < halves.length; at++) {
            bracketed[at] = halves[at] / 2 == level;
            level = isAnchor.test(at) ? halves[at] / 2 : level;
        }
        level = InitcallLevel.LATE.ordinal();
        for (int at = halves.length - 1; at >= 0; at--) {
            bracketed[at] &= halves[at] / 2 == level;
            level = isAnchor.test(at) ? halves[at] / 2 : level;
        }
        return bracketed;
    }

    private Bracket() {}
}
