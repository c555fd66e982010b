package io.bootledger.simulator.kernel;

import io.bootledger.simulator.faults.ModuleList.Loading;
import io.bootledger.simulator.faults.Taints;
import io.bootledger.simulator.kernel.Bodies.Result;
import io.bootledger.simulator.machine.ErrorNumbers;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.LevelParameters;
import io.bootledger.simulator.machine.ModuleDialect;
import io.bootledger.simulator.machine.ModuleLoad.Build;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.call.ModuleRejected;
import io.bootledger.traces.event.call.ModuleTainted;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One module's way through {@code load_module} and {@code do_init_module}. */
final class LoadModule {
    private static final int ERR = 3;
    private static final int WARNING = 4;
    private static final int NOTICE = 5;

    private final RunningKernel kernel;
    private final ModuleDialect dialect;
    private final KernelThread loader;
    private final String module;
    private final @Nullable Build build;
    private final Loading load;
    private final Set<Build> taints;

    /**
     * @param load its place in the list of modules
     * @param taints why the kernel is tainted already: it says so once
     */
    LoadModule(
            RunningKernel kernel,
            KernelThread loader,
            InitFunction function,
            @Nullable Build build,
            Loading load,
            Set<Build> taints) {
        this.kernel = kernel;
        this.dialect = new ModuleDialect(kernel.machine().kernel());
        this.loader = loader;
        this.module = function.modName();
        this.build = build;
        this.load = load;
        this.taints = taints;
    }

    /**
     * What its functions do.
     *
     * @param unique whether there is no module of that name yet, nor one on its way
     * @param init calls its init function
     * @param waitForProbes waits for its probes
     */
    Bodies bodies(Supplier<Result> unique, IntSupplier init, Runnable waitForProbes) {
        String exists = dialect.checksEarly() ? "module_patient_check_exists" : "add_unformed_module";
        return new Bodies()
                .returns("module_sig_check", this::signature)
                .returns("elf_validity_cache_copy", this::size)
                .returns("blacklisted", this::blacklisted)
                .returns("check_modstruct_version", this::modversions)
                .returns("check_modinfo", this::vermagic)
                .returns(exists, unique)
                .does("module_augment_kernel_taints", this::taint)
                .says("parse_args", () -> parameters().isEmpty() ? "has no parameter to set" : "sets " + parameters())
                .does("parse_args", this::parsed)
                .returns("do_one_initcall", () -> init(init))
                .does("async_synchronize_full", waitForProbes);
    }

    private Result signature() {
        boolean enforced = kernel.machine().kernel().passes("module.sig_enforce")
                || kernel.machine().kernel().passes("module.sig_enforce=1");
        if (build != Build.UNSIGNED || !enforced) {
            return Result.OK;
        }
        String line = dialect.unsigned(module);
        return refused(
                line == null ? ErrorNumbers.ENOKEY : ErrorNumbers.EKEYREJECTED,
                line == null ? "unsigned; the log says nothing" : line,
                NOTICE,
                line == null ? null : new MessageLogged(LogText.of(line)));
    }

    /** Up to 6.3 nobody looks at the size. */
    private Result size() {
        String reason =
                ".gnu.linkonce.this_module section size must match the kernel's built struct module size at run time";
        return build == Build.STRUCT_SIZE && dialect.checksEarly()
                ? refused(ErrorNumbers.ENOEXEC, reason, ERR, new ModuleRejected(module, reason))
                : Result.OK;
    }

    private Result blacklisted() {
        if (!kernel.machine().kernel().lists("module_blacklist", module)) {
            return Result.OK;
        }
        String line = "Module " + module + " is blacklisted";
        return refused(
                ErrorNumbers.EPERM, line, ERR, dialect.saysBlacklisted() ? new MessageLogged(LogText.of(line)) : null);
    }

    private Result modversions() {
        String reason = "disagrees about version of symbol " + dialect.layoutSymbol();
        return build == Build.MODVERSIONS
                ? refused(ErrorNumbers.ENOEXEC, reason, WARNING, new ModuleRejected(module, reason))
                : Result.OK;
    }

