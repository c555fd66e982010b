package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.reports.Durations;
import java.util.List;

/** How it ended, and where it hangs. */
final class VerdictSection {
    private static final int SHOWN = 3;

    static void write(BootAnalysis boot, Page page) {
        List<Initcall> hung = Verdict.neverReturned(boot);
        Verdict verdict = Verdict.of(boot);
        page.line("", Ink.PLAIN);
        page.line("=> " + verdict.sentence() + counts(boot), verdict.ink());
        hung.subList(Math.max(0, hung.size() - SHOWN), hung.size())
                .forEach(call -> page.paragraph("   ", called(call), Ink.BAD));
    }

    private static String counts(BootAnalysis boot) {
        int initcalls = boot.timeline().initcalls().size();
        long failures = Verdict.realFailures(boot);
        return (initcalls == 0 ? "; no initcall on record" : "; " + Words.counted(initcalls, "initcall", "initcalls"))
                + (failures == 0 ? "" : ", " + Words.counted(failures, "failure", "failures"));
    }

    private static String called(Initcall call) {
        Long start = call.startUs();
        String when = start == null ? "" : " at " + Durations.exactSeconds(start) + " s";
        return Words.name(call) + " was called" + when + " (line " + call.line() + ") and did not return in this log";
    }

    private VerdictSection() {}
}
