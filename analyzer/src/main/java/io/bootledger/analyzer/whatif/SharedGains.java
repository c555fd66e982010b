package io.bootledger.analyzer.whatif;

import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.analyzer.waits.Background;
import io.bootledger.analyzer.waits.WaitFinder;
import io.bootledger.analyzer.waits.WaitedFor;
import io.bootledger.analyzer.waits.Waits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a change gains of that which several calls wait for: the initramfs, self-tests, suppliers, async work, the root device. By stamps. */
final class SharedGains {
    /** From the line that frees its memory to the end of that work. */
    private static final long AFTER_UNPACKING_US = 3_000;

    /** It registers the manager of the self-tests ({@code crypto/algboss.c}): no test runs before. */
    private static final String TESTS_FROM = "cryptomgr_init";

    /** Asynchronous work is waited for in it; all of it at most. */
    private static final String ASYNC = "kernel_init until free_initmem";

    private static final String DEFERRED = "deferred_probe_initcall";
    private static final List<String> ROOT = List.of("prepare_namespace", "wait_for_root");

    private final Timeline timeline;
    private final Ledger ledger;
    private final Waits waits;
    private final Background background;
    private final Workers workers;
    private final ClockDoubts doubts;
    private final List<WhatIf> found = new ArrayList<>();

    private SharedGains(
            Timeline timeline, Ledger ledger, Waits waits, Background background, Workers workers, ClockDoubts doubts) {
        this.timeline = timeline;
        this.ledger = ledger;
        this.waits = waits;
        this.background = background;
        this.workers = workers;
        this.doubts = doubts;
    }

    static List<WhatIf> of(
            Timeline timeline,
            Ledger ledger,
            Waits waits,
            List<Deferral> deferrals,
            Background background,
            Workers workers,
            ClockDoubts doubts,
            boolean skipsSelfTests) {
        SharedGains gains = new SharedGains(timeline, ledger, waits, background, workers, doubts);
        gains.suppliers(deferrals);
        gains.initramfs();
        if (!skipsSelfTests) {
            gains.selfTests();
        }
        gains.asyncWork();
        gains.add(Action.ROOT_DEVICE, "", 0, gains.us(ROOT), gains.areDoubtful(ROOT), null);
        return gains.found;
    }

    /** Stamps may be coarse; what is nothing by them is not told. */
    private void add(
            Action action, String target, long lowUs, long highUs, boolean doubtful, @Nullable String barrier) {
        if (highUs > 0) {
            long high = Math.min(highUs + doubts.coarseUs(), ledger.totalUs());
            found.add(new WhatIf(
                    action, target, Math.min(lowUs, high), high, doubtful || doubts.coarseUs() > 0, barrier));
        }
    }

    /** What a device that was put off took when its supplier was there, and before in vain. */
    private record Consumer(long probedUs, long wastedUs, boolean doubtful) {}

    /**
     * A device that was put off is probed in its turn once its supplier is there. The boot thread then probes it, and does not wait for a
     * worker that does. Told only where the kernel names the device that held it up, or one is left that can have, and not of one that
     * waited for the barrier.
     */
    private void suppliers(List<Deferral> deferrals) {
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
                        .add(new Consumer(
                                deferral.boundUs() - deferral.retryUs(),
                                deferral.wastedUs(),
                                doubts.within(deferral.firstUs(), deferral.boundUs()) > 0));
            }
        }
        consumers.forEach((supplier, of) -> {
            long probed = of.stream().mapToLong(Consumer::probedUs).sum();
            long wasted = of.stream().mapToLong(Consumer::wastedUs).sum();
            boolean doubtful = of.stream().anyMatch(Consumer::doubtful);
            add(Action.SUPPLIER, supplier, -probed, Math.min(probed, waited) + wasted, doubtful, DEFERRED);
        });
    }

    private void initramfs() {
        Background.Seen begun = background.unpacking();
        Background.Seen freed = background.initrdFreed();
        if (begun == null || freed == null) {
            return;
        }
        long unpacking = Math.max(0, freed.us() - begun.us());
        long waited = mostWaitedFor(WaitedFor.INITRAMFS);
        boolean doubtful = doubts.within(begun.us(), freed.us()) > 0;
        long high = background.mayShareOneCpu()
                ? unpacking
                : Math.min(unpacking, Math.max(waited, unpackedInACall(begun, freed) + AFTER_UNPACKING_US));
        add(Action.INITRAMFS, "", 0, high, doubtful, null);
        if (background.onOneCpu() && waited > 0) {
            long cost = unpacking + doubts.coarseUs();
            add(Action.UNPACK_AT_ONCE, "", -cost, Math.min(unpacking, waited), doubtful, null);
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
            long high = background.mayShareOneCpu() ? Math.max(waited, sinceTests() - surelyElsewhere()) : waited;
            add(Action.NO_SELF_TESTS, "", 0, high + shortWaits(), doubtTests(), null);
        }
    }

    private boolean doubtTests() {
        return IntStream.range(0, timeline.initcalls().size())
                .filter(i ->
                        waits.initcalls().get(i).waits().stream().anyMatch(wait -> wait.what() == WaitedFor.CRYPTOTEST))
                .anyMatch(i -> doubts.at(timeline.initcalls().get(i)) != null);
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

    private void asyncWork() {
        List<String> account = List.of(ASYNC);
        long waited = Math.max(us(account), mostWaitedFor(WaitedFor.ASYNC));
        long most = background.mayShareOneCpu() && waited > 0 ? Math.max(waited, workers.ofAll()) : waited;
        add(Action.ASYNC_WORK, "", 0, most, areDoubtful(account), null);
    }

    private long us(List<String> accounts) {
        return called(accounts).mapToLong(Account::us).sum();
    }

    private boolean areDoubtful(List<String> accounts) {
        return called(accounts).anyMatch(account -> account.doubtfulUs() > 0);
    }

    private Stream<Account> called(List<String> accounts) {
        return ledger.accounts().stream().filter(account -> accounts.contains(account.name()));
    }

    private long mostWaitedFor(WaitedFor what) {
        return Stream.concat(
                        waits.initcalls().stream().flatMap(call -> call.waits().stream()),
                        waits.gaps().stream().flatMap(gap -> gap.waits().stream()))
                .filter(wait -> wait.what() == what)
                .mapToLong(wait -> wait.us().highUs())
                .sum();
    }
}
