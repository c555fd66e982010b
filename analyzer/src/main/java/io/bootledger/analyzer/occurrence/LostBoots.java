package io.bootledger.analyzer.occurrence;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import java.util.List;

/**
 * How many boots could not be used: they died, or their logs are cut, or lack something. Boots that are the other side's are no boots
 * at all here.
 *
 * @param died whether all that were lost died
 */
public record LostBoots(int baseline, int ofBaseline, int candidate, int ofCandidate, boolean died) {
    public static LostBoots of(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        List<BootMeasures> before = own(baseline);
        List<BootMeasures> after = own(candidate);
        return new LostBoots(
                lost(before),
                before.size(),
                lost(after),
                after.size(),
                before.stream().filter(boot -> !boot.complete()).allMatch(boot -> boot.died() != null)
                        && after.stream().filter(boot -> !boot.complete()).allMatch(boot -> boot.died() != null));
    }

    private static List<BootMeasures> own(List<BootMeasures> boots) {
        return boots.stream().filter(boot -> !boot.isBaselines()).toList();
    }

    private static int lost(List<BootMeasures> boots) {
        return (int) boots.stream().filter(boot -> !boot.complete()).count();
    }

    /** Whether a larger share of the candidate's boots was lost than of the baseline's. */
    public boolean moreOfTheCandidate() {
        return (long) candidate * ofBaseline > (long) baseline * ofCandidate;
    }

    public boolean any() {
        return baseline + candidate > 0;
    }

    /** {@code 3 of 6 candidate boots and 1 of 6 baseline boots cannot be used}. */
    public String words() {
        String end = died ? " died" : " cannot be used";
        if (baseline == 0) {
            return of(candidate, ofCandidate, "candidate") + end;
        }
        return candidate == 0
                ? of(baseline, ofBaseline, "baseline") + end
                : of(candidate, ofCandidate, "candidate") + " and " + of(baseline, ofBaseline, "baseline") + end;
    }

    private static String of(int lost, int boots, String side) {
        return lost + " of " + boots + " " + side + (boots == 1 ? " boot" : " boots");
    }
}
