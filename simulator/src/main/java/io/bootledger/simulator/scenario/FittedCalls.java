package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Device;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Fault;
import io.bootledger.simulator.machine.ModuleLoad;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.ProbeFinished;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What a log tells about the init functions: in order, with the gaps between them. */
final class FittedCalls {
    private final IntFunction<KnownCall> known;
    private final FittedKernel kernel;
    private final List<FittedCall> calls = new ArrayList<>();
    private final List<FittedCall> open = new ArrayList<>();
    private final FittedDevices devices;
    private InitcallLevel level = InitcallLevel.CONSOLE;
    private boolean levelPrinted;
    private boolean userSpace;
    private long nowUs;
    private long mainEndUs;
    private int ordinal;

    FittedCalls(IntFunction<KnownCall> known, FittedKernel kernel) {
        this.known = known;
        this.kernel = kernel;
        this.devices = new FittedDevices(kernel);
    }

    void at(long micros) {
        nowUs = Math.max(0, micros);
    }

    long now() {
        return nowUs;
    }

    /** When the boot's main thread returned from its last call. */
    long mainEndUs() {
        return mainEndUs;
    }

    boolean any() {
        return !calls.isEmpty();
    }

    /** The function being called; null between calls. */
    @Nullable
    String open() {
        return open.isEmpty() ? null : open.get(open.size() - 1).symbol().function();
    }

    /** How long they took to come up. */
    long otherCpusUp() {
        long took = Math.max(0, nowUs - mainEndUs);
        mainEndUs = nowUs;
        level = later(InitcallLevel.PURE);
        return took;
    }

    /** From here on, only modules are initialised. */
    void userSpaceBegins() {
        userSpace = true;
    }

    void level(InitcallLevel entered) {
        level = entered;
        levelPrinted = true;
    }

    void started(InitcallStarted started) {
        boolean module = started.symbol().module() != null || started.pid() != null && started.pid() > 1;
        KnownCall call = known.apply(ordinal++);
        if (userSpace && !module) {
            // Nothing built in is called any more: somebody wrote this line into /dev/kmsg.
            return;
        }
        if (!module) {
            level = later(levelOf(started, call.level()));
        }
        FittedCall fitted =
                new FittedCall(started.symbol(), module ? InitcallLevel.MODULE : level, started.pid(), nowUs);
        fitted.waits(module ? KnownCall.at(null) : call);
        if (started.symbol().stub() != null) {
            kernel.namesStubs();
        }
        if (!module) {
            // What lies before the first console initcall is the machine's own start, not a gap.
            mainEndUs = calls.isEmpty() && level == InitcallLevel.CONSOLE ? nowUs : mainEndUs;
            fitted.gap(Math.max(0, nowUs - mainEndUs));
        }
        calls.add(fitted);
        open.add(fitted);
    }

    private InitcallLevel levelOf(InitcallStarted started, @Nullable InitcallLevel known) {
        if (started.symbol().stub() != null && started.symbol().stub().level() != null) {
            return started.symbol().stub().level();
        }
        if (known != null && known != InitcallLevel.MODULE) {
            return known;
        }
        boolean console = started.pid() != null && started.pid() == 0;
        return levelPrinted || console || level != InitcallLevel.CONSOLE ? level : InitcallLevel.EARLY;
    }

    /** Levels never go back. */
    private InitcallLevel later(InitcallLevel other) {
        return other.compareTo(level) > 0 ? other : level;
    }

    void finished(InitcallFinished finished) {
        if (calls.isEmpty() && !userSpace) {
            // The head of the log is lost, and with it the beginning of this call.
            started(new InitcallStarted(finished.symbol(), null));
        }
        for (int index = open.size() - 1; index >= 0; index--) {
            FittedCall call = open.get(index);
            if (call.symbol().printed().equals(finished.symbol().printed())) {
                open.remove(index);
                returned(call, finished);
                return;
            }
        }
    }

