package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.Image;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.LevelParameters;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.call.LevelEntered;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** {@code init/main.c}: {@code do_initcalls} and {@code do_initcall_level}, and the loops before them. */
final class Initcalls {
    /** What {@code initcall_levels} has. */
    private static final List<InitcallLevel> LEVELS = Arrays.stream(InitcallLevel.values())
            .filter(level -> level.compareTo(InitcallLevel.PURE) >= 0)
            .filter(level -> level != InitcallLevel.ROOTFS && level != InitcallLevel.MODULE)
            .toList();

    private static final int ERR = 3;

    private final RunningKernel kernel;
    private final Image image;
    private final OneInitcall one;
    private final LevelParameters parameters;
    private final String commandLine;

    Initcalls(RunningKernel kernel, Image image, OneInitcall one) {
        this.kernel = kernel;
        this.image = image;
        this.one = one;
        this.parameters = new LevelParameters(kernel.machine());
        this.commandLine = kernel.machine().kernel().wholeCommandLine();
    }

    /** {@code console_init}: by the boot thread, before there is a pid 1, and never blacklisted. */
    void consoleInitcalls(KernelThread thread) {
        kernel.steps().call(thread, "console_init", new Bodies());
        entering(thread, InitcallLevel.CONSOLE);
        beforeInit(thread, image.level(InitcallLevel.CONSOLE));
    }

    /** {@code security_init}, up to 4.19. */
    void securityInitcalls(KernelThread thread) {
        beforeInit(thread, image.security());
    }

    private void beforeInit(KernelThread thread, List<Image.Entry> entries) {
        for (Image.Entry entry : entries) {
            passGap(thread, entry.function());
            one.withoutChecks(this, thread, entry);
        }
    }

    /** {@code do_pre_smp_initcalls}. */
    void preSmpInitcalls(KernelThread thread) {
        kernel.steps().call(thread, "do_pre_smp_initcalls", new Bodies());
        entering(thread, InitcallLevel.EARLY);
        callAll(thread, image.level(InitcallLevel.EARLY));
    }

    /** {@code do_initcalls}. */
    void allLevels(KernelThread thread) {
        for (InitcallLevel level : LEVELS) {
            Runnable calls = () -> {
                entering(thread, level);
                if (level == InitcallLevel.DEVICE) {
                    kernel.complaints().tellsPlace();
                }
                callAll(thread, entries(level));
            };
            kernel.steps()
                    .call(
                            thread,
                            "do_initcalls",
                            new Bodies()
                                    .does("do_initcall_level", () -> level(thread, level, calls))
                                    .does("do_one_initcall", calls));
        }
    }

    private void level(KernelThread thread, InitcallLevel level, Runnable calls) {
        int entries = entries(level).size();
        kernel.steps()
                .enter(
                        thread,
                        "do_initcall_level",
                        level.toString(),
                        () -> "has " + entries + (entries == 1 ? " entry" : " entries"));
        kernel.steps()
                .call(
                        thread,
                        "do_initcall_level",
                        new Bodies()
                                .says("parse_args", () -> set(level) + " '" + commandLine + "'")
                                .does("parse_args", () -> parsed(thread, level))
                                .does("do_one_initcall", calls));
        thread.leave();
    }

    private String set(InitcallLevel level) {
        List<String> words = parameters.words(level);
        List<String> invalid = parameters.invalid(level);
        if (words.isEmpty() && invalid.isEmpty()) {
            return "finds no parameter of the level in";
        }
        String sets = words.isEmpty() ? "" : "sets " + String.join(" ", words) + ", ";
        return sets + (invalid.isEmpty() ? "" : "cannot set " + String.join(" ", invalid) + ", ") + "of";
    }

    private void parsed(KernelThread thread, InitcallLevel level) {
        String told = kernel.dialect().parsing(kernel.dialect().levelName(level), commandLine);
        if (told != null) {
            kernel.printk().say(thread, Priority.DEBUG, told);
        }
        for (String word : parameters.invalid(level)) {
            String doing = kernel.dialect().levelName(level);
            kernel.printk().say(thread, ERR, LevelParameters.complaint(doing, word));
        }
    }

    /** rootfs initcalls stand behind fs and run with them. */
    private List<Image.Entry> entries(InitcallLevel level) {
        return level == InitcallLevel.FS
                ? Stream.concat(image.level(level).stream(), image.level(InitcallLevel.ROOTFS).stream())
                        .toList()
                : image.level(level);
    }

    private void callAll(KernelThread thread, List<Image.Entry> entries) {
        for (Image.Entry entry : entries) {
            passGap(thread, entry.function());
            one.builtIn(this, thread, entry);
        }
    }

    private void entering(KernelThread thread, InitcallLevel level) {
        LevelEntered event = new LevelEntered(level);
        kernel.tracepoints().trace(thread, event);
        if (Boolean.TRUE.equals(kernel.machine().kernel().initcallDebug())
                && kernel.dialect().printsLevel(level)) {
            kernel.printk().print(thread, Priority.DEBUG, event);
        }
    }

    /** What lies between the call before and this one. */
    private void passGap(KernelThread thread, InitFunction function) {
        thread.pass(
                kernel.durations().nanos(function.function() + " gap", function.gap(), InitFunction.Varies.LOG_NORMAL));
    }

    /** A module's init function, in the loader's process; a skipped one fails with -EPERM. */
    int module(KernelThread loader, InitFunction function) {
        return one.ofModule(this, loader, function);
    }
}
