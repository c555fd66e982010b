package io.bootledger.reports.html;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.advice.Advice;
import io.bootledger.analyzer.excerpt.LogExcerpt;
import io.bootledger.analyzer.excerpt.LogExcerpt.Line;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.phases.Handover;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.reading.Kernel;
import io.bootledger.analyzer.reading.Reading;
import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.analyzer.timeline.Blacklisted;
import io.bootledger.analyzer.timeline.ClockReason;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.LogText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A made-up boot of any size, from a seed, with a log that fits it. */
final class SampleBoot {
    private static final Outcome[] OUTCOMES = {
        Outcome.OK,
        Outcome.OK,
        Outcome.OK,
        Outcome.OK,
        Outcome.OK,
        Outcome.OK,
        Outcome.ABSENT,
        Outcome.DEFERRED,
        Outcome.FAILED
    };
    private static final int[] RETURNS = {0, 0, 0, 0, 0, 0, -19, -517, -12};
    private static final String[] ERRNOS = {null, null, null, null, null, null, "ENODEV", "EPROBE_DEFER", "ENOMEM"};

    private final Random random;
    private final List<Initcall> initcalls = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private long us = 130_000;

    private SampleBoot(long seed) {
        this.random = new Random(seed);
    }

    static BootAnalysis analysis(int initcalls) {
        BootAnalysis boot = new SampleBoot(1).boot(initcalls);
        return advised(boot, advice(boot.timeline().initcalls()));
    }

    static LogExcerpt excerpt(int initcalls) {
        SampleBoot sample = new SampleBoot(1);
        sample.boot(initcalls);
        return new LogExcerpt(sample.lines, 0);
    }

    /** A boot whose every text is the given one. */
    static BootAnalysis saying(String text) {
        InitcallSymbol symbol = new InitcallSymbol(text, text, text, null, null);
        Initcall call = new Initcall(
                1,
                symbol,
                null,
                LevelEvidence.UNKNOWN,
                1,
                1L,
                9L,
                8L,
                ClockReason.WITHOUT_PRINTING,
                8L,
                -1,
                text,
                Outcome.FAILED,
                1,
                2L,
                text);
        BootAnalysis boot = new BootAnalysis(
                text,
                new Kernel(text, text, text),
                new Reading(text, 1, 2, 2, 0, 0, false, false, true),
                new Milestones(
                        1L,
                        1L,
                        9L,
                        9L,
                        null,
                        null,
                        9L,
                        text,
                        new Handover(Handover.Milestone.INIT_STARTED, 9, 9L),
                        text,
                        9L),
                List.of(new Phase(Phase.Kind.INITCALLS, 1L, 9L, text)),
                List.of(),
                new Timeline(
                        List.of(call),
                        List.of(new Blacklisted(text, 1L, 1)),
                        List.of(new Probe(text, text, 1, 1L, 2L, 1L, 0, text, Outcome.OK, 1)),
                        List.of(new AsyncCall(1, text, 1, 1L, 2L, 1L, 1))),
                List.of(new Failure(
                        Failure.Kind.INITCALL,
                        text,
                        text,
                        -1,
                        text,
                        Outcome.FAILED,
                        Failure.Severity.REAL,
                        text,
                        1,
                        List.of(new Failure.Nearby(1, text)))),
                List.of(new Diagnostic(Diagnostic.Severity.WARNING, text, 1L, text)));
        return advised(boot, List.of(new Advice(Advice.Kind.LOG, text, text, text, text, null, List.of(1L))));
    }

    private static BootAnalysis advised(BootAnalysis boot, List<Advice> advice) {
        return new BootAnalysis(
                boot.source(),
                boot.kernel(),
                boot.reading(),
                boot.milestones(),
                boot.phases(),
                boot.levels(),
                boot.timeline(),
                boot.accounting(),
                boot.failures(),
                boot.diagnostics(),
                boot.axis(),
                advice);
    }

    private static List<Advice> advice(List<Initcall> initcalls) {
        return initcalls.stream()
                .limit(3)
                .map(call -> new Advice(
                        Advice.Kind.BOOT,
                        "slow-initcall",
                        call.function() + " is slow.",
                        "It took " + call.durationUs() + " us.",
                        "initcall_blacklist=" + call.function(),
                        call.durationUs(),
                        List.of(call.line(), call.endLine())))
                .toList();
    }

