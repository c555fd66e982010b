package io.bootledger.reports;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.accounting.Accounting;
import io.bootledger.analyzer.advice.Advice;
import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.functiongraph.FunctionGraph;
import io.bootledger.analyzer.ledger.LedgerMark;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.observer.Printed;
import io.bootledger.analyzer.phases.Handover;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.reading.Kernel;
import io.bootledger.analyzer.reading.Reading;
import io.bootledger.analyzer.schedule.Schedule;
import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.analyzer.timeline.Blacklisted;
import io.bootledger.analyzer.timeline.ClockReason;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.analyzer.waits.Background;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Analyses to render: made by hand, small enough to check by eye. */
public final class Boots {
    /** The same boot with its books closed where init runs, and advice. */
    public static BootAnalysis accounted() {
        BootAnalysis boot = whole();
        List<LedgerMark> marks = List.of(
                new LedgerMark(LedgerMark.Kind.FIRST_RECORD, null, 1, 0),
                new LedgerMark(LedgerMark.Kind.INIT_STARTED, null, 990, 3_400_000),
                new LedgerMark(LedgerMark.Kind.LAST_RECORD, null, 1_000, 5_000_000));
        return new BootAnalysis(
                boot.source(),
                boot.kernel(),
                boot.reading(),
                boot.milestones(),
                boot.phases(),
                boot.levels(),
                boot.timeline(),
                new Accounting(
                        boot.timeline(),
                        boot.milestones(),
                        marks,
                        new Printed(250, 20_000),
                        boot.kernel(),
                        Map.of(),
                        Background.NOTHING,
                        Schedule.NONE,
                        FunctionGraph.NONE,
                        null,
                        null,
                        ClockDoubts.NONE),
                boot.failures(),
                boot.diagnostics(),
                boot.axis(),
                List.of(
                        advice("slow-initcall", "serial8250_init took 600 ms.", 600_000L),
                        advice("slow-initcall", "acpi_init took 524 ms.", 524_123L),
                        advice("head-lost", "The log lost its head.", null)));
    }

    private static Advice advice(String code, String title, @Nullable Long gainUs) {
        return new Advice(Advice.Kind.BOOT, code, title, "It says so itself.", "do something", gainUs, List.of(7L));
    }

    /** A boot that went well, but for a missing device, a failed driver and a deferred probe. */
    public static BootAnalysis whole() {
        return whole("whole.log");
    }

    public static BootAnalysis whole(String source) {
        return new BootAnalysis(
                source,
                new Kernel(
                        "6.1.0-50-cloud-amd64", "QEMU Standard PC (Q35 + ICH9, 2009)", "console=ttyS0 initcall_debug"),
                new Reading("dmesg", 1, 1000, 900, 98, 2, false, false, true),
                new Milestones(
                        0L,
                        400_000L,
                        3_000_000L,
                        3_300_000L,
                        2_744L,
                        3_350_000L,
                        3_400_000L,
                        "/init",
                        new Handover(Handover.Milestone.INIT_STARTED, 990, 3_400_000L),
                        null,
                        5_000_000L),
                List.of(
                        new Phase(Phase.Kind.BEFORE_INITCALLS, 0L, 400_000L, null),
                        new Phase(Phase.Kind.INITCALLS, 400_000L, 3_000_000L, null),
                        new Phase(Phase.Kind.ASYNC_WAIT, 3_000_000L, 3_300_000L, null),
                        new Phase(Phase.Kind.FREE_INIT_MEMORY, 3_300_000L, 3_340_000L, null),
                        new Phase(Phase.Kind.WRITE_PROTECT, 3_340_000L, 3_350_000L, null),
                        new Phase(Phase.Kind.UNTIL_INIT, 3_350_000L, 3_400_000L, null),
                        new Phase(Phase.Kind.AFTER_INIT, 3_400_000L, 5_000_000L, null)),
                List.of(
                        new LevelSummary(InitcallLevel.EARLY, 1, 845, 400_000L, 400_845L),
                        new LevelSummary(InitcallLevel.SUBSYS, 1, 524_123, 500_000L, 1_024_123L),
                        new LevelSummary(InitcallLevel.DEVICE, 2, 1_500_010, 1_100_000L, 2_700_000L),
                        new LevelSummary(InitcallLevel.MODULE, 1, 12_345, 4_000_000L, 4_012_345L)),
                new Timeline(
                        List.of(
                                initcall(1, "trace_init_flags_sys_enter", null, InitcallLevel.EARLY, 400_000, 845L, 0),
                                initcall(2, "acpi_init", null, InitcallLevel.SUBSYS, 500_000, 524_123L, 0),
                                initcall(3, "serial8250_init", null, InitcallLevel.DEVICE, 1_100_000, 1_500_000L, 0),
                                initcall(4, "i8042_init", null, InitcallLevel.DEVICE, 2_650_000, 10L, -19),
                                initcall(5, "init_module", "raid6_pq", InitcallLevel.MODULE, 4_000_000, 12_345L, -22)),
                        List.of(new Blacklisted("loop_init", 2_800_000L, 700)),
                        List.of(
                                probe("serial8250", 1_200_000, 900_000, 0, Outcome.OK),
                                probe("0000:00:04.0", 2_900_000, 1_500, -517, Outcome.DEFERRED),
                                probe("0000:00:04.0", 2_950_000, 1_700, -517, Outcome.DEFERRED)),
                        List.of(new AsyncCall(3, "do_populate_rootfs", 9, 2_000_000L, 3_100_000L, 1_100_000L, 650))),
                List.of(
                        failure("init_module", "raid6_pq", -22, "EINVAL", Failure.Severity.REAL, Outcome.FAILED),
                        failure("i8042_init", null, -19, "ENODEV", Failure.Severity.ABSENT, Outcome.ABSENT)),
                List.of(new Diagnostic(
                        Diagnostic.Severity.WARNING, "stamps-stepped-back", 40L, "Time stamps step back by 0.4 s.")));
    }

