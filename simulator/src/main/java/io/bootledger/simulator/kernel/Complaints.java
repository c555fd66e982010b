package io.bootledger.simulator.kernel;

import io.bootledger.simulator.faults.FaultRow;
import io.bootledger.simulator.faults.FaultTable;
import io.bootledger.simulator.faults.FaultWords;
import io.bootledger.simulator.faults.ModuleList;
import io.bootledger.simulator.faults.Taints;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.steps.Step;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.call.ModuleInitSuspicious;
import io.bootledger.traces.event.machine.KernelOopsed;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.KernelWarned;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The blocks of lines around warnings, oopses and panics, by {@link FaultTable}. */
final class Complaints {
    private static final int WARNING = 4;

    private final Printk printk;
    private final KernelVersion version;
    private final Machine machine;
    private final FaultTable table;
    private final FaultWords words;
    private final Taints taints;
    private final ModuleList modules;
    private final TruthBook truth;
    private final Steps steps;
    private int oopses;
    private boolean othersUp;
    private boolean tellsPlace;

    Complaints(Printk printk, Machine machine, Taints taints, ModuleList modules, TruthBook truth, Steps steps) {
        KernelConfig config = machine.kernel();
        this.printk = printk;
        this.version = config.version();
        this.machine = machine;
        this.table = new FaultTable(config.arch(), version);
        this.words = new FaultWords(machine);
        this.taints = taints;
        this.modules = modules;
        this.truth = truth;
        this.steps = steps;
    }

    /** What {@code do_one_initcall} says of a call when it is over: repaired, and complained about. */
    void misbehaved(KernelThread thread, CallOnRecord call, InitcallSymbol symbol, String complaint) {
        Map<String, String> said = of(thread);
        said.put("frame", words.callerOfInitcall(symbol));
        said.put("oops_id", words.nextOopsId());
        InitcallMisbehaved misbehaved = new InitcallMisbehaved(symbol, complaint);
        String fatal = print(
                thread,
                "complaint",
                said,
                (kind, text) -> kind == FaultRow.Kind.MISBEHAVED ? misbehaved : event(kind, text),
                (row, line) -> {
                    if (row.kind() == FaultRow.Kind.MISBEHAVED) {
                        call.complained(line, complaint);
                    }
                });
        if (fatal != null) {
            throw panic(thread, fatal, words.callerOfPanicOnWarn(), false);
        }
        if (version.atLeast(3, 10)) {
            thread.act(() -> taints.add(Taints.WARN));
        }
    }

    /** {@code do_init_module} ({@code kernel/module/main.c}): a positive value, and up to 7.0 how it came there. */
    void suspicious(KernelThread thread, String module, int returned) {
        printk.print(thread, WARNING, new ModuleInitSuspicious(module, returned));
        Map<String, String> said = of(thread);
        said.put("frame", words.loaderOfModule());
        print(thread, "suspicious", said);
    }

    /** A null pointer is read in kernel mode: the task is killed, or with {@code oops=panic} it is the end. */
    ThreadStopped oops(KernelThread thread, InitcallSymbol in, InitFunction function) {
        Map<String, String> said = of(thread);
        said.put("symbol", in.printed());
        said.put("frame", words.aroundInitcall(function));
        said.put("die", String.valueOf(++oopses));
        said.put("oops_id", words.nextOopsId());
        String fatal = print(thread, "oops", said);
        thread.act(() -> taints.add(Taints.DIE));
        if (fatal != null) {
            String does = "reads through a null pointer: the kernel oopses, and with oops=panic that is the end";
            steps.tell(thread, words.endsOops(), in.printed(), does);
            return panic(thread, fatal, words.callerOfFatal(), true);
        }
        steps.tell(thread, "oops", "make_task_dead", in.printed(), null);
        return thread.pid() > 1 ? new ThreadStopped(in.function() + " oopsed") : killed(thread);
    }

