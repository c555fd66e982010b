package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.ErrorNumbers;
import io.bootledger.simulator.machine.Image;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.Symbols;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallBlacklisted;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.LevelEntered;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code init/main.c}: {@code do_initcalls}, {@code do_initcall_level}, {@code do_one_initcall}. */
final class Initcalls {
    private final RunningKernel kernel;
    private final Image image;
    private final Set<String> blacklist;
    private final InitBody body;
    private final boolean logged;
    private long sharedStart;
    private long traced;

    Initcalls(RunningKernel kernel, Image image, Set<String> blacklist, InitBody body) {
        this.kernel = kernel;
        this.image = image;
        this.blacklist = kernel.dialect().knowsBlacklist() ? blacklist : Set.of();
        this.body = body;
        this.logged = Boolean.TRUE.equals(kernel.machine().kernel().initcallDebug());
    }

    /** {@code console_init}: by the boot thread, before there is a pid 1, and never blacklisted. */
    void consoleInitcalls(KernelThread thread) {
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
            call(thread, entry, kernel.dialect().logsConsoleInitcalls());
        }
    }

    /** {@code do_pre_smp_initcalls}. */
    void preSmpInitcalls(KernelThread thread) {
        level(thread, InitcallLevel.EARLY);
    }

    /** {@code do_initcalls}. rootfs initcalls stand behind fs and run with them. */
    void allLevels(KernelThread thread) {
        for (InitcallLevel level : InitcallLevel.values()) {
            if (level.compareTo(InitcallLevel.PURE) >= 0 && level != InitcallLevel.MODULE) {
                level(thread, level);
            }
        }
    }

    private void level(KernelThread thread, InitcallLevel level) {
        entering(thread, level);
        for (Image.Entry entry : image.level(level)) {
            oneBuiltIn(thread, entry);
        }
    }

    private void entering(KernelThread thread, InitcallLevel level) {
        LevelEntered event = new LevelEntered(level);
        if (level != InitcallLevel.ROOTFS) {
            trace(thread, event);
        }
        if (logged && kernel.dialect().printsLevel(level)) {
            kernel.printk().print(thread, Priority.DEBUG, event);
        }
    }

    private void oneBuiltIn(KernelThread thread, Image.Entry entry) {
        passGap(thread, entry.function());
        if (!skipped(thread, entry.called())) {
            call(thread, entry, true);
        }
    }

    /** What lies between the call before and this one. */
    private void passGap(KernelThread thread, InitFunction function) {
        thread.pass(
                kernel.durations().nanos(function.function() + " gap", function.gap(), InitFunction.Varies.LOG_NORMAL));
    }

    private void call(KernelThread thread, Image.Entry entry, boolean inLog) {
        doOneInitcall(
                thread,
                Symbols.of(entry),
                entry.function(),
                entry.function().macro().level(),
                inLog && logged);
    }

    /** A module's init function, in the loader's process; a skipped one fails with -EPERM. */
    int module(KernelThread loader, InitFunction function) {
        if (skipped(loader, function.function())) {
            return -ErrorNumbers.EPERM;
        }
        return doOneInitcall(loader, Symbols.ofModule(function), function, InitcallLevel.MODULE, logged);
    }

    private boolean skipped(KernelThread thread, String called) {
        if (!blacklist.contains(called)) {
            return false;
        }
        kernel.printk()
                .print(
                        thread,
                        Priority.DEBUG,
                        new InitcallBlacklisted(called),
                        line -> kernel.truth().blacklisted(line, called));
        return true;
    }

    /** {@code do_one_initcall}: start line, call, end line, and a look at what it left behind. */
    private int doOneInitcall(
            KernelThread thread, InitcallSymbol symbol, InitFunction function, InitcallLevel level, boolean inLog) {
        CallOnRecord call = kernel.truth().call(symbol, level, thread.pid());
        trace(thread, new InitcallStarted(symbol, thread.pid()));
        if (inLog) {
            kernel.printk()
                    .print(thread, Priority.DEBUG, new InitcallStarted(symbol, thread.pid()), call::startPrinted);
        }
        long begin = thread.now();
        thread.act(() -> sharedStart = kernel.ktime().ktime(begin));
        int returned = body.run(this, thread, symbol, function);
        finished(thread, call, symbol, returned, begin, inLog);
        repair(thread, call, symbol, function);
        return returned;
    }

    private void finished(
            KernelThread thread, CallOnRecord call, InitcallSymbol symbol, int returned, long begin, boolean inLog) {
        long end = thread.now();
        call.returned(returned, end - begin);
        trace(thread, new InitcallFinished(symbol, returned, null));
        if (inLog) {
            kernel.printk()
                    .print(
                            thread,
                            Priority.DEBUG,
                            end(symbol, returned, end - begin),
                            () -> measured(call, symbol, returned, begin, end),
                            call::endPrinted);
        }
    }

    /** The number in the line: since 4.17 counted from the latest start of any initcall. */
    private BootEvent measured(CallOnRecord call, InitcallSymbol symbol, int returned, long begin, long end) {
        long start = kernel.dialect().sharesStartTime()
                ? sharedStart
                : kernel.ktime().ktime(begin);
        InitcallFinished event =
                end(symbol, returned, Math.max(0, kernel.ktime().ktime(end) - start));
        if (event.reported() != null) {
            call.reported(event.reported().value());
        }
        return event;
    }

    private InitcallFinished end(InitcallSymbol symbol, int returned, long nanos) {
        return new InitcallFinished(symbol, returned, kernel.dialect().initcallDuration(nanos));
    }

    private void repair(KernelThread thread, CallOnRecord call, InitcallSymbol symbol, InitFunction function) {
        String complaint = complaint(function.fault());
        if (complaint != null && function.macro().inLevels()) {
            kernel.complaints().misbehaved(thread, call, symbol, complaint);
        }
    }

    private static @Nullable String complaint(InitFunction.@Nullable Fault fault) {
        if (fault == null) {
            return null;
        }
        return switch (fault) {
            case PREEMPT -> "preemption imbalance";
            case IRQS_OFF -> "disabled interrupts";
            case PREEMPT_AND_IRQS_OFF -> "preemption imbalance disabled interrupts";
            case HANG, OOPS -> null;
        };
    }

    private void trace(KernelThread thread, BootEvent event) {
        long stamp = kernel.ktime().stamp(thread.now());
        Caller caller = Caller.task(thread.pid());
        thread.act(() -> kernel.trace()
                .accept(new RecordedEvent(
                        traced++, BootTime.ofMicros(stamp / 1_000), caller, null, event, new Origin(0, null))));
    }

    /** The functions that {@code initcall_blacklist=} names, in order. */
    static List<String> blacklistOn(String commandLine) {
        return Arrays.stream(commandLine.split("\\s+"))
                .filter(word -> word.startsWith("initcall_blacklist="))
                .flatMap(word -> Arrays.stream(
                        word.substring("initcall_blacklist=".length()).split(",")))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
