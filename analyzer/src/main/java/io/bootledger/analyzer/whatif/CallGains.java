package io.bootledger.analyzer.whatif;

import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.analyzer.timeline.DurationEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.analyzer.waits.Background;
import io.bootledger.analyzer.waits.CallWaits;
import io.bootledger.analyzer.waits.Wait;
import io.bootledger.analyzer.waits.WaitedFor;
import io.bootledger.analyzer.waits.Waits;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an initcall gains when it is faster, a module, or gone. Its own time goes, and with it what printing its lines takes; what it
 * waited for others still need, so that this wait moves to the next of them. With several CPUs the boot thread works meanwhile.
 */
final class CallGains {
    /** Stamps are whole microseconds of two boots, storing lines takes some, and so does waking a worker for a try in vain. */
    static final long ROUNDING_US = 50;

    /** What printing a line takes at most, on a serial line of 115200 baud. */
    private static final long LINE_US = 20_000;

    /** As the least of a wait that the log alone shows ({@code InitramfsRule}): 57 of 7,018 ms were gained on one boot. */
    private static final int MOVED_PERCENT = 90;

    /** What nobody needs for the call's sake alone. */
    private static final Set<WaitedFor> MOVING = Set.of(WaitedFor.INITRAMFS, WaitedFor.ASYNC);

    private final Ledger ledger;
    private final Timeline timeline;
    private final Waits waits;
    private final ClockDoubts doubts;
    private final boolean oneCpu;
    private final boolean sharedCpu;
    private final Workers workers;
    private final List<Integer> order;

    CallGains(
            Ledger ledger, Timeline timeline, Waits waits, Workers workers, ClockDoubts doubts, Background background) {
        this.doubts = doubts;
        this.ledger = ledger;
        this.timeline = timeline;
        this.waits = waits;
        this.oneCpu = background.onOneCpu();
        this.sharedCpu = background.mayShareOneCpu();
        this.workers = workers;
        this.order = Stream.iterate(0, i -> i < timeline.initcalls().size(), i -> i + 1)
                .filter(this::counts)
                .sorted(Comparator.comparingLong(
                        i -> timeline.initcalls().get(i).line()))
                .toList();
    }

    private boolean counts(int index) {
        Initcall call = timeline.initcalls().get(index);
        return call.onBootThread()
                && call.outcome() != Outcome.BLACKLISTED
                && call.startUs() != null
                && call.endUs() != null
                && call.endUs() <= ledger.toUs()
                && waits.initcalls().get(index).own() != null;
    }

    /** What a change gains, in microseconds; a negative least is what it may cost. */
    record Gain(long lowUs, long highUs) {}

    /** The calls before init of which the log tells enough, in order, by their places. */
    List<Integer> calls() {
        return order;
    }

    /** The bounds for the n-th of them. */
    Gain of(int nth) {
        int index = order.get(nth);
        Initcall call = timeline.initcalls().get(index);
        long left = Math.max(0, ledger.toUs() - call.knownStartUs()) + printedBefore(nth, call) + doubts.coarseUs();
        long most = Math.min(most(nth, call, waits.initcalls().get(index)), Math.min(left, ledger.totalUs()));
        return new Gain(sharedCpu ? 0 : Math.min(most, least(nth)), most);
    }

    /** On one CPU who is waited for is done sooner without the call, so that not all of a measured wait moves. */
    private long moving(CallWaits opened) {
        long moving = opened.waits().stream()
                .filter(wait -> MOVING.contains(wait.what()))
                .mapToLong(wait -> wait.us().lowUs())
                .sum();
        boolean measured = opened.waits().stream().anyMatch(wait -> wait.evidence() == CauseEvidence.MEASURED);
        return measured && sharedCpu ? moving * MOVED_PERCENT / 100 : moving;
    }

    private long most(int nth, Initcall call, CallWaits opened) {
        long moving = moving(opened);
        return took(call) - moving + around(nth, call) + ROUNDING_US + beside(call, moving) + workers.of(call);
    }

    /** Stamps tell how far its lines are apart, printing included; not where they are too coarse for that. */
    private long took(Initcall call) {
        long us = call.knownDurationUs();
        if (doubts.coarseUs() == 0) {
            return Math.max(us, call.knownEndUs() - call.knownStartUs());
        }
        return call.durationEvidence() == DurationEvidence.REPORTED ? us : us + doubts.coarseUs();
    }

    /** From the call before and until the next: lines are printed there. */
    private long around(int nth, Initcall call) {
        long next = nth + 1 < order.size()
                ? timeline.initcalls().get(order.get(nth + 1)).knownStartUs()
                : ledger.toUs();
        return printedBefore(nth, call) + (doubts.coarseUs() > 0 ? LINE_US : printing(call.knownEndUs(), next));
    }

    private long printedBefore(int nth, Initcall call) {
        if (doubts.coarseUs() > 0) {
            return LINE_US;
        }
        long before = nth == 0
                ? call.knownStartUs()
                : timeline.initcalls().get(order.get(nth - 1)).knownEndUs();
        return printing(before, call.knownStartUs());
    }

    private static long printing(long fromUs, long toUs) {
        return Math.max(0, Math.min(toUs - fromUs, LINE_US));
    }

    /** With another CPU, what others do while it waits goes on: the boot thread then waits at the last barrier at the latest. */
    private long beside(Initcall call, long moving) {
        Initcall last = timeline.initcalls().get(order.get(order.size() - 1));
        return oneCpu ? 0 : Math.min(moving, Math.max(0, last.knownEndUs() - call.knownEndUs()));
    }

    /**
     * What it surely needed itself, but for what the waits behind it can swallow. A self-test that it has run while it waits for something
     * else costs its time when the next who needs it has it run.
     */
    private long least(int nth) {
        CallWaits opened = waits.initcalls().get(order.get(nth));
        long tests = opened.waits().stream()
                .filter(wait -> wait.what() == WaitedFor.CRYPTOTEST)
                .mapToLong(wait -> wait.us().highUs())
                .sum();
        if (Math.min(tests, moving(opened)) > 0) {
            return -Math.min(tests, moving(opened));
        }
        long own = opened.own() == null ? 0 : opened.own().lowUs();
        return own == 0 ? 0 : Math.max(0, own - mostWaitedAfter(nth));
    }

    private long mostWaitedAfter(int nth) {
        Stream<Wait> calls = order.subList(nth + 1, order.size()).stream()
                .flatMap(index -> waits.initcalls().get(index).waits().stream());
        return Stream.concat(calls, waits.gaps().stream().flatMap(gap -> gap.waits().stream()))
                .mapToLong(wait -> wait.us().highUs())
                .sum();
    }
}