    /**
     * {@code do_exit}, since 5.17 {@code make_task_dead}: the idle task is gone, or, up to 5.2 {@code find_new_reaper}, the thread that
     * was to become init.
     */
    private ThreadStopped killed(KernelThread thread) {
        Map<String, String> said = words.ofMachine();
        StringBuilder reason = new StringBuilder();
        for (FaultRow row : table.lines(thread.pid() == 0 ? "killed_idle" : "killed")) {
            reason.append(row.with(said::get));
        }
        return panic(thread, reason.toString(), words.callerOfKilled(), true);
    }

    /** Other processors are there, which a panic has to stop. */
    void othersUp() {
        othersUp = machine.cpus() > 1;
    }

    /** {@code register_kernel_offset_dumper} and its like, among the first of the device level. */
    void tellsPlace() {
        tellsPlace = true;
    }

    /** No init is there. */
    ThreadStopped panic(KernelThread thread, String reason) {
        return panic(thread, reason, words.callerOfPanic(), false);
    }

    /** The end. */
    private ThreadStopped panic(KernelThread thread, String reason, String caller, boolean oopsed) {
        Map<String, String> said = of(thread);
        said.put("reason", reason);
        said.put("frame", caller);
        if (othersUp) {
            said.put("others", "");
        }
        if (tellsPlace) {
            said.putAll(words.ofPlace());
        }
        int reboots = machine.kernel().panicTimeoutSeconds();
        if (reboots > 0) {
            said.put("seconds", String.valueOf(reboots));
        } else if (reboots == 0) {
            said.put("unless_rebooted", reason);
        }
        String told = reason.strip();
        steps.tell(thread, Step.PANIC, null, told);
        String block = oopsed || taints.has(Taints.DIE) ? "panic_after_oops" : "panic";
        print(thread, block, said, Complaints::event, (row, line) -> {
            if (row.kind() == FaultRow.Kind.PANICKED) {
                truth.panicked(line, told);
            }
        });
        return ThreadStopped.panicking(told);
    }

    private Map<String, String> of(KernelThread thread) {
        Map<String, String> said = new HashMap<>(words.ofMachine());
        said.put("cpu", String.valueOf(machine.cpuOf(thread.pid())));
        said.put("pid", String.valueOf(thread.pid()));
        said.put("comm", thread.name());
        if (thread.pid() == 1) {
            said.put("kernel_thread", thread.name());
        }
        return said;
    }

    private interface Events {
        BootEvent of(FaultRow.Kind kind, String text);
    }

    private interface Printed {
        void line(FaultRow row, RecordedEvent line);
    }

    private @Nullable String print(KernelThread thread, String block, Map<String, String> said) {
        return print(thread, block, said, Complaints::event, (row, line) -> {});
    }

    /**
     * What taints the kernel and which modules it has is only known when the clock gets there.
     *
     * @return why the kernel panics where the block breaks off; null where it does not
     */
    private @Nullable String print(
            KernelThread thread, String block, Map<String, String> said, Events events, Printed printed) {
        for (FaultRow row : table.lines(block)) {
            long now = thread.now();
            Function<String, @Nullable String> words = word -> word(word, said, now);
            String likely = row.with(words);
            if (likely == null) {
                continue;
            }
            if (row.kind() == FaultRow.Kind.STOPS) {
                return likely;
            }
            Consumer<RecordedEvent> whenPrinted = line -> printed.line(row, line);
            printk.print(
                    thread,
                    row.severity(),
                    events.of(row.kind(), likely),
                    () -> events.of(row.kind(), Objects.requireNonNullElse(row.with(words), likely)),
                    whenPrinted);
        }
        return null;
    }

    private @Nullable String word(String word, Map<String, String> said, long now) {
        return switch (word) {
            case "taint" -> taints.printed();
            case "tainted" -> taints.told();
            case "modules" -> modules.printed(now);
            default -> said.get(word);
        };
    }

    private static BootEvent event(FaultRow.Kind kind, String text) {
        return switch (kind) {
            case WARNED -> new KernelWarned(text);
            case OOPSED -> new KernelOopsed(text);
            case PANICKED -> new KernelPanicked(text);
            default -> new MessageLogged(LogText.of(text));
        };
    }
}
