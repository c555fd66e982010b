package io.bootledger.reports.png;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.BootSpan;
import io.bootledger.reports.Durations;
import io.bootledger.reports.Printable;

/** What stands above a picture. */
final class Headings {
    private static final int MOST = 150;

    /** The kernel, and how long it took. */
    static String title(BootAnalysis boot) {
        String kernel = boot.kernel().release() == null
                ? "Linux, release unknown"
                : "Linux " + boot.kernel().release();
        return shortened(kernel + ": " + total(boot));
    }

    /** The machine, and the log. */
    static String subtitle(BootAnalysis boot) {
        String machine = boot.kernel().machine();
        return shortened(machine == null ? boot.source() : machine + " · " + boot.source());
    }

    private static String total(BootAnalysis boot) {
        BootSpan span = BootSpan.of(boot);
        String panic = boot.milestones().panic();
        if (span == null) {
            return boot.timeline().initcalls().size() + " initcalls, no time stamps";
        }
        String total = Durations.rounded(span.totalUs());
        return span.reachedInit()
                ? total + " until init"
                : total + (panic == null ? ", init not reached" : ", kernel panic: " + panic);
    }

    private static String shortened(String text) {
        String safe = Printable.of(text);
        return safe.codePointCount(0, safe.length()) <= MOST
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, MOST - 1)) + "…";
    }

    private Headings() {}
}
