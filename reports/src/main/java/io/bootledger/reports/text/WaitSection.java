package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.ReportedWait;
import io.bootledger.reports.WaitWords;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import java.util.Comparator;
import java.util.List;

/** What the boot thread waited for, the longest waits first: where the time that calls took was not their own. */
final class WaitSection {
    private static final int SHOWN = 6;
    private static final long LEAST_US = 10_000;

    static void write(BootAnalysis boot, Page page) {
        List<ReportedWait> all = ReportedWait.of(boot);
        List<ReportedWait> shown = all.stream()
                .filter(each -> each.probe() == null && each.claim().us().highUs() >= LEAST_US)
                .sorted(Comparator.comparingLong(
                                (ReportedWait each) -> each.claim().us().highUs())
                        .reversed())
                .limit(SHOWN)
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        page.title("Waits of the boot thread");
        TextTable table = new TextTable().right("took ms").elastic("in").elastic("");
        shown.forEach(each -> table.row(
                Cell.of(DurationText.exactMillis(each.tookUs())),
                Cell.of(each.where()),
                Cell.of(WaitWords.of(each.claim()) + probe(each, all), Ink.PLAIN)));
        page.table(table);
        long more = all.stream().filter(each -> each.probe() == null).count() - shown.size();
        page.note((more == 0 ? "" : Wording.counted(more, "more wait is", "more waits are") + " in the JSON. ")
                + "docs/causes.md tells how sure these are, and what no log without tracing shows.");
    }

    /** The innermost in which it waited. */
    private static String probe(ReportedWait wait, List<ReportedWait> all) {
        return all.stream()
                .filter(each -> each.isMostOf(wait))
                .min(Comparator.comparingLong(ReportedWait::tookUs))
                .map(probe -> ", in the " + probe.where())
                .orElse("");
    }

    private WaitSection() {}
}
