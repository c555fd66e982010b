package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Config;
import io.bootledger.simulator.machine.ModuleLoad;
import io.bootledger.simulator.machine.ModuleLoad.Build;
import io.bootledger.traces.event.call.ModuleInitSuspicious;
import io.bootledger.traces.event.call.ModuleRejected;
import io.bootledger.traces.event.call.ModuleTainted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code kernel/module/main.c}: {@code insmod} to {@code init_module} to {@code load_module} to {@code do_init_module} to {@code
 * do_one_initcall}, in the loader's process; several loaders work side by side.
 */
final class ModuleLoader {
    private static final int ERR = 3;
    private static final int WARNING = 4;
    private static final int FIRST_PID = 180;
    private static final int HELPER_PID = 900;
    private static final long READ_FILE_NANOS = 150_000;

    private final RunningKernel kernel;
    private final AsyncWork async;
    private final Rootfs rootfs;
    private final Map<String, InitFunction> files = new LinkedHashMap<>();
    private final Map<String, Build> builds = new HashMap<>();
    private final Set<String> present = new HashSet<>();
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
            insmod(initcalls, thread, load.module());
            next(initcalls, loader, loads, index + 1, thread.now());
        });
    }

    /** {@code request_module}: the caller sleeps while a helper loads it. */
    void request(Initcalls initcalls, KernelThread thread, String module) {
        rootfs.waitForInitramfs(thread);
        KernelThread helper = process(HELPER_PID + helpers++, "modprobe");
        helper.waitUntil(thread.now() + READ_FILE_NANOS);
        insmod(initcalls, helper, module);
        thread.waitUntil(helper.now());
    }

    private KernelThread process(int pid, String name) {
        return KernelThread.beside(kernel.clock(), pid, name);
    }

    private void insmod(Initcalls initcalls, KernelThread thread, String module) {
        InitFunction function = files.get(module);
        if (function == null || !present.add(module)) {
            return;
        }
        try {
            load(initcalls, thread, function, builds.get(module));
        } catch (ThreadStopped killed) {
            // The loader is gone, the module is neither loaded nor gone, and its call stays open on the record.
            present.add(module);
        }
    }

    /** {@code load_module}: checks, then {@code do_init_module}. */
    private void load(Initcalls initcalls, KernelThread thread, InitFunction function, @Nullable Build build) {
        String module = function.modName();
        if (build == Build.VERMAGIC || build == Build.MODVERSIONS) {
            reject(thread, module, build);
            thread.act(() -> present.remove(module));
            return;
        }
        if (build != null) {
            taint(thread, module);
        }
        if (build == Build.LAYOUT) {
            kernel.truth()
                    .unseen(
                            module,
                            "its struct module has another layout: the kernel never saw its init function",
                            true);
            return;
        }
        initModule(initcalls, thread, function, module);
    }

    /** {@code do_init_module}: a negative return unloads it again, a positive one is only wondered at. */
    private void initModule(Initcalls initcalls, KernelThread thread, InitFunction function, String module) {
        int returned = initcalls.module(thread, function);
        if (returned < 0) {
            thread.act(() -> present.remove(module));
            return;
        }
        if (returned > 0) {
            kernel.printk().print(thread, WARNING, new ModuleInitSuspicious(module, returned));
        }
        if (!function.asyncProbe()) {
            async.waitForAll(thread);
        }
    }

    private void reject(KernelThread thread, String module, Build build) {
        String release = kernel.machine().kernel().release();
        String reason = build == Build.VERMAGIC
                ? "version magic '0.0.0 SMP mod_unload ' should be '" + release + " SMP mod_unload '"
                : "disagrees about version of symbol module_layout";
        kernel.printk().print(thread, ERR, new ModuleRejected(module, reason));
        kernel.truth().unseen(module, reason, false);
    }

    private void taint(KernelThread thread, String module) {
        String reason = "loading out-of-tree module taints kernel.";
        kernel.printk().print(thread, WARNING, new ModuleTainted(module, reason));
    }
}
