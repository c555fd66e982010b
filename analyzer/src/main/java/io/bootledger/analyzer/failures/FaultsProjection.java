package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.projection.Projection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.DeferredProbePending;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.ModuleInitSuspicious;
import io.bootledger.traces.event.call.ModuleRejected;
import io.bootledger.traces.event.call.ProbeFailed;
import io.bootledger.traces.event.call.ProbeFinished;
import io.bootledger.traces.event.machine.InitProcessFailed;
import io.bootledger.traces.event.machine.KernelOopsed;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.KernelWarned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects what the log calls wrong, and the error lines around everything that failed. */
public final class FaultsProjection implements Projection<Faults> {
    private static final int MOST = 10_000;
    private static final int ENXIO = 6;
    private static final int ENODEV = 19;
    private static final int EPROBE_DEFER = 517;

    private static final Set<Class<? extends BootEvent>> JUDGED =
            Set.of(MessageLogged.class, InitcallFinished.class, ProbeFinished.class, KernelWarned.class);
    private static final Set<Class<? extends BootEvent>> STATED = Set.of(
            ProbeFailed.class,
            DeferredProbePending.class,
            InitProcessFailed.class,
            KernelOopsed.class,
            KernelPanicked.class,
            ModuleRejected.class,
            ModuleInitSuspicious.class);

    private static final Set<Class<? extends BootEvent>> USED =
            Stream.concat(STATED.stream(), JUDGED.stream()).collect(Collectors.toUnmodifiableSet());

    private final RecentMessages messages = new RecentMessages();
    private final List<RecordedEvent> stated = new ArrayList<>();

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return USED;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        if (event instanceof MessageLogged || event instanceof KernelWarned) {
            messages.see(recorded);
        } else if (event instanceof InitcallFinished end) {
            Integer value = end.returnValue();
            if (value != null && value < 0 && matters(value)) {
                messages.failedAt(recorded.origin().line());
            }
        } else if (event instanceof ProbeFinished probe) {
            if (probe.returnValue() != null && matters(probe.returnValue())) {
                messages.failedAt(recorded.origin().line());
            }
        } else if (STATED.contains(event.getClass())) {
            state(recorded);
        }
    }

    /** No success, and neither hardware that is not there nor a deferral: of those a boot has dozens, and nobody asks why. */
    private static boolean matters(int value) {
        int error = Math.abs(value);
        return error > 1 && error != ENODEV && error != ENXIO && error != EPROBE_DEFER || value == -1;
    }

    private void state(RecordedEvent recorded) {
        messages.failedAt(recorded.origin().line());
        if (recorded.event() instanceof KernelOopsed || recorded.event() instanceof ProbeFailed) {
            messages.see(recorded);
        }
        if (stated.size() < MOST) {
            stated.add(recorded);
        }
    }

    @Override
    public Faults view() {
        return new Faults(List.copyOf(stated), Map.copyOf(messages.around()), List.copyOf(messages.latest()));
    }
}
