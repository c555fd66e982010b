package io.bootledger.simulator.machine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything a boot depends on: the kernel build, the hardware, and what user space loads.
 *
 * @param name what the firmware calls it; null for nothing
 * @param kernel the kernel build and its command line
 * @param cpus processors, at most {@value #MOST_CPUS}
 * @param clocksource the one that is selected; {@code jiffies}: none, all clocks count in ticks
 * @param console where the kernel prints; null for nowhere
 * @param firstInitcall time from the banner to the first console initcall
 * @param early what is printed before the first initcall, after the command line
 * @param beforeInit time from the console to the early initcalls
 * @param smp how long bringing up the other processors takes
 * @param driverModel time from the other processors to the first level
 * @param initcalls in makefile order; those that compiler and linker refuse are refused
 * @param devices in the order in which the buses found them
 * @param initramfs null for none
 * @param ending what follows the initcalls
 * @param loads the modules that user space loads
 * @param cpuClocks how far the clock that stamps records is ahead of CPU 0's on CPU 1, 2 and so on; none on all that are not listed
 */
public record Machine(
        @Nullable String name,
        KernelConfig kernel,
        int cpus,
        String clocksource,
        @Nullable Console console,
        Nanos firstInitcall,
        List<Says> early,
        Nanos beforeInit,
        Nanos smp,
        Nanos driverModel,
        List<InitFunction> initcalls,
        List<Device> devices,
        @Nullable Initramfs initramfs,
        Ending ending,
        List<ModuleLoad> loads,
        List<Nanos> cpuClocks) {

    /**
     * The archive that becomes the first root file system.
     *
     * @param kib its size
     * @param unpack how long unpacking takes
     * @param message what is printed when it begins: a kernel without support for old ramdisks words it otherwise
     */
    public record Initramfs(long kib, Nanos unpack, String message) {
        /** What a kernel prints that knows old ramdisks too. */
        public static final String USUAL_MESSAGE = "Trying to unpack rootfs image as initramfs...";

        public Initramfs {
            if (kib < 0) {
                throw new IllegalArgumentException("kib is negative: " + kib);
            }
            message = message == null ? USUAL_MESSAGE : message;
            unpack = unpack == null ? Nanos.ZERO : unpack;
        }
    }

    /**
     * The kernel's last steps before init.
     *
     * @param prepare mounting the root file system, and whatever else precedes freeing
     * @param freeing how long freeing the init memory takes
     * @param protecting how long write protection takes
     * @param handOver from there to the start of init
     * @param init the program that is run; null when there is none, and the kernel panics
     */
    public record Ending(
            Nanos prepare,
            Nanos freeing,
            Nanos protecting,
            Nanos handOver,
            @Nullable String init) {
        private static final Nanos QUICK = Nanos.ofMicros(50);

        /** Of a machine that has the init which is asked for. */
        private static Ending usual(KernelConfig kernel) {
            return new Ending(Nanos.ZERO, QUICK, QUICK, Nanos.ZERO, usualInit(kernel));
        }

        /** What {@code init=} names, or the usual one. */
        public static String usualInit(KernelConfig kernel) {
            return Objects.requireNonNullElse(kernel.requestedInit(), "/sbin/init");
        }

        public Ending {
            prepare = prepare == null ? Nanos.ZERO : prepare;
            freeing = freeing == null ? QUICK : freeing;
            protecting = protecting == null ? QUICK : protecting;
            handOver = handOver == null ? Nanos.ZERO : handOver;
        }
    }

    /** The one of a machine that names none. */
    public static final String USUAL_CLOCKSOURCE = "tsc";

    /** What no kernel is built for more of (NR_CPUS with MAXSMP, {@code arch/x86/Kconfig}). */
    public static final int MOST_CPUS = 8_192;

    public Machine {
        if (kernel == null) {
            throw new IllegalArgumentException("a machine needs a kernel with at least its release");
        }
        if (name != null) {
            Fields.line("name", name);
        }
        cpus = cpus == 0 ? 1 : cpus;
        if (cpus < 0 || cpus > MOST_CPUS) {
            throw new IllegalArgumentException("cpus is not from 1 to " + MOST_CPUS + ": " + cpus);
        }
        clocksource = clocksource == null ? USUAL_CLOCKSOURCE : clocksource;
        firstInitcall = firstInitcall == null ? Nanos.ofMillis(1) : firstInitcall;
        early = early == null ? List.of() : List.copyOf(early);
        beforeInit = beforeInit == null ? Nanos.ofMillis(1) : beforeInit;
        smp = smp == null ? Nanos.ZERO : smp;
        driverModel = driverModel == null ? Nanos.ZERO : driverModel;
        initcalls = initcalls == null ? List.of() : List.copyOf(initcalls);
        BuildErrors.refuse(kernel, initcalls);
        devices = devices == null ? List.of() : List.copyOf(devices);
        ending = ending == null ? Ending.usual(kernel) : ending;
        loads = loads == null ? List.of() : List.copyOf(loads);
        cpuClocks = cpuClocks == null ? List.of() : List.copyOf(cpuClocks);
        if (cpuClocks.size() >= cpus && !cpuClocks.isEmpty()) {
            throw new IllegalArgumentException("cpu_clocks has " + cpuClocks.size() + " of them, and there are "
                    + (cpus - 1) + " processors beside the first");
        }
    }

    /** Whether it has no clock but the timer interrupt. */
    public boolean ticksOnly() {
        return clocksource.equals("jiffies");
    }

    /** The same machine with another kernel build. */
    public Machine withKernel(KernelConfig other) {
        List<InitFunction> there = initcalls.stream()
                .filter(each -> each.macro().isOf(other.version()))
                .filter(each -> other.knowsDeferral() || !each.function().equals(InitFunction.DEFERRED_PROBE))
                .toList();
        return with(other, there, devices, initramfs, loads);
    }

    /** The same machine with other init functions and loads. */
    public Machine withInitcalls(List<InitFunction> others, List<ModuleLoad> otherLoads) {
        return with(kernel, others, devices, initramfs, otherLoads);
    }

    /** The same machine with other devices. */
    public Machine withDevices(List<Device> others) {
        return with(kernel, initcalls, others, initramfs, loads);
    }

    /** The same machine with another initramfs; null for none. */
    public Machine withInitramfs(@Nullable Initramfs other) {
        return with(kernel, initcalls, devices, other, loads);
    }

    private Machine with(
            KernelConfig otherKernel,
            List<InitFunction> otherInitcalls,
            List<Device> otherDevices,
            @Nullable Initramfs otherInitramfs,
            List<ModuleLoad> otherLoads) {
        return new Machine(
                name,
                otherKernel,
                cpus,
                clocksource,
                console,
                firstInitcall,
                early,
                beforeInit,
                smp,
                driverModel,
                otherInitcalls,
                otherDevices,
                otherInitramfs,
                ending,
                otherLoads,
                cpuClocks);
    }

    /** Whether a module can be refused for the version of a symbol (CONFIG_MODVERSIONS): where one is. */
    public boolean knowsSymbolVersions() {
        return loads.stream().anyMatch(load -> load.build() == ModuleLoad.Build.MODVERSIONS);
    }

    /** The processor on which a task stays: the first for the thread that boots the machine, and one of the others for any other. */
    public int cpuOf(int pid) {
        return pid <= 1 || cpus == 1 ? 0 : 1 + pid % (cpus - 1);
    }

    /** Whether a module uses the symbols of others, so that {@code modprobe} has to load it. */
    public boolean needsOthers(String module) {
        return initcalls.stream()
                .anyMatch(function -> function.loadable()
                        && function.modName().equals(module)
                        && !function.depends().isEmpty());
    }

    /** The name of a task, as a trace has it when init runs: of a loader the program that loads modules. */
    public String taskName(int pid) {
        if (pid <= 1) {
            return pid == 0 ? "<idle>" : "init";
        }
        List<ModuleLoad> its =
                loads.stream().filter(load -> load.process() == pid).toList();
        return its.isEmpty() || its.stream().anyMatch(load -> needsOthers(load.module())) ? "modprobe" : "insmod";
    }
}
