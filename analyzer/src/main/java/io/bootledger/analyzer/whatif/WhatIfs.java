package io.bootledger.analyzer.whatif;

import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.probes.ProbeThread;
import io.bootledger.analyzer.timeline.DurationEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.analyzer.waits.Background;
import io.bootledger.analyzer.waits.CallWaits;
import io.bootledger.analyzer.waits.WaitFinder;
import io.bootledger.analyzer.waits.WaitedFor;
import io.bootledger.analyzer.waits.Waits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bounds what each change can gain, by the waits of a boot. */
public final class WhatIfs {
    /** A change that gains less is not told. */
    private static final long LEAST_PER_MILLE = 2;

    /** From the line that frees its memory to the end of that work. */
    private static final long AFTER_UNPACKING_US = 3_000;

    /** CONFIG_HZ=100. */
    private static final long LONGEST_TICK_US = 10_000;

    private static final int MOST_CALLS = 30;

    /** It registers the manager of the self-tests ({@code crypto/algboss.c}): no test runs before. */
    private static final String TESTS_FROM = "cryptomgr_init";

    private static final String HELPER_BARRIER = "the next user-mode helper";
    private static final String ASYNC_BARRIER = "async_synchronize_full";
    private static final String DEFERRED = "deferred_probe_initcall";

    private final Timeline timeline;
    private final Nesting nesting;
    private final Ledger ledger;
    private final Waits waits;
    private final List<Deferral> deferrals;
    private final Background background;
    private final Workers workers;
    private final List<WhatIf> found = new ArrayList<>();

    private WhatIfs(
            Timeline timeline,
            Nesting nesting,
            Ledger ledger,
            Waits waits,
            List<Deferral> deferrals,
            Background background) {
        this.timeline = timeline;
        this.nesting = nesting;
        this.ledger = ledger;
        this.waits = waits;
        this.deferrals = deferrals;
        this.background = background;
        this.workers = new Workers(timeline, nesting, waits, ledger);
    }

    /** The changes, the one that can gain most first; none without a ledger. */
    public static List<WhatIf> of(
            Timeline timeline,
            Nesting nesting,
            @Nullable Ledger ledger,
            Waits waits,
            List<Deferral> deferrals,
            Background background) {
        if (ledger == null) {
            return List.of();
        }
        WhatIfs changes = new WhatIfs(timeline, nesting, ledger, waits, deferrals, background);
        changes.calls();
        changes.probes();
        changes.suppliers();
        changes.initramfs();
        changes.selfTests();
        changes.asyncWork();
        changes.add(
                Action.ROOT_DEVICE,
                "",
                0,
                changes.account("prepare_namespace") + changes.account("wait_for_root"),
                null);
        return changes.ranked();
    }

    private List<WhatIf> ranked() {
        long least = ledger.totalUs() * LEAST_PER_MILLE / 1_000;
        return found.stream()
                .filter(change -> change.gainHighUs() > 0 && change.gainHighUs() >= least)
                .sorted(Comparator.comparingLong(WhatIf::gainHighUs)
                        .thenComparingLong(WhatIf::gainLowUs)
                        .reversed()
                        .thenComparing(WhatIf::target))
                .toList();
    }

    private void add(Action action, String target, long lowUs, long highUs, @Nullable String barrier) {
        long high = Math.min(highUs, ledger.totalUs());
        found.add(new WhatIf(action, target, Math.min(lowUs, high), high, barrier));
    }

    private void calls() {
        CallGains gains = new CallGains(ledger, timeline, waits, workers, oneCpu(), sharedCpu());
        List<WhatIf> calls = new ArrayList<>();
        for (int nth = 0; nth < gains.calls().size(); nth++) {
            int index = gains.calls().get(nth);
            Initcall call = timeline.initcalls().get(index);
            CallGains.Gain us = gains.of(nth);
            calls.add(new WhatIf(
                    Action.FASTER,
                    call.function(),
                    us.lowUs(),
                    us.highUs(),
                    barrier(call, waits.initcalls().get(index))));
        }
        calls.sort(Comparator.comparingLong(WhatIf::gainHighUs).reversed());
        found.addAll(calls.subList(0, Math.min(MOST_CALLS, calls.size())));
    }

    private static @Nullable String barrier(Initcall call, CallWaits opened) {
        if (call.function().equals(DEFERRED)) {
            return ASYNC_BARRIER;
        }
        return opened.waits().stream().anyMatch(wait -> wait.what() == WaitedFor.INITRAMFS) ? HELPER_BARRIER : null;
    }

    /** A probe on the boot thread runs beside it at best: until the thread waits for all asynchronous work. */
    private void probes() {
        for (int i = 0; i < timeline.probes().size(); i++) {
            Probe probe = timeline.probes().get(i);
            Nesting.Parent parent = nesting.parents().get(i);
            if (nesting.threads().get(i).kind() == ProbeThread.Kind.BOOT
                    && parent != null
                    && probe.outcome() == Outcome.OK
                    && probe.endUs() != null
                    && probe.durationUs() != null
                    && probe.endUs() <= ledger.toUs()) {
                long slack = ledger.toUs() - probe.endUs();
                long high = Math.min(mostOf(probe.durationUs(), parent), slack) + CallGains.ROUNDING_US;
                add(Action.ASYNCHRONOUS, probe.device(), -Workers.HANDING_OVER_US, high, ASYNC_BARRIER);
            }
        }
    }

    /** What a device that was put off took when its supplier was there, and before in vain. */
    private record Consumer(long probedUs, long wastedUs) {}

