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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Devices whose probe was put off, those that never bound and those that waited longest first. */
final class DeferralSection {
    private static final int SHOWN = 5;
    private static final String WHO_KNOWS =
            "dyndbg=\"file drivers/base/core.c +p\" on the command line shows whom they wait for (CONFIG_DYNAMIC_DEBUG).";

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
        List<Deferral> shown = deferrals.stream()
                .sorted(Comparator.comparingLong(DeferralSection::rank)
                        .thenComparingLong(Deferral::wastedUs)
                        .reversed())
                .limit(SHOWN)
                .toList();
        shown.forEach(deferral -> row(table, deferral));
        page.table(table);
        doubts(shown, page);
        page.note(Wording.counted(deferrals.size(), "device was", "devices were") + " put off "
                + Wording.counted(
                        deferrals.stream().mapToLong(Deferral::attempts).sum(), "time", "times")
                + ", which cost "
                + DurationText.exactMillis(
                        deferrals.stream().mapToLong(Deferral::wastedUs).sum())
                + " ms.");
    }

    /** What may be meant by each "perhaps", reason by reason. */
    private static void doubts(List<Deferral> shown, Page page) {
        Map<String, List<Deferral>> byReason = new LinkedHashMap<>();
        for (Deferral deferral : shown) {
            String doubt = DeferralWords.doubt(deferral);
            if (doubt != null) {
                byReason.computeIfAbsent(doubt, first -> new ArrayList<>()).add(deferral);
            }
        }
        byReason.forEach((doubt, deferrals) -> {
            page.paragraph("? ", "perhaps: " + doubt + "; bound before the next try:", Ink.PLAIN);
            deferrals.forEach(each -> page.paragraph("    ", each.device() + ": " + DeferralWords.of(each), Ink.PLAIN));
        });
        if (!byReason.isEmpty()) {
            page.note(WHO_KNOWS);
        }
    }

    private static void row(TextTable table, Deferral deferral) {
        table.row(
                waited(deferral),
                Cell.of(Integer.toString(deferral.attempts())),
                Cell.of(DurationText.exactMillis(deferral.wastedUs())),
                Cell.of(deferral.device()),
                Cell.of(DeferralWords.brief(deferral)));
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
