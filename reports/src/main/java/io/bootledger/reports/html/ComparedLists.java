package io.bootledger.reports.html;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.Structure;
import io.bootledger.reports.DurationText;
import java.util.ArrayList;
import java.util.List;

/**
 * What else changed, in words.
 *
 * @param more how many are not in the list
 */
record ComparedLists(String title, List<String> texts, int more) {
    private static final int MOST = 500;

    /** Each as title, texts, and how many more there are. */
    static List<List<Object>> of(Comparison comparison) {
        Structure structure = comparison.structure();
        List<ComparedLists> lists = new ArrayList<>();
        lists.add(of("Newly fails", structure.newFailures()));
        lists.add(of(
                "Fails sometimes",
                structure.flakyFailures().stream()
                        .map(flaky -> flaky.name() + " in " + flaky.failed() + " of " + flaky.boots() + " boots")
                        .toList()));
        lists.add(of("No longer fails", structure.goneFailures()));
        lists.add(of(
                "Returns something else",
                structure.changedReturns().stream()
                        .map(change -> change.initcall() + ": " + change.baseline() + " -> " + change.candidate())
                        .toList()));
        lists.add(of(
                "Put off more or less often",
                comparison.deferrals().stream()
                        .map(change -> change.device() + ": " + change.baseline() + " -> " + change.candidate()
                                + " times, " + DurationText.signed(change.candidateUs() - change.baselineUs()))
                        .toList()));
        lists.add(of(
                "At another level",
                comparison.levelMoves().stream()
                        .map(move -> move.key() + ": " + move.baseline() + " -> " + move.candidate())
                        .toList()));
        lists.add(of(
                "In another order, of those on both sides",
                comparison.orderMoves().stream()
                        .map(move -> move.key() + ": " + move.baseline() + " -> " + move.candidate())
                        .toList()));
        return lists.stream()
                .map(list -> List.<Object>of(list.title(), list.texts(), list.more()))
                .toList();
    }

    private static ComparedLists of(String title, List<String> texts) {
        return new ComparedLists(title, texts.stream().limit(MOST).toList(), Math.max(0, texts.size() - MOST));
    }
}
