package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateResult.Malformed;
import io.bootledger.analyzer.gate.StatisticalBasis;
import io.bootledger.reports.Printable;
import java.util.ArrayList;
import java.util.List;

/** What limits a verdict, each in a sentence: lines that could not be read, boots that repeat each other. */
final class GateCaveats {
    private static final int NAMED = 3;

    private GateCaveats() {}

    static List<String> of(GateResult result) {
        List<String> caveats = new ArrayList<>();
        mixed("candidate", result.kernels().candidate(), caveats);
        // A baseline out of a store may well be of many kernels, but not of the candidate's.
        if (result.kernels().baseline().stream().anyMatch(result.kernels().candidate()::contains)) {
            mixed("baseline", result.kernels().baseline(), caveats);
        }
        malformed(result, caveats);
        result.settings().budgets().ended().forEach(ended -> caveats.add(Printable.of(ended)));
        result.unmatched()
                .forEach(rule ->
                        caveats.add("matches nothing in these boots: " + Printable.of(rule) + ", of the budget file"));
        StatisticalBasis evidence = result.evidence();
        if (evidence == null) {
            return caveats;
        }
        if (!evidence.untimed().isEmpty()) {
            caveats.add("not tested, as a boot does not tell how long it took: " + named(evidence.untimed())
                    + "; nor what passes outside initcalls in its level");
        }
        if (!evidence.untold().isEmpty()) {
            caveats.add("not tested, as not every boot tells how long it took: " + named(evidence.untold()));
        }
        if (!GateWords.isExact(result)) {
            repeated(result, evidence, caveats);
        }
        return caveats;
    }

    private static void mixed(String side, List<String> kernels, List<String> caveats) {
        if (kernels.size() > 1) {
            caveats.add("the " + side + "'s boots are of " + kernels.size() + " kernels: " + named(kernels));
        }
    }

    private static void malformed(GateResult result, List<String> caveats) {
        long candidate =
                result.malformed().stream().filter(Malformed::candidate).count();
        long baseline = result.malformed().size() - candidate;
        if (candidate + baseline > 0) {
            long lines = result.malformed().stream().mapToLong(Malformed::lines).sum();
            caveats.add(lines + (lines == 1 ? " line" : " lines")
                    + " that should tell of initcalls, probes or the like cannot be read, in "
                    + candidate + " of " + result.candidateBoots() + " candidate boots and " + baseline + " of "
                    + result.baselineBoots() + " baseline boots: such an initcall's time is outside initcalls");
        }
    }

    private static void repeated(GateResult result, StatisticalBasis evidence, List<String> caveats) {
        boolean repeated = evidence.distinctBaseline() < result.baselineBoots()
                || evidence.distinctCandidate() < result.candidateBoots();
        if (repeated) {
            caveats.add("boots identical to the microsecond count as one another's repetition: "
                    + evidence.distinctBaseline() + " distinct of " + result.baselineBoots() + " baseline boots, "
                    + evidence.distinctCandidate() + " of " + result.candidateBoots() + " candidate boots");
        }
    }

    private static String named(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return Printable.of(some) + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }
}
