package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.reports.DeferralWords;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import java.util.Comparator;
import java.util.List;

/** Devices whose probe was put off, those that never bound and those that waited longest first. */
final class DeferralSection {
    private static final int SHOWN = 5;

    static void write(BootAnalysis boot, Page page) {
        List<Deferral> deferrals = boot.accounting().deferrals();
        if (deferrals.isEmpty()) {
            return;
        }
        page.title("Deferred probes");
        TextTable table = new TextTable()
                .right("waited ms")
                .right("times")
                .right("cost ms")
                .elastic("device")
                .elastic("waited for");
        deferrals.stream()
                .sorted(Comparator.comparingLong(DeferralSection::rank)
                        .thenComparingLong(Deferral::wastedUs)
                        .reversed())
                .limit(SHOWN)
                .forEach(deferral -> row(table, deferral));
        page.table(table);
        page.note(Wording.counted(deferrals.size(), "device was", "devices were") + " put off "
                + Wording.counted(
                        deferrals.stream().mapToLong(Deferral::attempts).sum(), "time", "times")
                + ", which cost "
                + DurationText.exactMillis(
                        deferrals.stream().mapToLong(Deferral::wastedUs).sum())
                + " ms.");
    }

    private static void row(TextTable table, Deferral deferral) {
        table.row(
                waited(deferral),
                Cell.of(Integer.toString(deferral.attempts())),
                Cell.of(DurationText.exactMillis(deferral.wastedUs())),
                Cell.of(deferral.device()),
                Cell.of(DeferralWords.of(deferral)));
    }

    private static Cell waited(Deferral deferral) {
        return deferral.waitedUs() == null
                ? Cell.of(deferral.firstUs() == null ? "unknown" : "still", Ink.CAREFUL)
                : Cell.of(DurationText.exactMillis(deferral.waitedUs()));
    }

    private static long rank(Deferral deferral) {
        return deferral.waitedUs() == null ? Long.MAX_VALUE : deferral.waitedUs();
    }

    private DeferralSection() {}
}
