package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.Device;
import io.bootledger.simulator.machine.ErrorNumbers;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.DeferredProbePending;
import io.bootledger.traces.event.call.ProbeFailed;
import io.bootledger.traces.event.call.ProbeFinished;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code drivers/base/dd.c}: a registered driver probes its devices, at once or on async workers. A device whose supplier is
 * missing is deferred; once the late initcalls have switched the retries on, every successful probe starts another round.
 */
final class DriverCore {
    private static final int WORKER_PID = 12;
    private static final long TRY_NANOS = 15_000;

    private final RunningKernel kernel;
    private final AsyncWork async;
    private final KernelThread worker;
    private final Map<String, List<Device>> byDriver = new HashMap<>();
    private final Map<String, Long> boundSince = new HashMap<>();
    private final Map<String, Long> registeredSince = new HashMap<>();
    private final Set<String> asyncDrivers = new HashSet<>();
    private final Set<String> found = new HashSet<>();
    private List<Device> deferred = new ArrayList<>();
    private boolean retries;

    DriverCore(RunningKernel kernel, AsyncWork async) {
        this.kernel = kernel;
        this.async = async;
        this.worker = KernelThread.beside(kernel.clock(), WORKER_PID, "kworker/u8:1");
        for (Device device : kernel.machine().devices()) {
            byDriver.computeIfAbsent(device.driver(), driver -> new ArrayList<>())
                    .add(device);
            if (device.parent() == null) {
                found.add(device.name());
            }
        }
    }

    /** {@code driver_register}. */
    void register(KernelThread thread, String driver, boolean asyncProbe) {
        registeredSince.putIfAbsent(driver, thread.now());
        if (asyncProbe) {
            asyncDrivers.add(driver);
        }
        for (Device device : byDriver.getOrDefault(driver, List.of())) {
            attach(thread, device);
        }
    }

    /** {@code device_add}: what the probe of a device has found is there from then on. */
    private void foundBelow(KernelThread thread, Device parent) {
        for (Device device : kernel.machine().devices()) {
            if (parent.name().equals(device.parent())) {
                found.add(device.name());
                attach(thread, device);
            }
        }
    }

    /** Where a device and its driver are both there, they are brought together. */
    private void attach(KernelThread thread, Device device) {
        boolean matches = found.contains(device.name())
                && registeredSince.getOrDefault(device.driver(), Long.MAX_VALUE) <= thread.now();
        if (!matches || boundSince.containsKey(device.name())) {
            return;
        }
        if (asyncDrivers.contains(device.driver()) || device.async()) {
            async.schedule(thread, "__driver_attach_async_helper", free -> probe(free, device));
        } else {
            probe(thread, device);
        }
    }

    /** {@code really_probe}; whether it bound. */
    private boolean probe(KernelThread thread, Device device) {
        boolean ready = suppliersBound(device, thread.now());
        int result = ready ? device.returns() : -ErrorNumbers.EPROBE_DEFER;
        long begin = thread.now();
        Nanos nominal = ready
                ? device.takes()
                : new Nanos(Math.min(TRY_NANOS, device.takes().value()));
        kernel.printk()
                .say(
                        thread,
                        ready ? device.says() : List.of(),
                        kernel.durations().nanos("probe of " + device.name(), nominal, null));
        if (result == 0) {
            foundBelow(thread, device);
        }
        if (ErrorNumbers.complainsAboutProbe(result)) {
            kernel.printk().print(thread, Priority.WARNING, new ProbeFailed(device.driver(), device.name(), result));
        }
        report(thread, device, result, begin, !ready && device.links());
        if (result == 0) {
            long since = thread.now();
            boundSince.put(device.name(), since);
            thread.act(() -> bound(since));
        } else if (result == -ErrorNumbers.EPROBE_DEFER) {
            thread.act(() -> deferred.add(device));
        }
        return result == 0;
    }

    /** Before there were deferred probes, drivers were linked in the order in which they need each other. */
    private boolean suppliersBound(Device device, long now) {
        return !kernel.machine().kernel().knowsDeferral()
                || device.needs().stream().allMatch(name -> boundSince.getOrDefault(name, Long.MAX_VALUE) <= now);
    }

    private void report(KernelThread thread, Device device, int result, long begin, boolean beforeDriver) {
        if (!kernel.dialect().printsProbes()
                || !Boolean.TRUE.equals(kernel.machine().kernel().initcallDebug())) {
            return;
        }
        int printed = kernel.dialect().probeReturn(result, beforeDriver);
        long end = thread.now();
        long micros = Math.max(0, kernel.ktime().ktime(end) - kernel.ktime().ktime(begin)) / 1_000;
        ProbeFinished event = new ProbeFinished(device.name(), null, printed, ReportedDuration.usecs(micros));
        kernel.printk()
                .print(
                        thread,
                        Priority.DEBUG,
                        event,
                        line -> kernel.truth()
                                .probed(
                                        line,
                                        new BootTruth.Probe(
                                                device.name(),
                                                line.knownUs(),
                                                printed,
                                                micros,
                                                kernel.dialect().probeOutcome(result, beforeDriver))));
    }

    /** {@code driver_deferred_probe_trigger}. */
    private void bound(long now) {
        if (retries && !deferred.isEmpty()) {
            worker.waitUntil(now);
            retry();
        }
    }

    /** {@code deferred_probe_work_func}, round after round as long as a probe succeeds. */
    private void retry() {
        List<Device> round = deferred;
        deferred = new ArrayList<>();
        for (Device device : round) {
            probe(worker, device);
        }
    }

    /** {@code deferred_probe_initcall}: switches the retries on and waits for the first of them. */
    void deferredProbeInitcall(KernelThread thread) {
        retries = true;
        bound(thread.now());
        while (worker.now() > thread.now()) {
            thread.waitUntil(worker.now());
        }
        long timeout = kernel.dialect().deferredTimeoutNanos();
        if (timeout >= 0) {
            kernel.clock().at(thread.now() + timeout, this::timeout);
        }
    }

    /** {@code deferred_probe_timeout_work_func}: lists who still waits. */
    private void timeout() {
        worker.waitUntil(kernel.clock().now());
        for (Device device : deferred) {
            String name = device.bus() + " " + device.name();
            kernel.printk()
                    .print(
                            worker,
                            kernel.dialect().pendingSeverity(),
                            new DeferredProbePending(name, kernel.dialect().pendingReason(missing(device))),
                            line -> kernel.truth().pending(line, device.name()));
        }
    }

    private String missing(Device device) {
        return device.needs().stream()
                .filter(name -> !boundSince.containsKey(name))
                .findFirst()
                .map(name -> found.contains(name) ? "wait for supplier " + name : "supplier " + name + " not found")
                .orElse("(reason unknown)");
    }
}
