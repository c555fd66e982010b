package io.bootledger.analyzer.whatif;

import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.probes.ProbeThread;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.analyzer.waits.GapWaits;
import io.bootledger.analyzer.waits.Wait;
import io.bootledger.analyzer.waits.WaitedFor;
import io.bootledger.analyzer.waits.Waits;
import java.util.HashMap;
import java.util.Map;

/** What workers did for an initcall, or may have done: the most of it that the boot thread can have waited for. */
final class Workers {
    /** What waking a worker may take. */
    static final long HANDING_OVER_US = 100;

    private final Timeline timeline;
    private final Nesting nesting;
    private final Waits waits;
    private final Ledger ledger;
    private final Map<String, Probe> firstTries = new HashMap<>();

    Workers(Timeline timeline, Nesting nesting, Waits waits, Ledger ledger) {
        this.timeline = timeline;
        this.nesting = nesting;
        this.waits = waits;
        this.ledger = ledger;
        timeline.probes().forEach(probe -> firstTries.putIfAbsent(probe.device(), probe));
    }

    /** For one call: its devices that others probed, or that were tried again. */
    long of(Initcall call) {
        long retried = 0;
        boolean leaves = false;
        for (int i = 0; i < timeline.probes().size(); i++) {
            Probe probe = timeline.probes().get(i);
            if (probe.startUs() == null
                    || probe.durationUs() == null
                    || probe.startUs() < call.knownStartUs()
                    || probe.startUs() >= ledger.toUs()) {
                continue;
            }
            boolean inside = probe.startUs() <= call.knownEndUs() + HANDING_OVER_US;
            leaves |= inside && nesting.threads().get(i).kind() != ProbeThread.Kind.BOOT;
            retried += !inside && firstTriedIn(call, probe)
                    ? Math.min(probe.durationUs(), ledger.toUs() - probe.startUs())
                    : 0;
        }
        return retried + (leaves ? mostWaited() : 0);
    }

    /** For all calls together: what took its time from the boot thread, or was waited for. */
    long ofAll() {
        long us = 0;
        for (int i = 0; i < timeline.probes().size(); i++) {
            Probe probe = timeline.probes().get(i);
            boolean counts = probe.endUs() != null && probe.endUs() <= ledger.toUs() && mayBeWorkers(i);
            us += counts && probe.durationUs() != null ? probe.durationUs() : 0;
        }
        return us;
    }

    /** Another thread's, for all that is known, or one that ran while the boot thread may have slept. */
    private boolean mayBeWorkers(int index) {
        Nesting.Parent parent = nesting.parents().get(index);
        return nesting.threads().get(index).kind() != ProbeThread.Kind.BOOT
                || parent != null && parent.kind() == Nesting.Parent.Kind.INITCALL && sleeps(parent.index());
    }

    private boolean sleeps(int call) {
        return !waits.initcalls().get(call).waits().isEmpty();
    }

    /** A worker's first attempt may begin when the call has just returned. */
    private boolean firstTriedIn(Initcall call, Probe retry) {
        Probe first = firstTries.get(retry.device());
        return first != null
                && first != retry
                && first.startUs() != null
                && first.startUs() >= call.knownStartUs()
                && first.startUs() <= call.knownEndUs() + HANDING_OVER_US;
    }

    private long mostWaited() {
        return waits.gaps().stream()
                .map(GapWaits::waits)
                .flatMap(found -> found.stream())
                .filter(wait -> wait.what() == WaitedFor.ASYNC)
                .map(Wait::us)
                .mapToLong(us -> us.highUs())
                .sum();
    }
}
