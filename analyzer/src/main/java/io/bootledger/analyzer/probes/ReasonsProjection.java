package io.bootledger.analyzer.probes;

import io.bootledger.analyzer.projection.Projection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.DeferralExplained;
import io.bootledger.traces.event.call.DeferredProbePending;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Collects, by device, what the kernel last said that a put-off probe waits for. Bounded. */
public final class ReasonsProjection implements Projection<Map<String, String>> {
    private static final int MOST = 10_000;
    private static final Set<Class<? extends BootEvent>> USED =
            Set.of(DeferralExplained.class, DeferredProbePending.class);

    private final Map<String, String> reasons = new HashMap<>();

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return USED;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        if (event instanceof DeferralExplained explained) {
            note(explained.device(), explained.reason());
        } else if (event instanceof DeferredProbePending pending && pending.reason() != null) {
            note(pending.device(), pending.reason());
        }
    }

    /** In front of the device stands its bus or its driver, which has no blank. */
    private void note(String subject, String reason) {
        String device = subject.substring(subject.indexOf(' ') + 1);
        if (reasons.size() < MOST || reasons.containsKey(device)) {
            reasons.put(device, reason);
        }
    }

    @Override
    public Map<String, String> view() {
        return Map.copyOf(reasons);
    }
}
