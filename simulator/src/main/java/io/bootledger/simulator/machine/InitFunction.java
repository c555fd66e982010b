package io.bootledger.simulator.machine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An init function, how it is registered, and what it does when it is called.
 *
 * @param macro the macro in its source
 * @param function its name
 * @param module KBUILD_MODNAME; null where the function's name without {@code _init} and the like will do
 * @param config {@code y} built in, {@code m} a loadable module
 * @param object the object file it is linked from, as the makefiles name it: {@code drivers/block/loop.o}; null when nobody says
 * @param exit the function that {@code module_exit} names; null for none
 * @param sourceLine line of the macro; part of the entry's symbol since 5.12
 * @param size bytes of the function, as {@code %pS} prints it
 * @param gap time between the call before it and this one
 * @param takes its own working time, without its probes
 * @param returns its return value
 * @param says what it prints, in order
 * @param driver the driver it registers; matching devices are probed
 * @param asyncProbe whether that driver probes on async workers (PROBE_PREFER_ASYNCHRONOUS, {@code async_probe})
 * @param requests modules it has user space load while it waits ({@code request_module})
 * @param fault what it does wrong
 * @param varies how its time varies from boot to boot; null for the machine's usual way
 * @param waits where it sleeps until another thread is done, in order
 * @param queues work items that it leaves to a worker before anything else
 * @param algorithms the algorithms of cryptography that it registers, each with its self-test
 * @param depends modules whose symbols its module uses: {@code modprobe} loads them first ({@code modules.dep})
 */