    /**
     * A device that was put off is probed in its turn once its supplier is there. The boot thread then probes it, and does not wait for a
     * worker that does. Told only where the kernel names the device that held it up, or one is left that can have, and not of one that
     * waited for the barrier.
     */
    private void suppliers() {
        long waited = mostWaitedFor(WaitedFor.DEFERREDPROBE) + mostWaitedFor(WaitedFor.ASYNC);
        Map<String, List<Consumer>> consumers = new TreeMap<>();
        for (Deferral deferral : deferrals) {
            String supplier = deferral.barrier() ? null : deferral.supplier();
            if (supplier != null
                    && deferral.retryUs() != null
                    && deferral.boundUs() != null
                    && deferral.boundUs() <= ledger.toUs()) {
                consumers
                        .computeIfAbsent(supplier, first -> new ArrayList<>())
                        .add(new Consumer(deferral.boundUs() - deferral.retryUs(), deferral.wastedUs()));
            }
        }
        consumers.forEach((supplier, of) -> {
            long probed = of.stream().mapToLong(Consumer::probedUs).sum();
            long wasted = of.stream().mapToLong(Consumer::wastedUs).sum();
            add(Action.SUPPLIER, supplier, -probed, Math.min(probed, waited) + wasted, DEFERRED);
        });
    }

    /** Until the clock source is switched, durations count in ticks; the call around a probe has better stamps. */
    private long mostOf(long probeUs, Nesting.Parent parent) {
        if (parent.kind() != Nesting.Parent.Kind.INITCALL) {
            return probeUs;
        }
        Initcall around = timeline.initcalls().get(parent.index());
        return around.durationEvidence() != DurationEvidence.REPORTED && around.durationUs() != null
                ? Math.max(probeUs, Math.min(around.durationUs(), probeUs + LONGEST_TICK_US))
                : probeUs;
    }

    private void initramfs() {
        Background.Seen begun = background.unpacking();
        Background.Seen freed = background.initrdFreed();
        if (begun == null || freed == null) {
            return;
        }
        long unpacking = Math.max(0, freed.us() - begun.us());
        long waited = mostWaitedFor(WaitedFor.INITRAMFS);
        long high = sharedCpu()
                ? unpacking
                : Math.min(unpacking, Math.max(waited, unpackedInACall(begun, freed) + AFTER_UNPACKING_US));
        add(Action.INITRAMFS, "", 0, high, null);
        if (oneCpu() && waited > 0) {
            add(Action.UNPACK_AT_ONCE, "", -unpacking, Math.min(unpacking, waited), null);
        }
    }

    /** Of unpacking, what lies in the call that holds its end: it unpacked itself, or waited, known for that or not. */
    private long unpackedInACall(Background.Seen begun, Background.Seen freed) {
        return timeline.initcalls().stream()
                .filter(call -> call.onBootThread()
                        && call.startUs() != null
                        && call.endLine() != null
                        && call.line() < freed.line()
                        && freed.line() < call.endLine())
                .mapToLong(call -> Math.max(0, freed.us() - Math.max(begun.us(), call.knownStartUs())))
                .sum();
    }

    /** On one CPU the tests take their time from whatever the boot thread does meanwhile. */
    private void selfTests() {
        long waited = mostWaitedFor(WaitedFor.CRYPTOTEST);
        if (waited > 0) {
            long high = sharedCpu() ? Math.max(waited, sinceTests() - surelyElsewhere()) : waited;
            add(Action.NO_SELF_TESTS, "", 0, high + shortWaits(), null);
        }
    }

    /** Those that are too short for a claim. */
    private long shortWaits() {
        return timeline.initcalls().stream()
                .filter(call ->
                        call.durationUs() != null && WaitFinder.knowsToWait(call.function(), WaitedFor.CRYPTOTEST))
                .mapToLong(call -> Math.min(call.durationUs(), WaitFinder.LEAST_CLAIMED_US))
                .sum();
    }

    /** Unpacking the initramfs takes what it takes, tests or none. */
    private long surelyElsewhere() {
        return waits.initcalls().stream()
                .flatMap(call -> call.waits().stream())
                .filter(wait -> wait.what() == WaitedFor.INITRAMFS)
                .mapToLong(wait -> wait.us().lowUs())
                .sum();
    }

    private long sinceTests() {
        return timeline.initcalls().stream()
                .filter(call -> call.function().equals(TESTS_FROM) && call.startUs() != null)
                .mapToLong(call -> Math.max(0, ledger.toUs() - call.startUs()))
                .findFirst()
                .orElse(ledger.totalUs());
    }

    private boolean oneCpu() {
        return background.cpus() != null && background.cpus() == 1;
    }

    /** On one CPU whatever works in the background goes on in the time that a call gives free; of unknown ones the same is feared. */
    private boolean sharedCpu() {
        return background.cpus() == null || oneCpu();
    }

    private void asyncWork() {
        long waited = Math.max(account("async_synchronize_full"), mostWaitedFor(WaitedFor.ASYNC));
        add(Action.ASYNC_WORK, "", 0, sharedCpu() && waited > 0 ? Math.max(waited, workers.ofAll()) : waited, null);
    }

    private long account(String name) {
        return ledger.accounts().stream()
                .filter(account -> account.name().equals(name))
                .mapToLong(account -> account.us())
                .sum();
    }

    private long mostWaitedFor(WaitedFor what) {
        long calls = waits.initcalls().stream()
                .flatMap(call -> call.waits().stream())
                .filter(wait -> wait.what() == what)
                .mapToLong(wait -> wait.us().highUs())
                .sum();
        long gaps = waits.gaps().stream()
                .flatMap(gap -> gap.waits().stream())
                .filter(wait -> wait.what() == what)
                .mapToLong(wait -> wait.us().highUs())
                .sum();
        return calls + gaps;
    }
}