    /** Stamps include what printing cost; the kernel's own number does not, once it counts in more than ticks. */
    private void returned(FittedCall call, InitcallFinished finished) {
        long stampedUs = Math.max(0, nowUs - call.startUs());
        Long reported = finished.reported() == null ? null : finished.reported().value();
        if (reported != null) {
            kernel.reported(reported);
        }
        call.returned(
                finished.returnValue() == null ? 0 : finished.returnValue(),
                nowUs,
                reported != null && (nowUs == 0 || !kernel.ticking() && reported <= stampedUs) ? reported : stampedUs);
        if (call.level() != InitcallLevel.MODULE) {
            mainEndUs = Math.max(mainEndUs, call.startUs() + call.takesUs());
        }
    }

    void probed(ProbeFinished probe) {
        kernel.logsProbes();
        if (!open.isEmpty()) {
            devices.probed(probe, open.get(open.size() - 1), nowUs);
        }
    }

    void blacklisted(String function) {
        FittedCall call =
                FittedCall.skipped(function, userSpace ? InitcallLevel.MODULE : later(InitcallLevel.PURE), nowUs);
        if (!userSpace) {
            call.gap(Math.max(0, nowUs - mainEndUs));
            mainEndUs = Math.max(mainEndUs, nowUs);
        }
        calls.add(call);
    }

    void misbehaved(String complaint) {
        if (!calls.isEmpty()) {
            boolean preempt = complaint.contains("preemption");
            boolean irqs = complaint.contains("interrupts");
            calls.get(calls.size() - 1)
                    .fault(preempt && irqs ? Fault.PREEMPT_AND_IRQS_OFF : preempt ? Fault.PREEMPT : Fault.IRQS_OFF);
        }
    }

    void goesWrong(Fault fault) {
        if (!open.isEmpty()) {
            open.get(open.size() - 1).fault(fault);
        }
    }

    void said(MessageLogged message, @Nullable Priority priority) {
        if (!open.isEmpty()) {
            open.get(open.size() - 1)
                    .said(
                            nowUs,
                            priority == null ? 6 : priority.severity(),
                            message.text().toString());
        }
    }

    /**
     * In call order; each module once.
     *
     * @param unpackUs how long {@code populate_rootfs} itself unpacked the initramfs; 0 when a worker did
     */
    List<InitFunction> initcalls(long unpackUs) {
        calls.stream()
                .filter(call -> call.symbol().function().equals("populate_rootfs"))
                .forEach(call -> call.probes(unpackUs));
        List<InitFunction> functions = new ArrayList<>();
        Map<String, FittedCall> modules = new HashMap<>();
        for (FittedCall call : calls) {
            if (call.level() != InitcallLevel.MODULE || modules.putIfAbsent(call.module(), call) == null) {
                functions.add(call.function(open.contains(call)));
            }
        }
        return functions;
    }

    /** The initramfs is unpacked, which began then. */
    void initramfsUnpacked(long beganUs) {
        open.stream()
                .filter(call -> call.level() != InitcallLevel.MODULE)
                .forEach(call -> call.initramfsUnpacked(nowUs, beganUs));
    }

    /** How long calls waited for the initramfs. */
    long waitedForInitramfsUs() {
        return calls.stream().mapToLong(FittedCall::waitedForInitramfsUs).sum();
    }

    List<Device> devices() {
        return devices.devices();
    }

    /** One loader for each process. */
    List<ModuleLoad> loads(long initUs) {
        List<ModuleLoad> loads = new ArrayList<>();
        Map<Integer, Integer> loaders = new HashMap<>();
        Map<Integer, Long> free = new HashMap<>();
        for (FittedCall call : calls) {
            if (call.level() == InitcallLevel.MODULE) {
                int pid = call.pid() == null ? 100 + loads.size() : call.pid();
                int loader = loaders.computeIfAbsent(pid, none -> loaders.size() + 1);
                long since = free.getOrDefault(loader, Math.max(0, initUs));
                loads.add(new ModuleLoad(
                        call.module(), Nanos.ofMicros(Math.max(0, call.startUs() - since)), loader, pid, null));
                free.put(loader, call.startUs() + call.takesUs());
            }
        }
        return loads;
    }
}
