package io.bootledger.analyzer.reading;

import io.bootledger.analyzer.reading.Diagnostic.Severity;
import io.bootledger.analyzer.reading.LogEvidence.Finding;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.analyzer.timeline.TimelineProjection;
import io.bootledger.traces.event.BootRecorded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what to know about a boot's log before believing its numbers; what to do for a better one is advice. */
public final class Diagnostics {
    private final LogEvidence evidence;
    private final Kernel kernel;
    private final Timeline timeline;
    private final List<Diagnostic> found = new ArrayList<>();

    private Diagnostics(LogEvidence evidence, Kernel kernel, Timeline timeline) {
        this.evidence = evidence;
        this.kernel = kernel;
        this.timeline = timeline;
    }

    /**
     * The diagnostics of one boot, in the order of their lines, those about the whole boot first.
     *
     * @param number of the boot in its log, from 1
     */
    public static List<Diagnostic> of(int number, LogEvidence evidence, Kernel kernel, Timeline timeline) {
        Diagnostics diagnostics = new Diagnostics(evidence, kernel, timeline);
        diagnostics.judgeWhole(number);
        diagnostics.judgeClock();
        diagnostics.judgeLosses();
        diagnostics.judgeCalls();
        return diagnostics.found.stream()
                .sorted(Comparator.comparing(Diagnostic::line, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private void judgeWhole(int number) {
        if (number > 1 && evidence.recorded() != null) {
            say(
                    Severity.INFO,
                    "several-boots",
                    null,
                    "boot %d of this log, from line %d on",
                    number,
                    evidence.recorded().firstLine());
        }
        judge(
                LogLack.INITCALL_LINES_HIDDEN,
                null,
                "initcall_debug is on, but its lines are not in this log: they are debug messages, which a console shows"
                        + " only with ignore_loglevel and without quiet; dmesg and /dev/kmsg hold them");
        judge(
                LogLack.NO_INITCALL_LINES,
                null,
                "initcalls are not recorded: the log has no line that initcall_debug prints");
        judge(LogLack.HEAD_LOST, null, "the beginning of the boot is missing");
        judge(
                LogLack.KERNEL_UNKNOWN,
                null,
                "the log does not name the kernel: up to 5.17 a reported usec is 1.024 µs, so reported durations may be"
                        + " 2.4 % longer than shown");
    }

    private void judge(LogLack lack, @Nullable Long line, String text, Object... values) {
        if (lack.isIn(evidence, kernel)) {
            say(lack.severity(), lack.code(), line, text, values);
        }
    }

    private void judgeClock() {
        StampSummary stamps = evidence.stamps();
        judge(LogLack.NO_TIME_STAMPS, null, "the log has no time stamps, so there are no phases and no gaps");
        judge(LogLack.COARSE_TIME_STAMPS, null, "the time stamps are whole seconds of a wall clock");
        if (stamps.unordered()) {
            say(
                    Severity.WARNING,
                    "excerpt-without-order",
                    stamps.firstStepBackLine(),
                    "the lines stand in no order of time: an excerpt, over which nothing is added up; analyze the log as it was"
                            + " printed");
        }
        if (stamps.stepsBack() > 0) {
            say(
                    Severity.INFO,
                    "clock-steps-back",
                    stamps.firstStepBackLine(),
                    "time stamps step back (times: %d), by up to %d µs: no span across such a step is measured by them",
                    stamps.stepsBack(),
                    stamps.largestStepBackUs());
        }
    }

    private boolean isAtTheEnd(Finding truncation) {
        BootRecorded recorded = evidence.recorded();
        return recorded != null
                && truncation.line() == recorded.lastLine()
                && recorded.firstLine() < recorded.lastLine();
    }

    private void judgeLosses() {
        judge(LogLack.MESSAGES_LOST, evidence.messagesLostLine(), "%d messages are missing", evidence.messagesLost());
        for (Finding truncation : evidence.truncations()) {
            String code = isAtTheEnd(truncation) ? Diagnostic.CUT : "log-truncated";
            say(Severity.WARNING, code, lineOf(truncation), "%s", truncation.text());
        }
        judgeUnread();
        for (Finding line : evidence.impossible()) {
            say(
                    Severity.INFO,
                    "impossible-initcall",
                    lineOf(line),
                    "%s is built in and init runs already: user space wrote this line, and it is not counted",
                    line.text());
        }
    }

    private void judgeUnread() {
        for (Unread kind : evidence.unread()) {
            String others = kind.count() == 1 ? "" : ", the first of " + kind.count() + " lines like it";
            say(Severity.INFO, "not-understood", kind.line(), "%s: %s%s", kind.why(), kind.text(), others);
        }
        long more = evidence.unreadOfOtherKinds();
        if (more > 0) {
            say(Severity.INFO, "not-understood", null, "%d more lines look like ours and were not understood", more);
        }
    }

    private void judgeCalls() {
        for (Initcall call : timeline.initcalls()) {
            if (call.outcome() == Outcome.UNFINISHED && found.size() < 5 * EvidenceProjection.SHOWN) {
                say(
                        Severity.WARNING,
                        "unfinished",
                        call.line(),
                        "%s was called and, as far as the log goes, never returned",
                        call.symbol().printed());
            }
        }
        long orphans = timeline.initcalls().stream()
                .filter(call -> call.endLine() != null && call.endLine() == call.line())
                .count();
        if (orphans > 0) {
            say(
                    Severity.INFO,
                    "calls-lost",
                    null,
                    "initcalls that return without having been called in this log: %d",
                    orphans);
        }
        if (evidence.callingLines() > TimelineProjection.MOST) {
            say(
                    Severity.WARNING,
                    "too-many-initcalls",
                    null,
                    "the boot has %d initcalls, more than any kernel: only the first %d are kept",
                    evidence.callingLines(),
                    TimelineProjection.MOST);
        }
    }

    private static @Nullable Long lineOf(Finding finding) {
        return finding.line() == 0 ? null : Long.valueOf(finding.line());
    }

    private void say(Severity severity, String code, @Nullable Long line, String text, Object... values) {
        found.add(new Diagnostic(
                severity, code, line, values.length == 0 ? text : String.format(Locale.ROOT, text, values)));
    }
}
