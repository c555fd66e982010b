package io.bootledger.analyzer.whatif;

import io.bootledger.analyzer.clock.ClockDoubts;
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
import io.bootledger.analyzer.waits.WaitedFor;
import io.bootledger.analyzer.waits.Waits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bounds what each change can gain, by the waits of a boot. */
public final class WhatIfs {
    /** A change that gains less is not told. */
    private static final long LEAST_PER_MILLE = 2;

    /** CONFIG_HZ=100. */
    private static final long LONGEST_TICK_US = 10_000;

    private static final int MOST_CALLS = 30;

    private static final String HELPER_BARRIER = "the next user-mode helper";
    private static final String ASYNC_BARRIER = "async_synchronize_full";
    private static final String DEFERRED = "deferred_probe_initcall";

    private final Timeline timeline;
    private final Nesting nesting;
    private final Ledger ledger;
    private final Waits waits;
    private final ClockDoubts doubts;
    private final List<WhatIf> found = new ArrayList<>();

    private WhatIfs(Timeline timeline, Nesting nesting, Ledger ledger, Waits waits, ClockDoubts doubts) {
        this.timeline = timeline;
        this.nesting = nesting;
        this.ledger = ledger;
        this.waits = waits;
        this.doubts = doubts;
    }

    /** The changes, the one that can gain most first; none without a ledger. */
    public static List<WhatIf> of(
            Timeline timeline,
            Nesting nesting,
            @Nullable Ledger ledger,
            Waits waits,
            List<Deferral> deferrals,
            Background background,
            ClockDoubts doubts,
            boolean skipsSelfTests) {
        if (ledger == null) {
            return List.of();
        }
        Workers workers = new Workers(timeline, nesting, waits, ledger);
        WhatIfs changes = new WhatIfs(timeline, nesting, ledger, waits, doubts);
        changes.calls(new CallGains(ledger, timeline, waits, workers, doubts, background));
        changes.probes();
        changes.found.addAll(
                SharedGains.of(timeline, ledger, waits, deferrals, background, workers, doubts, skipsSelfTests));
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

    private void calls(CallGains gains) {
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
                    doubts.at(call) != null || doubts.coarseUs() > 0,
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
                long slack = ledger.toUs() - probe.endUs() + doubts.coarseUs();
                long high = Math.min(mostOf(probe.durationUs(), parent), slack) + CallGains.ROUNDING_US;
                found.add(new WhatIf(
                        Action.ASYNCHRONOUS,
                        probe.device(),
                        -Workers.HANDING_OVER_US,
                        Math.min(high, ledger.totalUs()),
                        doubts.at(probe) != null || doubts.coarseUs() > 0,
                        ASYNC_BARRIER));
            }
        }
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
}
