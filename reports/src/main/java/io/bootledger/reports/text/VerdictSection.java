package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.Wording;
import java.util.Set;
import java.util.stream.Collectors;

/** How it ended, and where it hangs. */
final class VerdictSection {
    private static final int SHOWN = 3;

    static void write(BootAnalysis boot, Page page) {
        EndingSentence verdict = EndingSentence.of(boot);
        page.hanging("=> ", verdict.sentence() + counts(boot), verdict.ink());
        Set<Long> lines =
                EndingSentence.neverReturned(boot).stream().map(Failure::line).collect(Collectors.toSet());
        boot.timeline().initcalls().stream()
                .filter(call -> call.outcome() == Outcome.UNFINISHED && lines.contains(call.line()))
                .limit(SHOWN)
                .forEach(call -> page.paragraph("   ", called(call), Ink.BAD));
    }

    private static String counts(BootAnalysis boot) {
        int initcalls = boot.timeline().initcalls().size();
        long failures = EndingSentence.realFailures(boot);
        return (initcalls == 0 ? "; no initcall on record" : "; " + Wording.counted(initcalls, "initcall", "initcalls"))
                + (failures == 0 ? "" : ", " + Wording.counted(failures, "failure", "failures"));
    }

    private static String called(Initcall call) {
        Long start = call.startUs();
        String when = start == null ? "" : " at " + DurationText.exactSeconds(start) + " s";
        return Wording.name(call) + " was called" + when + " (line " + call.line() + ") and did not return in this log";
    }

    private VerdictSection() {}
}
