package io.bootledger.simulator.kernel;

import io.bootledger.simulator.kernel.Bodies.Result;
import io.bootledger.simulator.machine.ErrorNumbers;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Config;
import io.bootledger.simulator.machine.ModuleLoad;
import io.bootledger.simulator.machine.ModuleLoad.Build;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code kernel/module/main.c}: {@code insmod} to {@code init_module} to {@code load_module} to {@code do_init_module} to {@code
 * do_one_initcall}, in the loader's process; several loaders work side by side.
 */
final class ModuleLoader {
    private static final int FIRST_PID = 180;
    private static final int HELPER_PID = 900;
    private static final long READ_FILE_NANOS = 150_000;

    private final RunningKernel kernel;
    private final AsyncWork async;
    private final Rootfs rootfs;
    private final Map<String, InitFunction> files = new LinkedHashMap<>();
    private final Map<String, Build> builds = new HashMap<>();
    private final Set<String> present = new HashSet<>();
    private final Set<Build> taints = EnumSet.noneOf(Build.class);
    private int helpers;

    ModuleLoader(RunningKernel kernel, AsyncWork async, Rootfs rootfs) {
        this.kernel = kernel;
        this.async = async;
        this.rootfs = rootfs;
        for (InitFunction function : kernel.machine().initcalls()) {
            if (function.config() == Config.M) {
                files.put(function.modName(), function);
            }
        }
        for (ModuleLoad load : kernel.machine().loads()) {
            if (load.build() != null) {
                builds.put(load.module(), load.build());
            }
        }
    }

    /** User space starts its loaders; what they do comes to pass when the clock runs on. */
    void start(Initcalls initcalls, long now) {
        Map<Integer, List<ModuleLoad>> byLoader = new TreeMap<>();
        for (ModuleLoad load : kernel.machine().loads()) {
            byLoader.computeIfAbsent(load.loader(), loader -> new ArrayList<>()).add(load);
        }
        byLoader.forEach((loader, loads) -> next(initcalls, loader, loads, 0, now));
    }

    private void next(Initcalls initcalls, int loader, List<ModuleLoad> loads, int index, long now) {
        if (index == loads.size()) {
            return;
        }
        ModuleLoad load = loads.get(index);
        long start = now + kernel.durations().nanos("load " + load.module() + index, load.after(), null);
        kernel.clock().at(start, () -> {
            KernelThread thread = process(load.pid() == null ? FIRST_PID + loader : load.pid(), "insmod");
            load(initcalls, thread, load.module());
            next(initcalls, loader, loads, index + 1, thread.now());
        });
    }

    /** {@code request_module}: the caller sleeps while a helper, for which the initramfs must be there, loads it. */
    void request(Initcalls initcalls, KernelThread thread, String module) {
        kernel.steps().enter(thread, "request_module", module, () -> "has user space load it, and waits for that");
        if (kernel.dialect().unpacksAsync()) {
            kernel.steps()
                    .enter(thread, "wait_for_initramfs", null, () -> "modprobe and the module may be in the initramfs");
            thread.leave();
        }
        if (!rootfs.hasPrograms(thread)) {
            kernel.steps().returned(thread, module, "there is no modprobe yet", -ErrorNumbers.ENOENT);
            kernel.truth().unseen(module, "it was requested when there was no modprobe yet", false);
            thread.leave();
            return;
        }
        KernelThread helper = process(HELPER_PID + helpers++, "modprobe");
        helper.waitUntil(thread.now() + READ_FILE_NANOS);
        load(initcalls, helper, module);
        thread.waitUntil(helper.now());
        kernel.steps().returned(thread, module, "modprobe is done", 0);
        thread.leave();
    }

    private KernelThread process(int pid, String name) {
        return KernelThread.beside(kernel.clock(), pid, name);
    }

    private void load(Initcalls initcalls, KernelThread thread, String module) {
        try {
            insmod(initcalls, thread, module);
        } catch (ThreadStopped killed) {
            present.add(module);
        }
    }

    private Result insmod(Initcalls initcalls, KernelThread thread, String module) {
        InitFunction function = files.get(module);
        if (function == null) {
            return Result.failed(ErrorNumbers.ENOENT, "there is no " + module + ".ko");
        }
        boolean alone = present.add(module);
        Bodies bodies = new LoadModule(kernel, thread, function, builds.get(module), taints)
                .bodies(alone, () -> initcalls.module(thread, function), () -> {
                    if (!function.asyncProbe()) {
                        async.waitForAll(thread);
                    }
                });
        kernel.steps().enter(thread, thread.name(), module, () -> "is told to load " + module + ".ko");
        // A loader that is killed on the way leaves its module neither loaded nor gone, and its call open on the
        // record.
        Result result = kernel.steps().call(thread, "insmod", bodies);
        kernel.steps()
                .returned(thread, module, result.fails() ? "to user space" : "to user space: loaded", result.value());
        thread.leave();
        if (alone && result.fails()) {
            thread.act(() -> present.remove(module));
        }
        return result;
    }
}
