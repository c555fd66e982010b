package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.Console;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Fault;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.machine.ClocksourceSwitched;
import io.bootledger.traces.event.machine.ConsoleEnabled;
import org.jspecify.annotations.Nullable;

/**
 * What happens between the start line and the end line: the function works, prints, registers its driver, has modules loaded, and
 * perhaps goes wrong. Five functions of the kernel have a part in the boot itself and are known by name.
 */
final class InitBody {
    private static final int INFO = 6;

    private final RunningKernel kernel;
    private final DriverCore drivers;
    private final Rootfs rootfs;
    private final ModuleLoader modules;
    private final @Nullable InitFunction consoleRegistrar;
    private final SelfTests tests;
    private final WorkQueues queues;
    private final Waiting waiting;

    InitBody(
            RunningKernel kernel,
            AsyncWork async,
            Rootfs rootfs,
            ModuleLoader modules,
            @Nullable InitFunction consoleRegistrar) {
        this.kernel = kernel;
        this.drivers = new DriverCore(kernel, async);
        this.rootfs = rootfs;
        this.modules = modules;
        this.tests = new SelfTests(kernel);
        this.queues = new WorkQueues(kernel);
        this.waiting = new Waiting(kernel, async, rootfs, tests, queues);
        this.consoleRegistrar = consoleRegistrar;
    }

    /** The return value of the function. */
    int run(Initcalls initcalls, KernelThread thread, InitcallSymbol symbol, InitFunction function) {
        function.queues().forEach(item -> queues.queue(thread, item));
        function.algorithms().forEach(algorithm -> tests.register(thread, algorithm));
        work(thread, function);
        part(thread, function.function());
        if (function == consoleRegistrar) {
            enableConsole(thread);
        }
        function.requests().forEach(name -> modules.request(initcalls, thread, name));
        if (function.driver() != null) {
            drivers.register(thread, function.driver(), function.asyncProbe());
        }
        goWrong(thread, symbol, function);
        return function.returns();
    }

    private void work(KernelThread thread, InitFunction function) {
        String name = function.loadable() ? function.modName() + " " + function.function() : function.function();
        long nanos = kernel.durations().nanos(name, function.takes(), function.varies());
        boolean sleeps = function.varies() == InitFunction.Varies.TIMER_WAIT;
        long end = thread.now() + nanos;
        waiting.work(thread, function, sleeps ? kernel.ktime().nextTick(end) - thread.now() : nanos);
    }

    private void part(KernelThread thread, String function) {
        switch (function) {
            case "clocksource_done_booting" -> switchClocksource(thread);
            case "populate_rootfs" -> rootfs.populate(thread);
            case "crypto_algapi_init" -> tests.startAll(thread);
            case InitFunction.DEFERRED_PROBE -> drivers.deferredProbeInitcall(thread);
            default -> {}
        }
    }

    /** {@code kernel/time/clocksource.c}; nothing is said where the jiffies remain, and before 2.6.32. */
    private void switchClocksource(KernelThread thread) {
        if (kernel.machine().ticksOnly()) {
            return;
        }
        if (kernel.dialect().tellsClocksource()) {
            kernel.printk()
                    .print(
                            thread,
                            INFO,
                            new ClocksourceSwitched(kernel.machine().clocksource()));
        }
        kernel.ktime().switchClocksource();
    }

    private void enableConsole(KernelThread thread) {
        Console console = kernel.machine().console();
        if (console != null) {
            kernel.printk().registerConsole(thread);
            kernel.printk().print(thread, INFO, new ConsoleEnabled(console.name(), false));
        }
    }

    private void goWrong(KernelThread thread, InitcallSymbol symbol, InitFunction function) {
        if (function.fault() == Fault.HANG) {
            throw kernel.steps().hang(thread, symbol.printed(), "never returns");
        }
        if (function.fault() == Fault.OOPS) {
            throw kernel.complaints().oops(thread, symbol, function);
        }
    }
}
