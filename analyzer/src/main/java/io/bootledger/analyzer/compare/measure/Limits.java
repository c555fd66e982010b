package io.bootledger.analyzer.compare.measure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a comparison cannot tell, in sentences for people. */
public final class Limits {
    private static final String JUDGE = "; `bootledger gate` judges six of each";

    private Limits() {}

    public static List<String> of(ComparedSides sides, @Nullable Speed speed, boolean interleaved) {
        List<String> limits = new ArrayList<>();
        if (!sides.whole()) {
            unfinished("baseline", sides.baseline(), limits);
            unfinished("candidate", sides.candidate(), limits);
        }
        if (!sides.withInitcalls()) {
            withoutInitcalls("baseline", sides.baseline(), limits);
            withoutInitcalls("candidate", sides.candidate(), limits);
        }
        if (!sides.whole() || !sides.withInitcalls()) {
            limits.add(left(sides));
        }
        int fewest = Math.min(sides.baseline().size(), sides.candidate().size());
        if (sides.baseline().size() == 1 && sides.candidate().size() == 1) {
            limits.add("one boot each cannot tell a change from noise" + JUDGE);
        } else if (fewest < 4) {
            limits.add(
                    fewest + (fewest == 1 ? " boot" : " boots") + " on a side cannot tell a change from noise" + JUDGE);
        }
        if (speed != null && speed.agreed() && !interleaved) {
            limits.add(
                    "nearly all initcalls changed alike: clock, host, compiler or a debug option; only boots made in turn"
                            + " (--order interleaved) tell that it was not the host");
        }
        return limits;
    }

    /** Why a boot has no total. */
    static String why(ComparedBoot boot) {
        String incomplete = boot.measures().incomplete();
        return incomplete == null ? BootMeasures.NO_SIGN_OF_INIT : incomplete;
    }

    private static String left(ComparedSides sides) {
        if (sides.whole()) {
            return "so the total is compared, and the phases after the initcalls";
        }
        return sides.withInitcalls()
                ? "so there is no total to compare; initcalls are compared as far as both sides go"
                : "so there is nothing to compare but what was booted";
    }

    private static void unfinished(String side, List<ComparedBoot> boots, List<String> limits) {
        if (boots.stream().noneMatch(ComparedBoot::isWhole)) {
            String of = boots.size() == 1 ? "" : ", like all " + boots.size() + " of its side";
            limits.add(side + " " + boots.get(0).measures().boot() + of + ": " + why(boots.get(0)));
        }
    }

    private static void withoutInitcalls(String side, List<ComparedBoot> boots, List<String> limits) {
        if (boots.stream().allMatch(boot -> boot.calls().isEmpty())) {
            limits.add("the " + side + " has no initcalls in its log: boot it with initcall_debug");
        }
    }
}
