package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.FreedMemory;
import io.bootledger.simulator.machine.Image;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitPrograms;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.simulator.steps.Step;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.call.BlacklistEntryAdded;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.CpusBroughtUp;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.MachineIdentified;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.ReadOnlyDataProtected;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One boot, from {@code start_kernel} to the last module that user space loads ({@code init/main.c}). Runs once.
 */
final class Boot {
    private static final int NOTICE = 5;
    private static final int INFO = 6;

    private final RunningKernel kernel;
    private final KernelConfig config;
    private final FreedMemory memory;
    private final String commandLine;
    private final List<String> blacklist;
    private final AsyncWork async;
    private final Rootfs rootfs;
    private final ModuleLoader modules;
    private final Initcalls initcalls;
    private final InitPrograms programs;

    private Boot(RunningKernel kernel, Image image) {
        this.kernel = kernel;
        this.config = kernel.machine().kernel();
        this.memory = new FreedMemory(config);
        this.commandLine = config.wholeCommandLine();
        this.blacklist = blacklistOn(commandLine);
        this.programs = new InitPrograms(kernel.machine());
        this.async = new AsyncWork(kernel);
        this.rootfs = new Rootfs(kernel, async);
        this.modules = new ModuleLoader(kernel, async, rootfs);
        InitBody body = new InitBody(kernel, async, rootfs, modules, consoleRegistrar(kernel.machine()));
        this.initcalls = new Initcalls(kernel, image, new OneInitcall(kernel, blacklist, body));
    }

    /**
     * Boots a machine.
     *
     * @param image the machine's linked kernel
     * @param log takes the records, as printed
     * @param trace takes the events of the tracepoints
     * @param steps takes what the kernel does, step by step; null for nobody
     * @return the book of the boot's truth
     */
    static TruthBook run(
            Machine machine,
            Image image,
            Durations durations,
            Printk.MessageLength length,
            EventSink log,
            EventSink trace,
            @Nullable Consumer<Step> steps) {
        RunningKernel kernel = RunningKernel.of(machine, durations, length, log, trace, steps);
        Boot boot = new Boot(kernel, image);
        try {
            boot.startKernel();
            boot.kernelInit();
        } catch (ThreadStopped stopped) {
            if (stopped.hangs()) {
                // Only the boot thread: whatever else runs goes on.
                kernel.clock().runOut();
            } else {
                kernel.clock().runUntil(kernel.clock().now());
            }
            return kernel.truth();
        }
        kernel.clock().runOut();
        return kernel.truth();
    }

    /** {@code start_kernel}: by pid 0, before interrupts and clocks work. */
    private void startKernel() {
        KernelThread swapper =
                KernelThread.leading(kernel.clock(), 0, kernel.dialect().idleName());
        kernel.steps().enter(swapper, "start_kernel", null, () -> "is the first function in C");
        banner(swapper);
        kernel.steps()
                .call(
                        swapper,
                        "start_kernel",
                        new Bodies()
                                .does("parse_args", () -> early(swapper))
                                .does("console_init", () -> initcalls.consoleInitcalls(swapper))
                                .does("late_time_init", () -> timerStarts(swapper))
                                .does("security_init", () -> initcalls.securityInitcalls(swapper)));
    }

    private void early(KernelThread swapper) {
        kernel.printk()
                .say(
                        swapper,
                        kernel.machine().early(),
                        time("firstInitcall", kernel.machine().firstInitcall()));
    }

    private void timerStarts(KernelThread swapper) {
        kernel.ktime().timerStarts(swapper.now());
        swapper.pass(time("beforeInit", kernel.machine().beforeInit()));
    }

    private void banner(KernelThread swapper) {
        if (config.arch() == Arch.ARM64) {
            kernel.printk().say(swapper, INFO, "Booting Linux on physical CPU 0x0000000000 [0x411fd070]");
        }
        String banner = config.banner() == null
                ? "(builder@host) (gcc 12.2.0, GNU ld 2.40) #1 SMP"
                        + kernel.dialect().preemption()
                : config.banner();
        kernel.printk().print(swapper, NOTICE, new KernelStarted(config.release(), banner));
        if (config.arch() == Arch.X86_64) {
            kernel.printk().print(swapper, INFO, new CommandLineGiven(commandLine, false));
        }
        if (kernel.machine().name() != null && kernel.dialect().tellsMachine()) {
            kernel.printk()
                    .print(swapper, INFO, new MachineIdentified(kernel.machine().name()));
        }
        kernel.printk().print(swapper, NOTICE, new CommandLineGiven(commandLine, true));
        if (kernel.dialect().knowsBlacklist()) {
            blacklist.forEach(name -> kernel.printk().print(swapper, Priority.DEBUG, new BlacklistEntryAdded(name)));
        }
    }

