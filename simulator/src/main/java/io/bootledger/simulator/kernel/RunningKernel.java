package io.bootledger.simulator.kernel;

import io.bootledger.simulator.faults.ModuleList;
import io.bootledger.simulator.faults.Taints;
import io.bootledger.simulator.machine.Dialect;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Ktime;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.steps.Step;
import io.bootledger.simulator.steps.StepTable;
import io.bootledger.traces.event.EventSink;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What every part of a booting kernel needs. */
record RunningKernel(
        Machine machine,
        Dialect dialect,
        Durations durations,
        VirtualClock clock,
        Ktime ktime,
        Printk printk,
        Tracepoints tracepoints,
        TruthBook truth,
        BackgroundWork background,
        Steps steps,
        ModuleList modules,
        Complaints complaints) {

    static RunningKernel of(
            Machine machine,
            Durations durations,
            Printk.MessageLength length,
            EventSink log,
            EventSink trace,
            @Nullable Consumer<Step> steps) {
        KernelConfig config = machine.kernel();
        Ktime ktime = new Ktime(config.hz(), Boolean.TRUE.equals(config.earlyStamps()), machine.ticksOnly());
        Printk printk = new Printk(ktime, machine, length, log);
        TruthBook truth = new TruthBook();
        Taints taints = new Taints(config.version());
        ModuleList modules = new ModuleList(taints);
        Steps told = new Steps(new StepTable(config.version()), ktime, steps);
        return new RunningKernel(
                machine,
                new Dialect(config),
                durations,
                new VirtualClock(),
                ktime,
                printk,
                new Tracepoints(ktime, trace),
                truth,
                new BackgroundWork(machine),
                told,
                modules,
                new Complaints(printk, machine, taints, modules, truth, told));
    }
}
