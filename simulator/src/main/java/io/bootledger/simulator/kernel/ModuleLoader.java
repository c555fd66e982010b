package io.bootledger.simulator.kernel;

import io.bootledger.simulator.faults.ModuleList;
import io.bootledger.simulator.faults.ModuleList.Loading;
import io.bootledger.simulator.kernel.Bodies.Result;
import io.bootledger.simulator.machine.ErrorNumbers;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Config;
import io.bootledger.simulator.machine.ModuleDialect;
import io.bootledger.simulator.machine.ModuleLoad;
import io.bootledger.simulator.machine.ModuleLoad.Build;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code kernel/module/main.c}: {@code insmod} to {@code init_module} to {@code load_module} to {@code do_init_module} to {@code
 * do_one_initcall}, in the loader's process; several loaders work side by side.
 */
final class ModuleLoader {
    private static final int HELPER_PID = 900;
    private static final long READ_FILE_NANOS = 150_000;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final RunningKernel kernel;
    private final AsyncWork async;
    private final Rootfs rootfs;
    private final ModuleDialect dialect;
    private final Map<String, InitFunction> files = new LinkedHashMap<>();
    private final Map<String, Build> builds = new HashMap<>();
    private final Map<String, Loading> opened = new HashMap<>();
    private final ModuleList listed;
    private final Set<Build> taints = EnumSet.noneOf(Build.class);
    private int helpers;