    /** {@code kernel_init}, from here on pid 1. */
    private void kernelInit() {
        KernelThread init =
                KernelThread.leading(kernel.clock(), 1, kernel.dialect().idleName());
        String program = kernel.machine().ending().init();
        kernel.steps().enter(init, "kernel_init", null, () -> "is the thread that becomes init");
        kernel.steps()
                .call(
                        init,
                        "kernel_init",
                        new Bodies()
                                .does("do_pre_smp_initcalls", () -> initcalls.preSmpInitcalls(init))
                                .does("smp_init", () -> bringUpCpus(init))
                                .does(
                                        "driver_init",
                                        () -> init.pass(time(
                                                "driverModel", kernel.machine().driverModel())))
                                .does("do_initcalls", () -> initcalls.allLevels(init))
                                .does("wait_for_initramfs", () -> rootfs.waitForInitramfs(init))
                                .leavesOut("prepare_namespace", initIsInInitramfs())
                                .does("prepare_namespace", () -> mountRoot(init))
                                .does("async_synchronize_full", () -> async.waitForAll(init))
                                .does("free_initmem", () -> freeInitSections(init))
                                .does("mark_readonly", () -> protect(init))
                                .says(
                                        "run_init_process",
                                        () -> program == null
                                                ? "tries what may be init"
                                                : "runs " + program + " in user space")
                                .does("run_init_process", () -> startInit(init)));
        kernel.background().beginAll(init);
        kernel.printk().booted();
        modules.start(initcalls, init.now());
    }

    /** Whether {@code init_eaccess} finds {@code /init}, so that there is no other root file system to mount. */
    private boolean initIsInInitramfs() {
        return kernel.machine().initramfs() != null
                && "/init".equals(kernel.machine().ending().init());
    }

    /** {@code smp_init}. */
    private void bringUpCpus(KernelThread init) {
        int cpus = kernel.machine().cpus();
        if (kernel.dialect().version().atLeast(4, 12)) {
            kernel.printk().say(init, INFO, "smp: Bringing up secondary CPUs ...");
        }
        init.pass(time("smp", kernel.machine().smp()));
        kernel.complaints().othersUp();
        int nodes = kernel.dialect().version().atLeast(4, 12) ? 1 : 0;
        kernel.printk().print(init, INFO, new CpusBroughtUp(nodes, cpus));
    }

    /** {@code free_initmem}, and what is freed with it. */
    private void freeInitSections(KernelThread init) {
        for (MemoryFreed freed : memory.beforeProtection()) {
            boolean main = freed.kind() == MemoryFreed.Kind.INIT;
            init.pass(main ? time("freeing", kernel.machine().ending().freeing()) : 0);
            kernel.printk().print(init, INFO, freed, line -> {
                if (main) {
                    kernel.truth().initMemoryFreed(line, freed.kib());
                }
            });
        }
    }

    private void protect(KernelThread init) {
        init.pass(time("protecting", kernel.machine().ending().protecting()));
        for (String protection : memory.protections()) {
            kernel.printk().print(init, INFO, new ReadOnlyDataProtected(protection), kernel.truth()::writeProtected);
        }
        memory.afterProtection().forEach(gap -> kernel.printk().print(init, INFO, gap));
        String checked = kernel.dialect().wxCheck();
        if (checked != null) {
            kernel.printk().say(init, INFO, checked);
        }
        init.pass(time("handOver", kernel.machine().ending().handOver()));
    }

    /** {@code run_init_process} for each program until one runs, or the panic when none does. */
    private void startInit(KernelThread init) {
        for (InitPrograms.Attempt attempt : programs.attempts()) {
            announce(init, attempt);
            if (attempt.runs()) {
                return;
            }
            kernel.steps().tell(init, "run_init_process", attempt.program(), "is not there: -2 ENOENT");
            if (attempt.failure() != null) {
                kernel.printk().say(init, programs.failureSeverity(), attempt.failure());
            }
            if (attempt.panic() != null) {
                throw kernel.complaints().panic(init, attempt.panic());
            }
        }
        throw kernel.complaints().panic(init, kernel.dialect().noInit());
    }

    /** What the kernel prints before it knows whether the program is there. */
    private void announce(KernelThread init, InitPrograms.Attempt attempt) {
        String program = attempt.program();
        if (kernel.dialect().announcesInit()) {
            kernel.printk().print(init, INFO, new InitProcessStarted(program), line -> {
                if (attempt.runs()) {
                    kernel.truth().initStarted(line, program);
                } else {
                    kernel.truth().initInVain(line, program);
                }
            });
        }
        if (kernel.dialect().printsInitArguments()) {
            List.of("  with arguments:", "    " + program, "  with environment:", "    HOME=/", "    TERM=linux")
                    .forEach(line -> kernel.printk().say(init, Priority.DEBUG, line));
        }
    }

    /** {@code prepare_namespace}, before which newer kernels say that the initramfs has no init. */
    private void mountRoot(KernelThread init) {
        String without = programs.notInInitramfs();
        if (without != null) {
            kernel.printk().say(init, Priority.WARNING, without);
        }
        init.pass(time("prepare", kernel.machine().ending().prepare()));
    }

    private long time(String what, Nanos nominal) {
        return kernel.durations().nanos(what, nominal, InitFunction.Varies.LOG_NORMAL);
    }

    /** The functions that {@code initcall_blacklist=} names, in order. */
    private static List<String> blacklistOn(String commandLine) {
        return Arrays.stream(commandLine.split("\\s+"))
                .filter(word -> word.startsWith("initcall_blacklist="))
                .flatMap(word -> Arrays.stream(
                        word.substring("initcall_blacklist=".length()).split(",")))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The function of that name; without one, the last console initcall. */
    private static @Nullable InitFunction consoleRegistrar(Machine machine) {
        String name = machine.console() == null ? null : machine.console().registeredBy();
        InitFunction registrar = null;
        for (InitFunction function : machine.initcalls()) {
            boolean named = function.function().equals(name);
            if (named || name == null && function.macro() == InitcallMacro.CONSOLE_INITCALL) {
                registrar = function;
            }
            if (named) {
                break;
            }
        }
        return registrar;
    }
}
