package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.occurrence.Occurrence;
import io.bootledger.reports.Printable;
import io.bootledger.reports.gate.GateCase.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How it is put that boots die, or that something fails in some of them. */
final class FailureWords {
    private FailureWords() {}

    /** Of a failure that makes the build fail. */
    static String culprit(String name, GateResult result) {
        return result.failing().stream()
                .filter(one -> one.what().equals(name))
                .findFirst()
                .map(one -> "fails in " + counts(one) + ": " + Printable.of(name))
                .orElseGet(() -> "newly fails: " + Printable.of(name));
    }

    /** What fails or dies in some boots, and no build. */
    static List<String> warnings(GateResult result) {
        List<String> warnings = new ArrayList<>();
        result.failing().stream()
                .filter(one -> !one.isBeyondChance())
                .forEach(
                        one -> warnings.add("fails in " + counts(one) + chance(one) + ": " + Printable.of(one.what())));
        result.deaths().places().stream()
                .filter(one -> one.candidate() > 0 && !isRed(one, result))
                .forEach(one -> warnings.add("dies in " + counts(one) + chance(one) + ": " + Printable.of(one.what())));
        return warnings;
    }

    private static boolean isRed(Occurrence place, GateResult result) {
        return Stream.concat(result.deaths().newPlaces().stream(), result.deaths().moreOften().stream())
                .anyMatch(place::equals);
    }

    /** {@code 5 of 6 candidate boots and in no baseline boot}. */
    private static String counts(Occurrence one) {
        return one.candidate() + " of " + one.ofCandidate() + " candidate boots and in "
                + (one.baseline() == 0
                        ? "no baseline boot"
                        : one.baseline() + " of " + one.ofBaseline() + " baseline boots");
    }

    private static String chance(Occurrence one) {
        return one.isMoreFrequent() ? " (p " + GateWords.chance(one.p(), Occurrence.ALPHA) + ")" : "";
    }

    /** As test cases. */
    static List<GateCase> cases(GateResult result) {
        List<GateCase> cases = new ArrayList<>();
        result.structure()
                .newFailures()
                .forEach(name -> cases.add(new GateCase(
                        name, 0, Finding.failed("newly fails", "in every candidate boot, and in no baseline boot"))));
        result.failing().forEach(one -> cases.add(counted(one.what(), "fails", one, one.isBeyondChance())));
        result.deaths().places().stream()
                .filter(one -> one.candidate() > 0)
                .forEach(one -> cases.add(counted("dies: " + one.what(), "dies", one, isRed(one, result))));
        return cases;
    }

    private static GateCase counted(String name, String what, Occurrence one, boolean red) {
        String detail = "in " + counts(one) + chance(one);
        return new GateCase(
                name,
                0,
                red
                        ? Finding.failed(what + " " + detail, detail)
                        : Finding.skipped(what + " now and then, " + detail, detail));
    }
}
