package io.bootledger.reports.text;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.DeferralChange;
import io.bootledger.analyzer.compare.Structure;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.Wording;
import java.util.ArrayList;
import java.util.List;

/** What fails, returns something else or is put off more or less often. */
public final class MisbehaviourSection {
    private static final int SHOWN = 10;

    public static void write(Comparison comparison, Page page) {
        Structure structure = comparison.structure();
        List<Cell> lines = new ArrayList<>();
        structure.newFailures().forEach(name -> lines.add(Cell.of("newly fails: " + name, Ink.BAD)));
        structure
                .flakyFailures()
                .forEach(flaky -> lines.add(Cell.of(
                        "fails in " + flaky.failed() + " of " + flaky.boots() + " candidate boots: " + flaky.name(),
                        Ink.CAREFUL)));
        structure.goneFailures().forEach(name -> lines.add(Cell.of("no longer fails: " + name, Ink.GOOD)));
        structure
                .changedReturns()
                .forEach(change -> lines.add(Cell.of("returns " + change.candidate() + " instead of "
                        + change.baseline() + ": " + change.initcall())));
        comparison.deferrals().forEach(change -> lines.add(Cell.of(deferral(change))));
        if (lines.isEmpty()) {
            return;
        }
        page.title("What they did");
        lines.stream().limit(SHOWN).forEach(line -> page.paragraph("", line.text(), line.ink()));
        if (lines.size() > SHOWN) {
            page.note("and " + (lines.size() - SHOWN) + " more.");
        }
    }

    private static String deferral(DeferralChange change) {
        return "put off " + Wording.counted(change.candidate(), "time", "times") + " instead of " + change.baseline()
                + " (" + DurationText.signed(change.candidateUs() - change.baselineUs()) + "): " + change.device();
    }

    private MisbehaviourSection() {}
}
