package io.bootledger.analyzer.compare.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which boots of both sides are used: those that reached init where both sides have some, or else all, as far as they go.
 *
 * @param whole whether those that are used have totals
 * @param withInitcalls whether both sides have initcalls
 */
public record ComparedSides(
        List<ComparedBoot> baseline,
        List<ComparedBoot> candidate,
        List<LeftOut> leftOut,
        boolean whole,
        boolean withInitcalls) {
    public static ComparedSides of(List<ComparedBoot> baseline, List<ComparedBoot> candidate) {
        boolean whole = baseline.stream().anyMatch(ComparedBoot::isWhole)
                && candidate.stream().anyMatch(ComparedBoot::isWhole);
        if (!whole) {
            return of(baseline, candidate, List.of(), false);
        }
        List<LeftOut> leftOut = new ArrayList<>();
        List<ComparedBoot> before = used(baseline, false, leftOut);
        return of(before, used(candidate, true, leftOut), leftOut, true);
    }

    private static ComparedSides of(
            List<ComparedBoot> baseline, List<ComparedBoot> candidate, List<LeftOut> leftOut, boolean whole) {
        return new ComparedSides(
                baseline,
                candidate,
                leftOut,
                whole,
                Stream.of(baseline, candidate)
                        .allMatch(side ->
                                side.stream().anyMatch(boot -> !boot.calls().isEmpty())));
    }

    private static List<ComparedBoot> used(List<ComparedBoot> boots, boolean candidate, List<LeftOut> leftOut) {
        boots.stream()
                .filter(boot -> !boot.isWhole())
                .forEach(boot -> leftOut.add(new LeftOut(boot.measures().boot(), candidate, Limits.why(boot))));
        return boots.stream().filter(ComparedBoot::isWhole).toList();
    }
}