    private BootAnalysis boot(int count) {
        log("Linux version 6.1.0-sample (someone@somewhere) #1 SMP");
        for (int i = 0; i < count; i++) {
            call(i, count);
        }
        long last = us;
        us += 40_000;
        log("Freeing unused kernel image (initmem) memory: 2796K");
        us += 90_000;
        log("Run /sbin/init as init process");
        Milestones milestones = new Milestones(
                0L,
                130_000L,
                last,
                last + 40_000,
                2796L,
                null,
                us,
                "/sbin/init",
                new Handover(Handover.Milestone.INIT_STARTED, 9, us),
                null,
                us);
        return new BootAnalysis(
                "sample.dmesg",
                new Kernel("6.1.0-sample", "QEMU Standard PC", "initcall_debug ro"),
                new Reading("dmesg", 1, lines.size(), lines.size(), 0, 0, false, false, true),
                milestones,
                phases(milestones),
                levels(),
                new Timeline(initcalls, List.of(), probes, List.of()),
                failures(),
                List.of(new Diagnostic(Diagnostic.Severity.INFO, "sample", null, "This boot is made up.")));
    }

    private void call(int index, int count) {
        int kind = random.nextInt(OUTCOMES.length);
        String function = "sample_driver_" + index + "_init";
        long start = us;
        long line = log("calling  " + function + "+0x0/0x1a0 @ 1");
        if (random.nextInt(4) == 0) {
            probe(index);
        }
        us += 20 + (long) Math.pow(10, random.nextDouble() * 4.5);
        long end = us;
        String text = String.format(
                Locale.ROOT, "initcall %s+0x0/0x1a0 returned %d after %d usecs", function, RETURNS[kind], end - start);
        long endLine = log(text);
        InitcallLevel level = InitcallLevel.values()[1 + index * 10 / count];
        initcalls.add(new Initcall(
                index + 1,
                new InitcallSymbol(function + "+0x0/0x1a0", function, null, null, null),
                level,
                LevelEvidence.PRINTED,
                1,
                start,
                end,
                end - start,
                ClockReason.WITHOUT_PRINTING,
                end - start,
                RETURNS[kind],
                ERRNOS[kind],
                OUTCOMES[kind],
                line,
                endLine,
                null));
        us += random.nextInt(90);
    }

    private void probe(int index) {
        long start = us;
        us += 5 + random.nextInt(9_000);
        String device = "0000:00:" + Integer.toHexString(index % 300) + ".0";
        long line = log("probe of " + device + " returned 0 after " + (us - start) + " usecs");
        probes.add(new Probe(device, null, null, start, us, us - start, 0, null, Outcome.OK, line));
    }

    private long log(String message) {
        String text = String.format(Locale.ROOT, "[%5d.%06d] %s", us / 1_000_000, us % 1_000_000, message);
        lines.add(new Line(lines.size() + 1, BootTime.ofMicros(us), LogText.of(text), 0));
        return lines.size();
    }

    private static List<Phase> phases(Milestones at) {
        return List.of(
                new Phase(Phase.Kind.BEFORE_INITCALLS, at.firstUs(), at.firstInitcallUs(), null),
                new Phase(Phase.Kind.INITCALLS, at.firstInitcallUs(), at.lastInitcallUs(), null),
                new Phase(Phase.Kind.FREE_INIT_MEMORY, at.lastInitcallUs(), at.initMemoryFreedUs(), null),
                new Phase(Phase.Kind.UNTIL_INIT, at.initMemoryFreedUs(), at.initStartedUs(), null),
                new Phase(Phase.Kind.AFTER_INIT, at.initStartedUs(), at.lastUs(), null));
    }

    private List<LevelSummary> levels() {
        return initcalls.stream()
                .map(Initcall::level)
                .distinct()
                .map(this::summary)
                .toList();
    }

    private LevelSummary summary(InitcallLevel level) {
        List<Initcall> calls =
                initcalls.stream().filter(call -> call.level() == level).toList();
        return new LevelSummary(
                level,
                calls.size(),
                calls.stream().mapToLong(Initcall::durationUs).sum(),
                calls.get(0).startUs(),
                calls.get(calls.size() - 1).endUs());
    }

    private List<Failure> failures() {
        return initcalls.stream()
                .filter(call -> call.outcome() == Outcome.FAILED)
                .map(call -> new Failure(
                        Failure.Kind.INITCALL,
                        call.function(),
                        null,
                        call.returnValue(),
                        call.errno(),
                        call.outcome(),
                        Failure.Severity.REAL,
                        call.function() + " failed.",
                        call.line(),
                        List.of()))
                .toList();
    }
}
