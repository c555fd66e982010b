package io.bootledger.reports.text.many;

import io.bootledger.analyzer.explain.Booking;
import io.bootledger.analyzer.explain.Explanation;
import io.bootledger.analyzer.schedule.ScheduledCall;
import io.bootledger.analyzer.timeline.DurationEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.waits.Bounds;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.ExplainedCall;
import io.bootledger.reports.text.FunctionSection;
import io.bootledger.reports.text.LevelSentence;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import java.util.Locale;
import java.util.Objects;

/** What stands behind an initcall's numbers. */
public final class ExplanationReport {
    private static final int MARK = 11;

    private final ExplainedCall explained;
    private final Explanation explanation;
    private final Initcall call;
    private final Page page;

    private ExplanationReport(ExplainedCall explained, Page page) {
        this.explained = explained;
        this.explanation = explained.explanation();
        this.call = explanation.call();
        this.page = page;
    }

    /** The report on one initcall, lines ended by {@code \n}. */
    public static String of(ExplainedCall explained, TextLayout layout) {
        Page page = new Page(layout);
        ExplanationReport report = new ExplanationReport(explained, page);
        page.line(report.heading(), Ink.TITLE);
        report.lines();
        report.facts();
        report.waits();
        report.inside();
        FunctionSection.write(report.explanation.functions(), page);
        return page.toString();
    }

    private String heading() {
        return Wording.name(call) + ", initcall " + call.ordinal() + " of " + explained.of() + " in "
                + explained.source();
    }

    private void lines() {
        for (RecordedEvent recorded : explanation.events()) {
            String number = Long.toString(recorded.origin().line());
            LogText text = recorded.origin().text();
            String mark = number + "  ";
            page.paragraph(mark, text == null ? "" : text.toString().strip(), Ink.PLAIN);
            page.paragraph(" ".repeat(mark.length()), event(recorded), Ink.FAINT);
        }
        page.line("", Ink.PLAIN);
    }

    private String event(RecordedEvent recorded) {
        return explained.typeName().apply(recorded.event()) + ", event " + recorded.sequence()
                + (recorded.time() == null
                        ? ""
                        : ", at " + seconds(recorded.time().micros()))
                + (recorded.caller() == null ? "" : ", by " + recorded.caller());
    }

    private void facts() {
        fact("duration", duration());
        fact("reported", reported());
        fact("stamps", stamps());
        fact("self time", self());
        if (explanation.doubt() != null) {
            fact("in doubt", explanation.doubt().words());
        }
        fact("level", LevelSentence.of(call, explanation.level()));
        fact("outcome", outcome());
        fact("account", account());
        fact("own", own());
    }

    private String own() {
        Bounds own = explanation.waits().own();
        if (own == null) {
            return "unknown";
        }
        ScheduledCall scheduled = explanation.waits().scheduled();
        String bounds = millis(own.lowUs()) + " to " + millis(own.highUs()) + " can be its own";
        return scheduled == null
                ? bounds
                : bounds + ": by the trace it ran " + millis(scheduled.ranUs()) + ", was runnable "
                        + millis(scheduled.runnableUs()) + " and slept " + millis(scheduled.asleepUs());
    }

    private void waits() {
        if (explanation.waits().waits().isEmpty()) {
            return;
        }
        page.title("Waits");
        TextTable table = new TextTable()
                .right("least ms")
                .right("most ms")
                .elastic("for")
                .elastic("ended by")
                .left("evidence")
                .left("rule")
                .right("line");
        explanation
                .waits()
                .waits()
                .forEach(wait -> table.row(
                        Wording.millis(wait.us().lowUs()),
                        Wording.millis(wait.us().highUs()),
                        Cell.of(wait.what().words()),
                        Cell.of(wait.by()),
                        Cell.of(wait.evidence().toString()),
                        Cell.of(wait.rule()),
                        Cell.of(Long.toString(wait.line()))));
        page.table(table);
        page.note("docs/causes.md tells the rules.");
    }

    private void fact(String name, String text) {
        page.paragraph(name + " ".repeat(MARK - name.length()), text, Ink.PLAIN);
    }

    private String duration() {
        String why = ": " + call.clockReason().words();
        return switch (call.durationEvidence()) {
            case REPORTED -> millis(call.knownDurationUs()) + ", as reported" + why;
            case TIMESTAMPS -> millis(call.knownDurationUs()) + ", by the time stamps" + why;
            case TRACE -> millis(call.knownDurationUs()) + ", by the trace" + why;
            case UNKNOWN -> "unknown" + why;
        };
    }

    private String reported() {
        ReportedDuration reported = explanation.reported();
        if (reported == null) {
            return "nothing";
        }
        boolean shifted = call.durationEvidence() == DurationEvidence.REPORTED
                && !Objects.equals(call.durationUs(), call.reportedUs());
        String unit = reported.unit() == ReportedDuration.Unit.MSECS ? "ns>>20" : "ns>>10";
        return reported.value() + " " + reported.unit()
                + (shifted ? ", which this kernel computes as " + unit + ": " + millis(call.knownDurationUs()) : "");
    }

    private String stamps() {
        Long us = explanation.stampedUs();
        if (us == null) {
            return call.startUs() == null
                    ? "no stamp of its call"
                    : "called at " + seconds(call.startUs()) + ", no stamp of its return";
        }
        return seconds(call.knownEndUs()) + " - " + seconds(call.knownStartUs()) + " = " + millis(us);
    }

    private String self() {
        Long selfUs = explanation.selfUs();
        if (selfUs == null) {
            return "unknown";
        }
        if (explanation.inside().isEmpty()) {
            return millis(selfUs) + ": no probe ran inside it";
        }
        long nested = explanation.inside().stream()
                .map(Probe::durationUs)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return millis(call.knownDurationUs()) + " - " + millis(nested) + " in "
                + Wording.counted(explanation.inside().size(), "probe", "probes") + " = "
                + millis(selfUs);
    }

    private String outcome() {
        String returned = call.outcome() == Outcome.UNFINISHED || call.returnValue() == null
                ? ""
                : ": returned " + call.returnValue() + (call.errno() == null ? "" : " " + call.errno());
        return call.outcome().toString()
                + returned
                + (explanation.meaning() == null ? "" : ", " + explanation.meaning())
                + (call.misbehaved() == null ? "" : "; " + call.misbehaved());
    }

    private String account() {
        Booking booking = explanation.booking();
        if (booking.account() == null) {
            return "none: " + booking.why();
        }
        String kind = booking.account().kind().toString().toLowerCase(Locale.ROOT);
        return kind + " " + booking.account().name() + ": "
                + millis(booking.account().us())
                + " by straightened time stamps"
                + (booking.sharers() > 1 ? ", shared by " + booking.sharers() + " initcalls" : "");
    }

    private void inside() {
        if (explanation.inside().isEmpty()) {
            return;
        }
        page.title("Probes inside");
        TextTable table = new TextTable()
                .right("ms")
                .elastic("device")
                .left("driver")
                .left("returned")
                .right("line");
        explanation
                .inside()
                .forEach(probe -> table.row(
                        Wording.millis(probe.durationUs()),
                        Cell.of(probe.device()),
                        Cell.of(probe.driver() == null ? "" : probe.driver()),
                        Wording.returned(probe.returnValue(), probe.errno(), probe.outcome()),
                        Cell.of(Long.toString(probe.line()))));
        page.table(table);
    }

    private static String millis(Long us) {
        return us == null ? "unknown" : DurationText.exactMillis(us) + " ms";
    }

    private static String seconds(long us) {
        return DurationText.exactSeconds(us) + " s";
    }
}
