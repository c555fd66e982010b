package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.phases.Handover.Milestone;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.replay.BootState;
import io.bootledger.analyzer.replay.RunningCall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.reports.BootSpan;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Wording;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a boot ended, in one sentence: a call that never returned hung or died, one that a log breaks off in was cut. */
public record EndingSentence(String sentence, Ink ink) {
    private static final int LONGEST = 90;

    public static EndingSentence of(BootAnalysis boot) {
        String panic = boot.milestones().panic();
        for (Failure hung : neverReturned(boot)) {
            String end = why(boot) + (panic == null ? "" : "; kernel panic: " + panic);
            return new EndingSentence(
                    Wording.name(hung.name(), hung.module()) + " never returned" + end + behind(cutLog(boot)), Ink.BAD);
        }
        if (panic != null) {
            return new EndingSentence("kernel panic: " + panic + why(boot), Ink.BAD);
        }
        return boot.accounting().functionGraph().isAll(boot.timeline())
                ? new EndingSentence("a function graph alone, of no boot's log", Ink.CAREFUL)
                : ended(boot, BootSpan.of(boot));
    }

    /** What the kernel calls a fault, behind a call that never returned, or in a boot that shows no init; null where it is nothing. */
    static @Nullable Failure fault(BootAnalysis boot) {
        if (boot.milestones().handover() != null || boot.milestones().init() != null || isOfItsOwn(boot)) {
            return null;
        }
        long from = neverReturned(boot).stream()
                .mapToLong(Failure::line)
                .findFirst()
                .orElse(0);
        return boot.failures().stream()
                .filter(failure -> failure.kind() == Failure.Kind.OOPS && failure.line() > from)
                .min(Comparator.comparingLong(Failure::line))
                .orElse(null);
    }

    /** A panic that no fault leads to: {@code kernel/panic.c} says what does ({@code oops_end()}, {@code die()}: "Fatal exception"). */
    private static boolean isOfItsOwn(BootAnalysis boot) {
        String panic = boot.milestones().panic();
        return panic != null && !panic.startsWith("Fatal exception") && !panic.startsWith("Attempted to kill");
    }

    private static String why(BootAnalysis boot) {
        Failure fault = fault(boot);
        return fault == null ? "" : "; " + shortened(fault.name());
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** That not the boot ended, but what there is of its log; null where nothing says so. */
    private static @Nullable String cutLog(BootAnalysis boot) {
        return boot.diagnostics().stream()
                .filter(diagnostic -> diagnostic.code().equals(Diagnostic.CUT))
                .map(Diagnostic::text)
                .findFirst()
                .orElse(null);
    }

    /** Where the boot hangs or died: initcalls that never returned, the worst first. */
    static List<Failure> neverReturned(BootAnalysis boot) {
        return boot.failures().stream()
                .filter(failure -> failure.severity() == Failure.Severity.FATAL)
                .filter(failure -> failure.outcome() == Outcome.UNFINISHED && failure.kind() == Failure.Kind.INITCALL)
                .toList();
    }

    /** Failures that are more than absent hardware. */
    static long realFailures(BootAnalysis boot) {
        return boot.failures().stream()
                .filter(failure -> failure.severity().compareTo(Failure.Severity.REAL) <= 0)
                .count();
    }

    private static String doubt(BootAnalysis boot, BootSpan span) {
        return boot.accounting().doubts().within(span.fromUs(), span.toUs()) > 0 ? ", by clocks in doubt" : "";
    }

    private static EndingSentence ended(BootAnalysis boot, @Nullable BootSpan span) {
        String init = boot.milestones().init();
        String program = init == null ? "init" : init;
        if (span != null && span.reachedInit()) {
            String after = " after " + DurationText.rounded(span.totalUs()) + doubt(boot, span);
            return new EndingSentence(
                    span.handover() == Milestone.INIT_STARTED
                            ? program + " runs" + after
                            : "hands over to " + program + after + " (init memory freed)",
                    Ink.GOOD);
        }
        if (init != null) {
            return new EndingSentence(program + " runs", Ink.GOOD);
        }
        return new EndingSentence(withoutInit(boot, span), fault(boot) == null ? Ink.CAREFUL : Ink.BAD);
    }

    private static String withoutInit(BootAnalysis boot, @Nullable BootSpan span) {
        if (boot.reading().unordered()) {
            return "an excerpt without order, and no sign of init";
        }
        RunningCall running = cutOff(boot);
        String cut = cutLog(boot);
        String ended = running == null
                ? (span == null ? "no time stamps, and " : "") + "no sign of init" + why(boot)
                : "cut while " + Wording.name(running.function(), running.module()) + " ran, before init";
        String known = span == null || span.totalUs() == 0
                ? ""
                : "; the boot is known for " + DurationText.rounded(span.totalUs());
        return ended + behind(cut) + known;
    }

    private static String behind(@Nullable String cut) {
        return cut == null ? "" : "; " + cut;
    }

    /** The initcall of the boot thread that runs where the log breaks off; null when none does. */
    static @Nullable RunningCall cutOff(BootAnalysis boot) {
        return BootState.of(boot).running().stream()
                .filter(call -> call.kind() == RunningCall.Kind.INITCALL)
                .findFirst()
                .orElse(null);
    }
}