    /** A boot that hangs in an initcall, without time stamps. */
    public static BootAnalysis hanging() {
        Initcall hung = new Initcall(
                1,
                symbol("pcifixup", null),
                null,
                LevelEvidence.UNKNOWN,
                1,
                null,
                null,
                null,
                ClockReason.NEITHER,
                null,
                null,
                null,
                Outcome.UNFINISHED,
                12,
                null,
                null);
        return new BootAnalysis(
                "hanging.log",
                new Kernel(null, null, null),
                new Reading("raw", 1, 12, 2, 10, 0, true, false, true),
                new Milestones(null, null, null, null, null, null, null, null, null, null, null),
                List.of(new Phase(Phase.Kind.INITCALLS, null, null, "no time stamps")),
                List.of(),
                new Timeline(List.of(hung), List.of(), List.of(), List.of()),
                List.of(failure("pcifixup", null, null, null, Failure.Severity.FATAL, Outcome.UNFINISHED)),
                List.of());
    }

    /** A log that holds nothing of ours. */
    public static BootAnalysis empty() {
        return named("empty.log", List.of());
    }

    /** A boot with these initcalls and nothing else. */
    public static BootAnalysis named(String source, List<Initcall> initcalls) {
        return new BootAnalysis(
                source,
                new Kernel(null, null, null),
                new Reading("raw", 1, 3, 0, 3, 0, true, false, null),
                new Milestones(null, null, null, null, null, null, null, null, null, null, null),
                List.of(),
                List.of(),
                new Timeline(initcalls, List.of(), List.of(), List.of()),
                List.of(),
                List.of());
    }

    public static Initcall initcall(
            int ordinal,
            String function,
            @Nullable String module,
            @Nullable InitcallLevel level,
            long startUs,
            @Nullable Long durationUs,
            int returnValue) {
        return new Initcall(
                ordinal,
                symbol(function, module),
                level,
                level == null ? LevelEvidence.UNKNOWN : LevelEvidence.PRINTED,
                module == null ? 1 : 57,
                startUs,
                durationUs == null ? null : startUs + durationUs,
                durationUs,
                durationUs == null ? ClockReason.NEITHER : ClockReason.WITHOUT_PRINTING,
                durationUs,
                returnValue,
                returnValue == -19 ? "ENODEV" : returnValue == -22 ? "EINVAL" : null,
                returnValue == 0 ? Outcome.OK : returnValue == -19 ? Outcome.ABSENT : Outcome.FAILED,
                100 + ordinal,
                200L + ordinal,
                null);
    }

    private static Probe probe(String device, long startUs, long durationUs, int returnValue, Outcome outcome) {
        String errno = returnValue == -517 ? "EPROBE_DEFER" : null;
        return new Probe(
                device,
                null,
                null,
                startUs,
                startUs + durationUs,
                durationUs,
                returnValue,
                errno,
                outcome,
                startUs / 1000);
    }

    private static Failure failure(
            String name,
            @Nullable String module,
            @Nullable Integer returnValue,
            @Nullable String errno,
            Failure.Severity severity,
            Outcome outcome) {
        return new Failure(
                Failure.Kind.INITCALL,
                name,
                module,
                returnValue,
                errno,
                outcome,
                severity,
                "It says so itself.",
                12,
                List.of(new Failure.Nearby(11, "raid6: no\u001b[31m luck")));
    }

    private static InitcallSymbol symbol(String function, @Nullable String module) {
        return new InitcallSymbol(function + "+0x0/0x100", function, module, null, null);
    }

    private Boots() {}
}
