package io.bootledger.analyzer.probes;

import io.bootledger.analyzer.timeline.DurationEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The initcalls, to be asked which of them a probe ended in; asked in the order of lines. */
final class OpenInitcalls {
    /** pid 1 waits here for probes on other threads ({@code drivers/base/dd.c}, {@code deferred_probe_initcall}). */
    static final String WAITS_FOR_WORKERS = "deferred_probe_initcall";

    private final List<Initcall> initcalls;
    private final Integer[] byLine;
    private final Deque<Integer> open = new ArrayDeque<>();
    private int next;
    private boolean bootThreadInCall;

    OpenInitcalls(List<Initcall> initcalls) {
        this.initcalls = initcalls;
        this.byLine = new Integer[initcalls.size()];
        Arrays.setAll(byLine, i -> i);
        Arrays.sort(
                byLine, Comparator.comparingLong((Integer i) -> initcalls.get(i).line()));
    }

    /** The place of the initcall that the probe ran in, or -1. */
    int openFor(Probe probe) {
        while (next < byLine.length && initcalls.get(byLine[next]).line() < probe.line()) {
            open.push(byLine[next++]);
        }
        open.removeIf(i -> {
            Long end = initcalls.get(i).endLine();
            return end != null && end < probe.line();
        });
        bootThreadInCall = open.stream().anyMatch(i -> initcalls.get(i).onBootThread());
        return open.stream()
                .filter(i -> holds(initcalls.get(i), probe))
                .findFirst()
                .orElse(-1);
    }

    /** Whether the boot thread was in an initcall at the probe that was last asked about. */
    boolean bootThreadInCall() {
        return bootThreadInCall;
    }

    private static boolean holds(Initcall initcall, Probe probe) {
        boolean sameTask = probe.pid() == null || probe.pid().equals(initcall.pid());
        boolean boots = initcall.pid() == null || initcall.pid() <= 1;
        if (!sameTask) {
            return initcall.function().equals(WAITS_FOR_WORKERS);
        }
        return (probe.pid() != null || boots || initcall.module() != null) && fits(initcall, probe);
    }

    /** A probe that took longer than the call has run so far began before it, and so on another thread. */
    private static boolean fits(Initcall initcall, Probe probe) {
        if (initcall.startUs() == null || probe.endUs() == null || probe.durationUs() == null) {
            return true;
        }
        long ran = Math.max(0, probe.endUs() - initcall.startUs());
        return probe.durationUs() <= ran + slackUs(initcall);
    }

    /** How far the end of a probe minus its duration may be off its beginning. */
    static long slackUs(Initcall initcall) {
        boolean late = initcall.durationEvidence() == DurationEvidence.REPORTED || initcall.module() != null;
        return late ? CONSOLE_US : TICK_US;
    }

    /** Before the clock source switch a duration is rounded to ticks; the longest are 10 ms. */
    private static final long TICK_US = 10_000;

    /** After it, the line may wait for the console lock before it gets its stamp. */
    private static final long CONSOLE_US = 1_000;
}
