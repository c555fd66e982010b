package io.bootledger.reports.text.many;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.replay.BootState;
import io.bootledger.analyzer.replay.RunningCall;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.SlowestSection;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import io.bootledger.traces.event.Origin;
import org.jspecify.annotations.Nullable;

/** What a boot was doing at a moment, on one screen. */
public final class StateReport {
    private final BootAnalysis boot;
    private final BootState state;
    private final @Nullable Origin last;
    private final Page page;

    private StateReport(BootAnalysis boot, BootState state, @Nullable Origin last, Page page) {
        this.boot = boot;
        this.last = last;
        this.state = state;
        this.page = page;
    }

    /**
     * The report, lines ended by {@code \n}.
     *
     * @param soFar the analysis of the events up to that moment
     * @param state what it was doing then
     * @param last where the last of them was read; null when there are none
     */
    public static String of(BootAnalysis soFar, BootState state, @Nullable Origin last, TextLayout layout) {
        Page page = new Page(layout);
        StateReport report = new StateReport(soFar, state, last, page);
        report.head();
        report.facts();
        report.running();
        SlowestSection.write(soFar, page);
        return page.toString();
    }

    private void head() {
        String release = boot.kernel().release();
        String kernel = release == null ? "Linux, release unknown" : "Linux " + release;
        page.line(
                state.atUs() == null ? kernel : kernel + " at " + DurationText.exactSeconds(state.atUs()) + " s",
                Ink.TITLE);
        page.line("=> " + sentence(), Ink.PLAIN);
        page.line("", Ink.PLAIN);
    }

    private String sentence() {
        if (!state.running().isEmpty()) {
            RunningCall call = state.running().get(0);
            String name = Wording.name(call.function(), call.module());
            return call.forUs() == null
                    ? name + " is running"
                    : name + " has been running for " + DurationText.rounded(call.forUs());
        }
        if (last == null) {
            return "nothing is on record yet";
        }
        return state.called() == 0 ? "no initcall has been called yet" : "no initcall is running";
    }

    private void facts() {
        TextTable table = new TextTable().left("").elastic("");
        fact(table, "log", last == null ? boot.source() : boot.source() + ", up to line " + last.line());
        fact(
                table,
                "line",
                last == null || last.text() == null ? null : last.text().toString());
        fact(table, "phase", phase());
        fact(table, "level", state.level() == null ? null : state.level().toString());
        fact(table, "so far", counts());
        fact(table, "latest", latest());
        page.table(table);
    }

    private static void fact(TextTable table, String name, @Nullable String value) {
        if (value != null) {
            table.row(Cell.of(name, Ink.FAINT), Cell.of(value));
        }
    }

    private @Nullable String phase() {
        Phase phase = state.phase();
        if (phase == null) {
            return null;
        }
        String since = phase.startUs() == null || state.atUs() == null
                ? ""
                : ", for " + DurationText.rounded(state.atUs() - phase.startUs());
        Long first = boot.milestones().firstUs();
        return phase.kind().title()
                + since
                + (first == null || state.atUs() == null
                        ? ""
                        : "; " + DurationText.rounded(state.atUs() - first) + " since the first record");
    }

    private String counts() {
        return Wording.counted(state.returned(), "initcall", "initcalls") + " returned, " + state.failed() + " failed; "
                + Wording.counted(state.probes(), "probe", "probes") + ", "
                + Wording.counted(state.pending(), "device", "devices") + " put off and pending";
    }

    private @Nullable String latest() {
        Initcall call = state.latest();
        if (call == null) {
            return null;
        }
        String value = call.returnValue() == null
                ? ""
                : " "
                        + Wording.returned(call.returnValue(), call.errno(), call.outcome())
                                .text();
        String took = call.durationUs() == null ? "" : " after " + DurationText.rounded(call.durationUs());
        String when = call.endUs() == null || state.atUs() == null || state.atUs() < call.endUs()
                ? ""
                : ", " + DurationText.rounded(state.atUs() - call.endUs()) + " before";
        return Wording.name(call) + " returned" + value + took + when;
    }

    private void running() {
        if (state.running().isEmpty()) {
            return;
        }
        page.title("Running");
        TextTable table = new TextTable()
                .right("for ms")
                .right("since s")
                .right("pid")
                .left("level")
                .elastic("function")
                .left("")
                .right("line");
        state.running().forEach(call -> running(call, table));
        page.table(table);
    }

    private static void running(RunningCall call, TextTable table) {
        table.row(
                Wording.millis(call.forUs()),
                Cell.of(call.startUs() == null ? "" : DurationText.exactSeconds(call.startUs())),
                Cell.of(call.pid() == null ? "" : call.pid().toString()),
                Cell.of(call.level() == null ? "" : call.level().toString()),
                Cell.of(Wording.name(call.function(), call.module())),
                Cell.of(call.kind().toString(), Ink.FAINT),
                Cell.of(Long.toString(call.line())));
    }
}
