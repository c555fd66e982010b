package io.bootledger.reports.text;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.DeferralChange;
import io.bootledger.analyzer.compare.Structure;
import io.bootledger.reports.Durations;
import java.util.ArrayList;
import java.util.List;

/** What fails, returns something else or is put off more or less often. */
final class ConductSection {
    private static final int SHOWN = 10;

    static void write(Comparison comparison, Page page) {
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
        return "put off " + Words.counted(change.candidate(), "time", "times") + " instead of " + change.baseline()
                + " (" + Durations.signed(change.candidateUs() - change.baselineUs()) + "): " + change.device();
    }

    private ConductSection() {}
}