    private Result vermagic() {
        if (build == Build.VERMAGIC) {
            String reason = "version magic '" + dialect.otherVermagic() + "' should be '"
                    + dialect.vermagic(kernel.machine().knowsSymbolVersions()) + "'";
            return refused(ErrorNumbers.ENOEXEC, reason, ERR, new ModuleRejected(module, reason));
        }
        if (!dialect.checksEarly()) {
            taint();
        }
        return Result.OK;
    }

    /** Also what has another layout is told by, if by anything, that it was built elsewhere. */
    private void taint() {
        if (build == Build.UNSIGNED && dialect.verifies()) {
            taints(kernel.modules().unsigned());
        }
        if (build == Build.UNSIGNED && dialect.saysUnverified() && taints.add(Build.UNSIGNED)) {
            say(
                    NOTICE,
                    new ModuleTainted(
                            module,
                            "module verification failed: signature and/or required key missing - tainting kernel"));
        }
        boolean elsewhere = build == Build.OUT_OF_TREE || build == Build.LAYOUT || build == Build.STRUCT_SIZE;
        if (elsewhere) {
            taints(Taints.OUT_OF_TREE);
        }
        if (elsewhere && dialect.saysOutOfTree() && taints.add(Build.OUT_OF_TREE)) {
            say(WARNING, new ModuleTainted(module, "loading out-of-tree module taints kernel."));
        }
    }

    private void taints(String letter) {
        loader.act(() -> kernel.modules().taint(load, letter));
    }

    /** {@code simplify_symbols}, where what it needs of other modules is there. */
    Result symbols() {
        return build == Build.UNKNOWN_SYMBOL ? unknown(module + "_missing", ErrorNumbers.ENOENT) : Result.OK;
    }

    /** The same where a module that it needs is not. */
    Result withoutSymbolsOf(String needed, boolean onItsWay) {
        if (onItsWay) {
            String line = module + ": gave up waiting for init of module " + needed + ".";
            say(WARNING, new MessageLogged(LogText.of(line)));
        }
        return unknown(needed + "_exported", onItsWay ? ErrorNumbers.EBUSY : ErrorNumbers.ENOENT);
    }

    private Result unknown(String symbol, int errno) {
        String line = module + ": Unknown symbol " + symbol + dialect.unknownSymbolEnding(errno);
        return refused(errno, line, WARNING, new MessageLogged(LogText.of(line)));
    }

    /** {@code insmod} is given none, and {@code modprobe} looks for them in {@code /proc/cmdline}. */
    private String parameters() {
        return loader.name().equals("modprobe")
                ? String.join(" ", new LevelParameters(kernel.machine()).wordsFor(module))
                : "";
    }

    private void parsed() {
        String told = kernel.dialect().parsing(module, parameters());
        if (told != null) {
            say(Priority.DEBUG, new MessageLogged(LogText.of(told)));
        }
    }

    /** {@code do_init_module}: a negative return unloads it again, a positive one is only wondered at. */
    private Result init(IntSupplier init) {
        if (build == Build.LAYOUT || build == Build.STRUCT_SIZE) {
            kernel.truth()
                    .unseen(
                            module,
                            "its struct module has another layout: the kernel never saw its init function",
                            true);
            kernel.steps().tell(loader, "do_one_initcall", module, "is not called: mod->init is NULL");
            return Result.OK;
        }
        int returned = init.getAsInt();
        if (returned > 0) {
            kernel.complaints().suspicious(loader, module, returned);
        }
        int told = dialect.told(returned);
        String why = told == returned ? "" : "-17 EEXIST would say that it is there already; ";
        return returned < 0 ? new Result(told, why + "the module is unloaded again") : Result.OK;
    }

    private Result refused(int errno, String reason, int severity, @Nullable BootEvent line) {
        if (line != null) {
            say(severity, line);
        }
        kernel.truth().unseen(module, reason, false);
        return Result.failed(errno, reason);
    }

    private void say(int severity, BootEvent line) {
        kernel.printk().print(loader, severity, line);
    }
}