public record InitFunction(
        InitcallMacro macro,
        String function,
        @Nullable String module,
        Config config,
        @Nullable String object,
        @Nullable String exit,
        int sourceLine,
        int size,
        Nanos gap,
        Nanos takes,
        int returns,
        List<Says> says,
        @Nullable String driver,
        boolean asyncProbe,
        List<String> requests,
        @Nullable Fault fault,
        @Nullable Varies varies,
        List<InitWait> waits,
        List<WorkItem> queues,
        List<WorkItem> algorithms,
        List<String> depends) {

    /** The initcall that switches the retries of deferred probes on (drivers/base/dd.c). */
    public static final String DEFERRED_PROBE = "deferred_probe_initcall";

    /** Built in or loadable. */
    public enum Config {
        Y,
        M
    }

    /** What an init function can do wrong. */
    public enum Fault {
        /** Never returns. */
        HANG,
        /** Faults: a built-in one takes the boot down with it, a module's only its loader. */
        OOPS,
        /** Returns with interrupts off. */
        IRQS_OFF,
        /** Returns with another preemption count. */
        PREEMPT,
        /** Both. */
        PREEMPT_AND_IRQS_OFF
    }

    /** How a time varies from boot to boot. */
    public enum Varies {
        /** A little, to either side, with a longer tail above; never an outlier. */
        LOG_NORMAL,
        /** Hardly: it waits for hardware that always takes as long. */
        STEADY,
        /** Sometimes far longer: a cold cache, a retry. */
        BIMODAL,
        /** In whole timer ticks: it sleeps. */
        TIMER_WAIT,
        /** Not at all. */
        NEVER
    }

    public InitFunction {
        if (macro == null || function == null || function.isBlank()) {
            throw new IllegalArgumentException(
                    "an initcall needs a macro and a function; got macro " + macro + ", function " + function);
        }
        Fields.name("function", function);
        Fields.name("module", module == null ? "" : module);
        Fields.notNegative("source_line", sourceLine);
        Fields.notNegative("size", size);
        config = config == null ? Config.Y : config;
        if (config == Config.M && !macro.isForModules()) {
            throw new IllegalArgumentException(function + ": a " + macro + " cannot be in a module: there is none with"
                    + " -DMODULE, and what needs it is built in");
        }
        sourceLine = sourceLine == 0 ? 1 + Names.number(function, 2_000) : sourceLine;
        size = size == 0 ? 0x10 + Names.number(function, 0x200) : size;
        gap = gap == null ? Nanos.ZERO : gap;
        takes = takes == null ? Nanos.ZERO : takes;
        says = says == null ? List.of() : List.copyOf(says);
        requests = requests == null ? List.of() : List.copyOf(requests);
        waits = waits == null ? List.of() : List.copyOf(waits);
        queues = queues == null ? List.of() : List.copyOf(queues);
        algorithms = algorithms == null ? List.of() : List.copyOf(algorithms);
        depends = depends == null ? List.of() : List.copyOf(depends);
    }

    /** An init function that does nothing else than take its time and return 0. */
    public static InitFunction of(InitcallMacro macro, String function, Nanos takes) {
        return new InitFunction(
                macro,
                function,
                null,
                Config.Y,
                null,
                null,
                0,
                0,
                Nanos.ZERO,
                takes,
                0,
                List.of(),
                null,
                false,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** KBUILD_MODNAME. */
    @JsonIgnore
    public String modName() {
        return module == null ? Names.moduleOf(function) : module;
    }

    /** Whether it is a module's. */
    @JsonIgnore
    public boolean loadable() {
        return config == Config.M;
    }

    /** The same function with a time that varies otherwise. */
    public InitFunction varying(@Nullable Varies other) {
        return with(draft -> draft.varies = other);
    }

    /** The same function with another working time. */
    public InitFunction taking(Nanos other) {
        return with(draft -> draft.takes = other);
    }

    /** The same function, so long after the call before it. */
    public InitFunction after(Nanos other) {
        return with(draft -> draft.gap = other);
    }

    /** The same function, printing something else. */
    public InitFunction saying(List<Says> others) {
        return with(draft -> draft.says = others);
    }

    /** The same function, sleeping there. */
    public InitFunction waiting(List<InitWait> others) {
        return with(draft -> draft.waits = others);
    }

    /** The same function, leaving such work to others. */
    public InitFunction starting(List<WorkItem> queued, List<WorkItem> registered) {
        return with(draft -> {
            draft.queues = queued;
            draft.algorithms = registered;
        });
    }

    /** The same function with another return value. */
    public InitFunction returning(int other) {
        return with(draft -> draft.returns = other);
    }

    /** The same function, going wrong in that way; null for not. */
    public InitFunction failingBy(@Nullable Fault other) {
        return with(draft -> draft.fault = other);
    }

    /** The same function in a loadable module. */
    public InitFunction asModule() {
        return with(draft -> {
            draft.macro = InitcallMacro.MODULE_INIT;
            draft.module = modName();
            draft.config = Config.M;
            draft.gap = Nanos.ZERO;
        });
    }

    /** The same function, registering a driver that probes on async workers. */
    public InitFunction probingAsync(String registers) {
        return registering(registers, true);
    }

    /** The same function, having modules loaded. */
    public InitFunction requesting(List<String> names) {
        return with(draft -> draft.requests = names);
    }

    /** The same function, registering a driver. */
    public InitFunction registering(String registers, boolean async) {
        return with(draft -> {
            draft.driver = registers;
            draft.asyncProbe = async;
        });
    }

    private InitFunction with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.function();
    }

    /** A copy whose parts may be changed. */
    private static final class Draft {
        private final InitFunction before;
        private InitcallMacro macro;
        private @Nullable String module;
        private Config config;
        private Nanos gap;
        private Nanos takes;
        private int returns;
        private List<Says> says;
        private @Nullable String driver;
        private boolean asyncProbe;
        private List<String> requests;
        private @Nullable Fault fault;
        private @Nullable Varies varies;
        private List<InitWait> waits;
        private List<WorkItem> queues;
        private List<WorkItem> algorithms;

        Draft(InitFunction before) {
            this.before = before;
            this.macro = before.macro;
            this.module = before.module;
            this.config = before.config;
            this.gap = before.gap;
            this.takes = before.takes;
            this.returns = before.returns;
            this.says = before.says;
            this.driver = before.driver;
            this.asyncProbe = before.asyncProbe;
            this.requests = before.requests;
            this.fault = before.fault;
            this.varies = before.varies;
            this.waits = before.waits;
            this.queues = before.queues;
            this.algorithms = before.algorithms;
        }

        InitFunction function() {
            return new InitFunction(
                    macro,
                    before.function,
                    module,
                    config,
                    before.object,
                    before.exit,
                    before.sourceLine,
                    before.size,
                    gap,
                    takes,
                    returns,
                    says,
                    driver,
                    asyncProbe,
                    requests,
                    fault,
                    varies,
                    waits,
                    queues,
                    algorithms,
                    before.depends);
        }
    }
}
