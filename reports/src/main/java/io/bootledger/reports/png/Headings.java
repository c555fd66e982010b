package io.bootledger.reports.png;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.phases.Handover.Milestone;
import io.bootledger.reports.BootSpan;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.LogName;
import io.bootledger.reports.Printable;

/** What stands above a picture. */
final class Headings {
    static final int MOST = 150;

    /** The kernel, and how long it took. */
    static String title(BootAnalysis boot) {
        return shortened(kernel(boot) + ": " + total(boot), MOST);
    }

    /** The kernel, how long it took, and on how many accounts that is booked. */
    static String title(BootAnalysis boot, Ledger ledger) {
        int accounts = ledger.accounts().size();
        String until = ledger.ends() == Ledger.End.INIT_STARTED
                ? "init"
                : ledger.ends().words();
        return shortened(
                kernel(boot) + ": " + DurationText.rounded(ledger.totalUs()) + " until " + until + ", booked on "
                        + accounts + (accounts == 1 ? " account" : " accounts"),
                MOST);
    }

    /** The machine, and the log. */
    static String subtitle(BootAnalysis boot) {
        String machine = boot.kernel().machine();
        return shortened(
                machine == null ? LogName.of(boot.source()) : machine + " · " + LogName.of(boot.source()), MOST);
    }

    private static String kernel(BootAnalysis boot) {
        String release = boot.kernel().release();
        return release == null ? "Linux, release unknown" : "Linux " + release;
    }

    private static String total(BootAnalysis boot) {
        BootSpan span = BootSpan.of(boot);
        String panic = boot.milestones().panic();
        if (span == null) {
            return boot.timeline().initcalls().size() + " initcalls, no time stamps";
        }
        String total = DurationText.rounded(span.totalUs());
        return span.handover() != null
                ? total + " until "
                        + (span.handover() == Milestone.INIT_STARTED
                                ? "init"
                                : span.handover().words())
                : total + (panic == null ? ", no sign of init" : ", kernel panic: " + panic);
    }

    /** Safe to draw, and of so many characters at most. */
    static String shortened(String text, int most) {
        String safe = Printable.of(text);
        return safe.codePointCount(0, safe.length()) <= most
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, most - 1)) + "…";
    }

    private Headings() {}
}
