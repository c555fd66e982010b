package io.bootledger.analyzer.whatif;

import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.probes.ProbeThread;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.analyzer.waits.Background;
import io.bootledger.analyzer.waits.InitcallWaits;
import io.bootledger.analyzer.waits.WaitedFor;
import io.bootledger.analyzer.waits.Waits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bounds what each change can gain, by the waits of a boot. */
public final class WhatIfs {
    /** A change that gains less is not told. */
    private static final long LEAST_PER_MILLE = 5;

    private static final int MOST_CALLS = 20;

    /** It registers the manager of the self-tests ({@code crypto/algboss.c}): no test runs before. */
    private static final String TESTS_FROM = "cryptomgr_init";

    private static final String HELPER_BARRIER = "the next user-mode helper";
    private static final String ASYNC_BARRIER = "async_synchronize_full";
    private static final String DEFERRED = "deferred_probe_initcall";

    private final Timeline timeline;
    private final Nesting nesting;
    private final Ledger ledger;
    private final Waits waits;
    private final Background background;
    private final List<WhatIf> found = new ArrayList<>();

    private WhatIfs(Timeline timeline, Nesting nesting, Ledger ledger, Waits waits, Background background) {
        this.timeline = timeline;
        this.nesting = nesting;
        this.ledger = ledger;
        this.waits = waits;
        this.background = background;
    }

    /** The changes, the one that can gain most first; none without a ledger. */
    public static List<WhatIf> of(
            Timeline timeline, Nesting nesting, @Nullable Ledger ledger, Waits waits, Background background) {
        if (ledger == null) {
            return List.of();
        }
        WhatIfs changes = new WhatIfs(timeline, nesting, ledger, waits, background);
        changes.calls();
        changes.probes();
        changes.initramfs();
        changes.selfTests();
        changes.account(Action.ASYNC_WORK, "async_synchronize_full", null);
        changes.account(Action.ROOT_DEVICE, "prepare_namespace", null);
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
        List<WhatIf> calls = new ArrayList<>();
        for (int i = 0; i < timeline.initcalls().size(); i++) {
            Initcall call = timeline.initcalls().get(i);
            InitcallWaits opened = waits.initcalls().get(i);
            if (opened.own() != null && isBeforeInit(call)) {
                long high = Math.min(opened.own().highUs(), ledger.totalUs());
                long low = sharedCpu() ? 0 : Math.min(opened.own().lowUs(), high);
                calls.add(new WhatIf(Action.FASTER, call.function(), low, high, barrier(call, opened)));
            }
        }
        calls.sort(Comparator.comparingLong(WhatIf::gainHighUs).reversed());
        found.addAll(calls.subList(0, Math.min(MOST_CALLS, calls.size())));
    }

    private boolean isBeforeInit(Initcall call) {
        return call.onBootThread()
                && call.outcome() != Outcome.BLACKLISTED
                && call.endUs() != null
                && call.endUs() <= ledger.toUs();
    }

    private static @Nullable String barrier(Initcall call, InitcallWaits opened) {
        if (call.function().equals(DEFERRED)) {
            return ASYNC_BARRIER;
        }
        return opened.waits().stream().anyMatch(wait -> wait.what() == WaitedFor.INITRAMFS) ? HELPER_BARRIER : null;
    }

    /** A probe on the boot thread runs beside it at best: until the thread waits for all asynchronous work. */
    private void probes() {
        for (int i = 0; i < timeline.probes().size(); i++) {
            Probe probe = timeline.probes().get(i);
            boolean moves = nesting.threads().get(i).kind() == ProbeThread.Kind.BOOT
                    && nesting.parents().get(i) != null
                    && probe.outcome() == Outcome.OK
                    && probe.endUs() != null
                    && probe.durationUs() != null
                    && probe.endUs() <= ledger.toUs();
            if (moves) {
                long slack = ledger.toUs() - probe.endUs();
                add(Action.ASYNCHRONOUS, probe.device(), 0, Math.min(probe.durationUs(), slack), ASYNC_BARRIER);
            }
        }
    }

    private void initramfs() {
        if (background.unpacking() == null || background.initrdFreed() == null) {
            return;
        }
        long unpacking = Math.max(
                0, background.initrdFreed().us() - background.unpacking().us());
        long waited = mostWaitedFor(WaitedFor.INITRAMFS);
        long high = sharedCpu() ? unpacking : Math.min(unpacking, waited + unpackedInACall());
        add(Action.INITRAMFS, "", 0, high, null);
        if (background.cpus() != null && background.cpus() == 1 && waited > 0) {
            add(Action.UNPACK_AT_ONCE, "", -unpacking, Math.min(unpacking, waited), null);
        }
    }

    /** A kernel that unpacks on the boot thread does so within one call, which no wait shows. */
    private long unpackedInACall() {
        long from = background.unpacking().us();
        long to = background.initrdFreed().us();
        return timeline.initcalls().stream()
                .filter(call ->
                        call.function().equals("populate_rootfs") && call.startUs() != null && call.endUs() != null)
                .mapToLong(call -> Math.max(0, Math.min(to, call.endUs()) - Math.max(from, call.startUs())))
                .sum();
    }

    /** On one CPU the tests take their time from whatever the boot thread does meanwhile. */
    private void selfTests() {
        long waited = mostWaitedFor(WaitedFor.CRYPTOTEST);
        if (waited > 0) {
            long high = sharedCpu() ? Math.max(waited, sinceTests() - surelyElsewhere()) : waited;
            add(Action.NO_SELF_TESTS, "", 0, high, null);
        }
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

    /** On one CPU whatever works in the background goes on in the time that a call gives free; of unknown ones the same is feared. */
    private boolean sharedCpu() {
        return background.cpus() == null || background.cpus() == 1;
    }

    private void account(Action action, String name, @Nullable String barrier) {
        long us = ledger.accounts().stream()
                .filter(account -> account.name().equals(name))
                .mapToLong(account -> account.us())
                .sum();
        add(action, "", 0, us, barrier);
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
