package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.waits.GapWaits;
import io.bootledger.analyzer.waits.Wait;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.Durations;
import io.bootledger.reports.WaitWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the boot thread waited for, the longest waits first: where the time that calls took was not their own. */
final class WaitSection {
    private static final int SHOWN = 6;
    private static final long LEAST_US = 10_000;

    private record Waited(String where, long tookUs, Wait claim) {}

    static void write(BootAnalysis boot, Page page) {
        List<Waited> all = all(boot);
        List<Waited> shown = all.stream()
                .filter(each -> each.claim().us().highUs() >= LEAST_US)
                .sorted(Comparator.comparingLong(
                                (Waited each) -> each.claim().us().highUs())
                        .reversed())
                .limit(SHOWN)
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        page.title("Waits of the boot thread");
        Table table = new Table().right("took ms").elastic("in").elastic("");
        shown.forEach(each -> table.row(
                Cell.of(Durations.exactMillis(each.tookUs())),
                Cell.of(each.where()),
                Cell.of(WaitWords.of(each.claim()), Ink.PLAIN)));
        page.table(table);
        int more = all.size() - shown.size();
        page.note((more == 0 ? "" : Words.counted(more, "more wait is", "more waits are") + " in the JSON. ")
                + "docs/causes.md tells how sure these are, and what no log without tracing shows.");
    }

    private static List<Waited> all(BootAnalysis boot) {
        List<Waited> all = new ArrayList<>();
        for (AccountedInitcall call : AccountedInitcall.of(boot)) {
            call.waits()
                    .waits()
                    .forEach(wait -> all.add(
                            new Waited(Words.name(call.call()), call.call().durationUs(), wait)));
        }
        for (GapWaits gap : boot.accounting().waits().gaps()) {
            gap.waits().forEach(wait -> all.add(new Waited(gap.name(), gap.toUs() - gap.fromUs(), wait)));
        }
        return all;
    }

    private WaitSection() {}
}
