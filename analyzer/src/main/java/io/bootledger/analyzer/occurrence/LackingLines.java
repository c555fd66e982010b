package io.bootledger.analyzer.occurrence;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Boots of which lines are lost that no message tells of: what is built in is called in every boot of a kernel, so that a boot which
 * lacks several initcalls that each other boot of both sides called has lost their lines, and its times with them.
 */
public final class LackingLines {
    /** One may be lost with a line or two, and is told as not tested. */
    private static final int SEVERAL = 5;
    /** A side's only boot may be of a kernel that has others. */
    private static final int FEWEST_BOOTS = 2;

    private final Map<InitcallKey, Integer> calls = new HashMap<>();
    private final int boots;

    private LackingLines(List<BootMeasures> boots) {
        boots.forEach(boot -> boot.course().order().forEach(call -> calls.merge(call, 1, Integer::sum)));
        this.boots = boots.size();
    }

    public static LackingLines of(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return new LackingLines(Stream.concat(baseline.stream(), candidate.stream())
                .filter(BootMeasures::complete)
                .toList());
    }

    /** The same boots of one side, in which such are no longer complete. */
    public List<BootMeasures> marked(List<BootMeasures> those) {
        Set<InitcallKey> once = new HashSet<>();
        calls.forEach((call, count) -> {
            if (count == boots - 1) {
                once.add(call);
            }
        });
        long complete = those.stream().filter(BootMeasures::complete).count();
        return complete < FEWEST_BOOTS || once.size() < SEVERAL
                ? those
                : those.stream().map(boot -> marked(boot, once)).toList();
    }

    private static BootMeasures marked(BootMeasures boot, Set<InitcallKey> called) {
        Set<InitcallKey> lacking = new HashSet<>(called);
        boot.course().order().forEach(lacking::remove);
        return !boot.complete() || lacking.size() < SEVERAL
                ? boot
                : boot.incomplete(
                        "it lacks " + lacking.size() + " initcalls that each other boot called, as if lines were lost");
    }
}
