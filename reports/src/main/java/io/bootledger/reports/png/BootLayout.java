package io.bootledger.reports.png;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.JudgedOutcomes;
import io.bootledger.analyzer.path.PathEntry;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.reports.BootSpan;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.Palette;
import io.bootledger.reports.png.draw.Colours;
import io.bootledger.reports.png.draw.Drawing;
import io.bootledger.reports.png.draw.Flags;
import io.bootledger.reports.png.draw.MomentLine;
import io.bootledger.reports.png.draw.Scale;
import io.bootledger.reports.png.draw.Sheet;
import io.bootledger.reports.png.draw.Span;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays a boot out in lanes: who ran from power-on to login on a scale of its own, phases, levels, the boot's own thread, and what ran beside it. */
final class BootLayout {
    static final int WIDTH = 1430;
    private static final int ROWS = 6;

    static Drawing of(BootAnalysis boot) {
        BootSpan span = BootSpan.of(boot);
        return span == null ? withoutStamps(boot) : stamped(boot, span, Window.of(boot, span));
    }

    private static Drawing stamped(BootAnalysis boot, BootSpan span, Window window) {
        Sheet sheet = new Sheet(new Scale(window.fromUs(), window.toUs(), WIDTH));
        Colours colours = Colours.of(boot);
        StageLane.write(boot.axis().ledger(), true, sheet);
        int top = sheet.y();
        PhaseLane.write(boot.phases(), sheet);
        if (colours.byLevel()) {
            LevelLane.write(boot.levels(), sheet);
        }
        List<Initcall> builtIn = calls(boot, false);
        if (!builtIn.isEmpty()) {
            MainLane.write("initcalls", Span.stamped(builtIn, colours, span.toUs()), sheet);
        }
        PathLane.write(boot, colours, sheet);
        PackedLanes.write("modules", Span.stamped(calls(boot, true), colours, window.toUs()), ROWS, sheet);
        PackedLanes.write("async calls", asyncCalls(boot, window.toUs()), ROWS, sheet);
        PackedLanes.write("probes", probes(boot), ROWS, sheet);
        marks(boot.milestones(), top == Sheet.PADDING / 2 ? 0 : top, sheet);
        legend(boot, colours, sheet);
        legendOfPath(boot, sheet);
        if (boot.accounting().doubts().within(window.fromUs(), window.toUs()) > 0) {
            sheet.note(DoubtNote.of(boot.accounting().doubts()));
        }
        if (window.cut()) {
            sheet.note("the log goes on after " + DurationText.rounded(window.toUs()) + "; the picture does not");
        }
        return sheet.drawing(Headings.title(boot), Headings.subtitle(boot), "seconds on the kernel's clock");
    }

    private static Drawing withoutStamps(BootAnalysis boot) {
        Colours colours = Colours.of(boot);
        List<Span> spans = Span.backToBack(boot.timeline().initcalls(), colours);
        long end = spans.isEmpty() ? 1 : Math.max(1, spans.get(spans.size() - 1).endUs());
        Sheet sheet = new Sheet(new Scale(0, end, WIDTH));
        StageLane.write(boot.axis().ledger(), false, sheet);
        MainLane.write("initcalls", spans, sheet);
        legend(boot, colours, sheet);
        sheet.note(
                spans.isEmpty()
                        ? "the log holds neither time stamps nor durations of initcalls: there is nothing to draw"
                        : "the log has no time stamps: initcalls stand back to back, in call order");
        return sheet.drawing(Headings.title(boot), Headings.subtitle(boot), "seconds of initcalls");
    }

    private static void marks(Milestones milestones, int top, Sheet sheet) {
        Flags flags = new Flags(WIDTH, ROWS);
        Long freed = milestones.initMemoryFreedUs();
        Long init = milestones.initStartedUs();
        Long last = milestones.lastUs();
        if (init != null) {
            String program = milestones.init() == null ? "init" : milestones.init();
            mark(
                    init,
                    top,
                    Palette.of(Outcome.OK),
                    program + " runs at " + DurationText.exactSeconds(init) + " s",
                    flags,
                    sheet);
        }
        if (freed != null) {
            String kib =
                    milestones.initMemoryFreedKib() == null ? "" : " (" + milestones.initMemoryFreedKib() + " KiB)";
            mark(
                    freed,
                    top,
                    Palette.UNKNOWN,
                    "init memory freed" + kib + " at " + DurationText.exactSeconds(freed) + " s",
                    flags,
                    sheet);
        }
        if (milestones.panic() != null && init == null && last != null) {
            mark(last, top, Palette.of(Outcome.FAILED), "kernel panic", flags, sheet);
        }
        sheet.flags(flags.below(sheet.y() - 4));
        sheet.skip(flags.height());
    }

    private static void mark(long us, int top, int rgb, String text, Flags flags, Sheet sheet) {
        if (sheet.scale().shows(us, us)) {
            sheet.mark(new MomentLine(sheet.scale().x(us), top, rgb, text));
            flags.place(sheet.scale().x(us), text);
        }
    }

    private static void legend(BootAnalysis boot, Colours colours, Sheet sheet) {
        boot.timeline().initcalls().stream()
                .filter(call -> call.module() == null || !colours.byLevel())
                .sorted(Comparator.comparingInt(call -> rank(call, colours.outcomes())))
                .forEach(call -> sheet.key(
                        colours.meaning(call),
                        colours.of(call),
                        colours.outcomes().isAlarm(call)));
    }

    private static void legendOfPath(BootAnalysis boot, Sheet sheet) {
        if (boot.accounting().criticalPath().stream().anyMatch(entry -> entry.kind() == PathEntry.Kind.WAIT)) {
            sheet.key("waited for", Palette.WAITED, false);
        }
    }

    private static int rank(Initcall call, JudgedOutcomes outcomes) {
        InitcallLevel level = call.level();
        return outcomes.isAlarm(call)
                ? 1000
                : 100 * (level == null ? 9 : 0)
                        + (level == null ? outcomes.of(call).ordinal() : level.ordinal());
    }

    private static List<Initcall> calls(BootAnalysis boot, boolean ofModules) {
        return boot.timeline().initcalls().stream()
                .filter(call -> (call.module() != null) == ofModules)
                .toList();
    }

    private static List<Span> asyncCalls(BootAnalysis boot, long endUs) {
        List<Span> spans = new ArrayList<>();
        for (AsyncCall call : boot.timeline().asyncCalls()) {
            Long start = call.startUs();
            Long end = call.endUs();
            if (start != null) {
                Outcome outcome = end == null ? Outcome.UNKNOWN : Outcome.OK;
                spans.add(new Span(
                        start, end == null ? Math.max(start, endUs) : end, call.function(), 0x1C8FBF, outcome));
            }
        }
        return spans;
    }

    private static List<Span> probes(BootAnalysis boot) {
        List<Span> spans = new ArrayList<>();
        for (Probe probe : boot.timeline().probes()) {
            Long start = probe.startUs();
            Long end = probe.endUs();
            if (start != null && end != null) {
                spans.add(new Span(start, end, probe.device(), Palette.of(probe.outcome()), probe.outcome()));
            }
        }
        return spans;
    }

    private BootLayout() {}
}
