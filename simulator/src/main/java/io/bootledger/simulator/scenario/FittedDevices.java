package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Device;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.traces.event.call.ProbeFinished;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a log tells about devices. A probe that lies within the call around it is that call's; one that is longer ran beside it, on a
 * worker. A device that is deferred and later bound needs the one that was bound right before it.
 */
final class FittedDevices {
    private static final int EPROBE_DEFER = 517;
    private static final String NEVER_THERE = "a supplier that never came";

    private final FittedKernel kernel;
    private final Map<String, Seen> devices = new LinkedHashMap<>();
    private String lastBound = NEVER_THERE;

    private record Seen(FittedCall call, long startUs, long selfUs, int result, boolean async, List<String> needs) {}

    FittedDevices(FittedKernel kernel) {
        this.kernel = kernel;
    }

    void probed(ProbeFinished probe, FittedCall call, long nowUs) {
        long tookUs = probe.reported().value();
        long startUs = nowUs - tookUs;
        boolean async = startUs < call.startUs();
        Seen before = devices.get(probe.device());
        Seen deferred = before != null && before.result == -EPROBE_DEFER ? before : null;
        int result = probe.returnValue() == null ? 0 : result(probe.returnValue());
        List<String> needs =
                deferred != null ? List.of(lastBound) : result == -EPROBE_DEFER ? List.of(NEVER_THERE) : List.of();
        long selfUs = Math.max(0, tookUs - nested(call, startUs));
        FittedCall registrar = deferred != null ? deferred.call : call;
        registrar.registersDriver();
        devices.put(probe.device(), new Seen(registrar, startUs, selfUs, result, async, needs));
        if (before != null && !before.async && deferred == null) {
            before.call.probes(-before.selfUs);
        }
        if (!async && deferred == null) {
            call.probes(selfUs);
        }
        lastBound = result == 0 ? probe.device() : lastBound;
    }

    /** Time of probes that ran within one that began then. */
    private long nested(FittedCall call, long startUs) {
        return devices.values().stream()
                .filter(seen -> seen.call == call && seen.startUs >= startUs)
                .mapToLong(Seen::selfUs)
                .sum();
    }

    private int result(int printed) {
        if (kernel.turnsProbeErrno()) {
            return printed > 0 ? -printed : printed;
        }
        return printed == 1 ? 0 : printed == 0 ? -19 : printed;
    }

    List<Device> devices() {
        List<Device> fitted = new ArrayList<>();
        devices.forEach((name, seen) -> fitted.add(new Device(
                name,
                null,
                seen.call.driverName(),
                null,
                Nanos.ofMicros(seen.selfUs),
                seen.result == -EPROBE_DEFER ? 0 : Math.min(0, seen.result),
                seen.needs,
                false,
                seen.async,
                List.of())));
        return fitted;
    }
}
