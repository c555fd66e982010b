package io.bootledger.cli.simulate;

import io.bootledger.reports.Printable;
import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.Image;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.MacroExpansion;
import io.bootledger.simulator.machine.Symbols;
import io.bootledger.simulator.scenario.ScenarioLog;
import io.bootledger.simulator.steps.Step;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.message.MessageTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Each init function's whole way: its macro, its entry in the array, its call, and the memory that is freed in the end. */
final class WayText {
    private final Machine machine;
    private final KernelConfig kernel;
    private final Map<String, Image.Entry> entries = new HashMap<>();
    private final Map<String, InitFunction> modules = new HashMap<>();
    private final Map<String, InitFunction> files = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final Map<Integer, WayTask> tasks = new TreeMap<>();
    private final Map<String, Long> nanos = new HashMap<>();
    private final String freed;
    private String within = "";
    private String loader = "";

    private WayText(ScenarioLog log, long seed) {
        this.machine = log.simulation().machine();
        this.kernel = machine.kernel();
        log.simulation()
                .image()
                .entries()
                .forEach(entry -> entries.put(Symbols.of(entry).printed(), entry));
        machine.initcalls().stream().filter(InitFunction::loadable).forEach(function -> {
            modules.put(Symbols.ofModule(function).printed(), function);
            files.put(function.modName(), function);
        });
        this.freed = logged(log, seed);
        lines.add("Linux " + kernel.release() + " (" + kernel.arch() + "), boot with seed " + seed);
    }

    static String of(ScenarioLog log, long seed) {
        WayText way = new WayText(log, seed);
        log.steps(seed, way::take);
        way.tasks.values().forEach(task -> way.stopped(task, null));
        StringBuilder text = new StringBuilder();
        way.lines.forEach(line -> text.append(Printable.of(line)).append('\n'));
        return text.toString();
    }

    /** How long the calls took, and the line by which the kernel says that it frees its init sections; empty without one. */
    private String logged(ScenarioLog log, long seed) {
        MessageTable messages = new MessageTable();
        List<String> free = new ArrayList<>();
        log.run(
                        seed,
                        record -> {
                            if (record.event() instanceof MemoryFreed event
                                    && event.kind() == MemoryFreed.Kind.INIT
                                    && free.isEmpty()) {
                                free.add(messages.write(event, kernel.version()));
                            }
                        },
                        traced -> {})
                .initcalls()
                .forEach(call -> nanos.put(call.symbol(), call.trueNanos()));
        return String.join("; ", free);
    }

    private void take(Step step) {
        WayTask task = tasks.computeIfAbsent(step.pid(), pid -> new WayTask());
        task.takes(step);
        switch (step.function()) {
            case "console_init", "security_init", "do_pre_smp_initcalls", "do_initcalls" -> within = step.function();
            case "do_initcall_level" -> within = "do_initcalls, " + step.of();
            case Step.RETURN -> returned(task, step);
            case Step.HANG, "do_exit", "make_task_dead", "oops_end", "die" -> stopped(task, step);
            case Step.PANIC -> panicked(task, step);
            case "initcall_blacklisted" -> skipped(step);
            case "init_module", "do_init_module" -> loader = step.function();
            case "do_one_initcall" -> notCalled(step);
            case "free_initmem" -> freed(step);
            case "do_free_init", "module_free" ->
                lines.add(at(step) + step.function() + ": the module's init sections are gone");
            default -> {}
        }
    }

    private void skipped(Step step) {
        if (step.does().startsWith("finds")) {
            lines.add(at(step) + step.of() + ": initcall_blacklisted " + step.does());
        }
    }

    private void panicked(WayTask task, Step step) {
        Step call = task.call();
        if (call != null) {
            task.isBack();
            called(call, "");
        }
        lines.add(at(step) + "panic: " + step.does());
    }

    private void freed(Step step) {
        lines.add(at(step) + "free_initmem: " + freed);
        lines.add(
                "          The functions above, __init, and their entries are gone. Nothing in the kernel calls one now,");
        lines.add("          modpost warns of what might: " + called());
    }

    /** {@code free_init_pages} takes the right to run from its pages, and arm64's {@code free_initmem} unmaps them. */
    private String called() {
        boolean faults = kernel.version().atLeast(3, 10)
                && (kernel.arch() == Arch.X86_64
                        || kernel.arch() == Arch.ARM64 && kernel.version().atLeast(4, 19));
        return faults
                ? "it would fault, as its pages are not to be run any more."
                : "it would run what lies there since.";
    }

    private void returned(WayTask task, Step step) {
        Step call = task.call();
        if (call != null && Objects.equals(call.of(), step.of())) {
            task.isBack();
            Long took = nanos.get(call.of());
            called(call, "; returned " + step.returned() + (took == null ? "" : " after " + took / 1_000 + " \u00b5s"));
        } else if (step.of() != null && step.returned() != null && step.returned() < 0) {
            refused(task, step, step.returned());
        }
    }

    private void called(Step call, String end) {
        Image.Entry entry = entries.get(call.of());
        InitFunction module = modules.get(call.of());
        if (entry != null) {
            registered(entry);
        } else if (module != null) {
            alias(module);
        }
        lines.add(
                "    " + at(call) + "called by pid " + call.pid() + " in " + (module == null ? within : loader) + end);
    }

    private void alias(InitFunction module) {
        lines.add(module.macro() + "(" + module.function() + ") in a module" + object(module));
        lines.add("    " + new MacroExpansion(kernel).init(module.function()).get(0) + " no entry");
    }

    /** A load that user space is told to have failed, by what and why; a call whose value was the reason has been told. */
    private void refused(WayTask task, Step step, int error) {
        InitFunction module = files.get(step.of());
        String reason = task.reason(step);
        if (module == null) {
            return;
        }
        boolean ran = reason.endsWith("the module is unloaded again");
        if (!ran) {
            alias(module);
        }
        lines.add("    " + at(step) + "refused to pid " + step.pid() + " with " + StepText.value(error) + " by "
                + reason + (ran ? "" : "; " + module.function() + " is not called"));
    }

    private void notCalled(Step step) {
        InitFunction module = files.get(step.of());
        if (module != null) {
            alias(module);
            lines.add("    " + at(step) + "loaded by pid " + step.pid() + "; " + module.function() + " " + step.does());
        }
    }

    /** Where a task goes no further: it is in an init function, or waits for one; null for where the boot ends. */
    private void stopped(WayTask task, @Nullable Step step) {
        Step call = task.call();
        if (call != null) {
            task.isBack();
            called(call, "");
        }
        if (step != null) {
            String waits = call != null && Objects.equals(call.of(), step.of()) ? "" : step.of() + ": ";
            lines.add("    " + at(step) + (call == null ? "pid " + step.pid() : call.of()) + ", " + step.function()
                    + ": " + waits + step.does());
        } else if (call != null) {
            lines.add("    " + call.of() + " has not returned when the boot ends");
        }
    }

    private void registered(Image.Entry entry) {
        InitFunction function = entry.function();
        lines.add(function.macro() + "(" + function.function() + ")" + object(function));
        lines.add("    " + entry.symbol() + ", " + kernel.arch().address(entry.address()) + " in "
                + function.macro().section());
    }

    private static String object(InitFunction function) {
        return function.object() == null ? "" : ", " + function.object() + " line " + function.sourceLine();
    }

    private static String at(Step step) {
        return "%d.%06d  ".formatted(step.timeUs() / 1_000_000, step.timeUs() % 1_000_000);
    }
}
