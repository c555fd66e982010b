package io.bootledger.reports.text.many;

import io.bootledger.analyzer.compare.Change;
import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.reports.ComparisonWords;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import java.util.List;

/** Phases and levels side by side. */
final class PartChangeSection {
    static void write(Comparison comparison, Page page) {
        segments(comparison, page);
        part("Phases", comparison.phases(), page);
        part("Levels, from the start of the first initcall to the end of the last", comparison.levels(), page);
    }

    private static void segments(Comparison comparison, Page page) {
        part("From power-on to login", comparison.segments().changes(), page);
        String words = ComparisonWords.segments(comparison);
        if (!words.isEmpty()) {
            page.note(words + ".");
        }
        Long off = comparison.segments().uncertaintyUs();
        if (off != null) {
            page.note("By the clock of the host that captured the logs, to within " + DurationText.exactMillis(off)
                    + " ms.");
        }
    }

    private static void part(String title, List<Change> changes, Page page) {
        if (changes.isEmpty()) {
            return;
        }
        TextTable table = new TextTable()
                .left("")
                .right("before ms")
                .right("after ms")
                .right("shift ms")
                .right("95 % sure");
        for (Change change : changes) {
            table.row(
                    Cell.of(change.name().replace('_', ' ')),
                    WaterfallSection.millis(change.baselineUs()),
                    WaterfallSection.millis(change.candidateUs()),
                    Cell.of(
                            change.shift() == null
                                    ? ""
                                    : WaterfallSection.plus(change.shift().us())),
                    WaterfallSection.range(change.shift()));
        }
        page.title(title);
        page.table(table);
    }

    private PartChangeSection() {}
}