    ModuleLoader(RunningKernel kernel, AsyncWork async, Rootfs rootfs) {
        this.kernel = kernel;
        this.async = async;
        this.rootfs = rootfs;
        this.dialect = new ModuleDialect(kernel.machine().kernel());
        this.listed = kernel.modules();
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
            String program = needs(load.module()).isEmpty() ? "insmod" : "modprobe";
            KernelThread thread = process(load.process(), program);
            try {
                if (comesBack(initcalls, thread, load.module())) {
                    next(initcalls, loader, loads, index + 1, thread.now());
                }
            } catch (ThreadStopped panic) {
                kernel.clock().endAt(thread.now());
            }
        });
    }

    /** {@code request_module}: the caller sleeps while a helper, for which the initramfs must be there, loads it. */
    void request(Initcalls initcalls, KernelThread thread, String module) {
        kernel.steps().enter(thread, "request_module", module, () -> "has user space load it, and waits for that");
        if (rootfs.refusesHelpers(thread)) {
            kernel.steps().returned(thread, module, "helpers are not allowed yet", -ErrorNumbers.EBUSY);
            kernel.truth().unseen(module, "it was requested when no helper was allowed yet", false);
            thread.leave();
            return;
        }
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
        boolean back;
        try {
            back = comesBack(initcalls, helper, module);
        } catch (ThreadStopped panic) {
            thread.waitUntil(helper.now());
            throw panic;
        }
        if (!back) {
            thread.waitUntil(helper.now());
            throw kernel.steps().hang(thread, module, "modprobe never ends: waits for ever");
        }
        thread.waitUntil(helper.now());
        kernel.steps().returned(thread, module, "modprobe is done", 0);
        thread.leave();
    }

    private KernelThread process(int pid, String name) {
        return KernelThread.beside(kernel.clock(), pid, name);
    }

    /**
     * Whether it goes on; where the kernel panics nothing does. Nothing for a loader that is killed on the way: that leaves its module
     * neither live nor gone, and its call open on the record.
     */
    private boolean comesBack(Initcalls initcalls, KernelThread thread, String module) {
        try {
            probe(initcalls, thread, module);
            return true;
        } catch (ThreadStopped stopped) {
            if (stopped.panics()) {
                throw stopped;
            }
            return !stopped.hangs();
        }
    }

    private List<String> needs(String module) {
        InitFunction function = files.get(module);
        return function == null ? List.of() : function.depends();
    }

    /** {@code modprobe} loads first what a module needs and is not live yet, and gives up where that fails. */
    private int probe(Initcalls initcalls, KernelThread thread, String module) {
        for (String needed : needs(module)) {
            Loading there = listed.named(needed);
            if (there == null || !there.isLive(thread.now())) {
                int returned = probe(initcalls, thread, needed);
                if (returned < 0 && returned != -ErrorNumbers.EEXIST) {
                    kernel.steps().enter(thread, thread.name(), module, () -> "needs " + needed + " first");
                    kernel.steps().returned(thread, module, needed + " cannot be loaded", returned);
                    thread.leave();
                    kernel.truth().unseen(module, "modprobe could not load " + needed + ", which it needs", false);
                    return returned;
                }
            }
        }
        InitFunction function = files.get(module);
        return function == null ? -ErrorNumbers.ENOENT : insmod(initcalls, thread, module, function);
    }

    private int insmod(Initcalls initcalls, KernelThread thread, String module, InitFunction function) {
        Loading mine = new Loading(module);
        LoadModule load = new LoadModule(kernel, thread, function, builds.get(module), mine, taints);
        Bodies bodies =
                load.bodies(() -> unique(thread, module, mine), () -> initcalls.module(thread, function), () -> {
                    if (!function.asyncProbe()) {
                        async.waitForAll(thread);
                    }
                });
        bodies.returns("simplify_symbols", () -> symbols(thread, function, load));
        bodies.returns("idempotent_init_module", () -> onlyOne(thread, module, mine, bodies));
        kernel.steps().enter(thread, thread.name(), module, () -> "is told to load " + module + ".ko");
        Result result = kernel.steps().call(thread, "insmod", bodies);
        mine.over(thread.now(), result.value());
        kernel.steps()
                .returned(thread, module, result.fails() ? "to user space" : "to user space: loaded", result.value());
        thread.leave();
        return result.value();
    }

    /** {@code resolve_symbol_wait}, or up to 2.6.34 {@code use_module}: a module that is needed may be on its way still. */
    private Result symbols(KernelThread thread, InitFunction function, LoadModule load) {
        for (String needed : function.depends()) {
            Loading other = listed.named(needed);
            if (other != null && other.runs(thread.now())) {
                String does = "another task loads " + needed + ", whose symbols it uses: waits, up to 30 s";
                kernel.steps().enter(thread, "wait_event_interruptible_timeout", null, () -> does);
                thread.waitUntil(Math.min(other.until(), thread.now() + PATIENCE_NANOS));
                thread.leave();
            }
            if (other == null || !other.isLive(thread.now())) {
                return load.withoutSymbolsOf(needed, other != null && other.runs(thread.now()));
            }
        }
        return load.symbols();
    }

    /**
     * {@code idempotent_init_module}, since 6.5: who comes while another task loads the same file waits for that, and returns what it
     * returns.
     */
    private Result onlyOne(KernelThread thread, String module, Loading mine, Bodies bodies) {
        Loading other = opened.get(module);
        if (other == null || !other.runs(thread.now())) {
            opened.put(module, mine);
            return kernel.steps().call(thread, "idempotent_init_module", bodies);
        }
        String wait = Objects.requireNonNull(dialect.waitsForFile(), "only kernels that have the wait call it");
        long since = thread.now();
        sleepFor(thread, module, other, wait, "another task loads the file: returns what that returns");
        kernel.truth().repeated(thread, module, kernel.ktime(), since, other.value());
        return other.value() < 0 ? new Result(other.value(), "as the other") : Result.OK;
    }

    /** {@code add_unformed_module} and what did its work before: the name is taken, or this load is over. */
    private Result unique(KernelThread thread, String module, Loading mine) {
        long since = thread.now();
        for (Loading other = listed.named(module); other != null; other = listed.named(module)) {
            boolean running = other.runs(thread.now());
            if (running && !dialect.waitsForComing()) {
                return refused(thread, module, since, ErrorNumbers.EEXIST, "another task loads it");
            }
            if (running) {
                String does = "another task loads the module: waits until it is live or gone";
                sleepFor(thread, module, other, "wait_event_interruptible", does);
            }
            if (other.value() == 0) {
                String why = running ? "the other has loaded it" : "it is there already";
                return refused(thread, module, since, ErrorNumbers.EEXIST, why);
            }
            if (running && !dialect.triesAgain()) {
                return refused(thread, module, since, ErrorNumbers.EBUSY, "the other could not load it");
            }
            listed.forget(other);
        }
        listed.add(mine, thread.now());
        return Result.OK;
    }

    private Result refused(KernelThread thread, String module, long since, int errno, String why) {
        kernel.truth().repeated(thread, module, kernel.ktime(), since, -errno);
        return Result.failed(errno, why);
    }

    private void sleepFor(KernelThread thread, String module, Loading other, String function, String does) {
        kernel.steps().enter(thread, function, null, () -> does);
        if (other.neverEnds()) {
            kernel.truth().repeated(thread, module, kernel.ktime(), thread.now(), null);
            throw kernel.steps().hang(thread, module, "never comes: waits for ever");
        }
        thread.waitUntil(other.until());
        thread.leave();
    }
}
