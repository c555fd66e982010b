package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.ErrorNumbers;
import io.bootledger.simulator.machine.Image;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.Symbols;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.call.InitcallBlacklisted;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code init/main.c}: {@code do_one_initcall}, for what is built in and for modules. */
final class OneInitcall {
    private static final String CHECKED = "do_one_initcall";

    /** {@code console_init} and {@code security_init} have a loop of their own, without the checks. */
    private static final String UNCHECKED = "console_initcall";

    private final RunningKernel kernel;
    private final Set<String> blacklist;
    private final InitBody body;
    private final boolean logged;
    private long sharedStart;

    OneInitcall(RunningKernel kernel, List<String> blacklist, InitBody body) {
        this.kernel = kernel;
        this.blacklist = kernel.dialect().knowsBlacklist() ? Set.copyOf(blacklist) : Set.of();
        this.body = body;
        this.logged = Boolean.TRUE.equals(kernel.machine().kernel().initcallDebug());
    }

    /** One call of an init function: by which loop, and whether the log tells it. */
    private record Call(
            Initcalls initcalls,
            String loop,
            InitFunction function,
            InitcallSymbol symbol,
            boolean inLog,
            CallOnRecord record) {}

    /** By a loop that checks nothing. */
    void withoutChecks(Initcalls initcalls, KernelThread thread, Image.Entry entry) {
        InitFunction function = entry.function();
        boolean inLog = logged && kernel.dialect().logsConsoleInitcalls();
        call(thread, call(initcalls, UNCHECKED, thread, function, Symbols.of(entry), inLog));
    }

    /** What it returns is not looked at. */
    void builtIn(Initcalls initcalls, KernelThread thread, Image.Entry entry) {
        InitFunction function = entry.function();
        kernel.steps()
                .enter(
                        thread,
                        CHECKED,
                        Symbols.of(entry).printed(),
                        () -> function.macro() + ", "
                                + kernel.machine().kernel().arch().address(entry.address()) + " in "
                                + function.macro().section());
        if (!skipped(thread, entry.called())) {
            call(thread, call(initcalls, CHECKED, thread, function, Symbols.of(entry), logged));
        }
        thread.leave();
    }

    /** The return value; -EPERM for one that is skipped. */
    int ofModule(Initcalls initcalls, KernelThread thread, InitFunction function) {
        InitcallSymbol symbol = Symbols.ofModule(function);
        kernel.steps().enter(thread, CHECKED, symbol.printed(), () -> "mod->init, which is init_module");
        int returned = skipped(thread, function.function())
                ? -ErrorNumbers.EPERM
                : call(thread, call(initcalls, CHECKED, thread, function, symbol, logged));
        thread.leave();
        return returned;
    }

    private Call call(
            Initcalls initcalls,
            String loop,
            KernelThread thread,
            InitFunction function,
            InitcallSymbol symbol,
            boolean inLog) {
        InitcallLevel level =
                function.loadable() ? InitcallLevel.MODULE : function.macro().level();
        return new Call(initcalls, loop, function, symbol, inLog, kernel.truth().call(symbol, level, thread.pid()));
    }

    private boolean skipped(KernelThread thread, String called) {
        boolean skips = blacklist.contains(called);
        kernel.steps()
                .tell(
                        thread,
                        CHECKED,
                        "initcall_blacklisted",
                        skips ? called : null,
                        skips ? "finds the name in initcall_blacklist=: no call, -EPERM" : null);
        if (skips) {
            kernel.printk()
                    .print(
                            thread,
                            Priority.DEBUG,
                            new InitcallBlacklisted(called),
                            line -> kernel.truth().blacklisted(line, called));
        }
        return skips;
    }

    /** Start line, call, end line, and a look at what it left behind. */
    private int call(KernelThread thread, Call call) {
        InitcallSymbol symbol = call.symbol;
        kernel.tracepoints().trace(thread, new InitcallStarted(symbol, thread.pid()));
        if (call.inLog) {
            kernel.steps().tell(thread, call.loop, "do_trace_initcall_start", null, null);
            kernel.printk()
                    .print(
                            thread,
                            kernel.dialect().callSeverity(),
                            new InitcallStarted(symbol, thread.pid()),
                            call.record::startPrinted);
        }
        long begin = thread.now();
        thread.act(() -> sharedStart = kernel.ktime().ktime(begin));
        kernel.steps().tell(thread, call.loop, "fn", symbol.printed(), null);
        thread.enter();
        int returned = body.run(call.initcalls, thread, symbol, call.function);
        thread.leave();
        finished(thread, call, returned, begin);
        leftBehind(thread, call, returned);
        kernel.steps().returned(thread, symbol.printed(), consequence(call, returned), returned);
        return returned;
    }

    private static String consequence(Call call, int returned) {
        if (!call.function.loadable()) {
            return "nobody looks at it";
        }
        return returned == 0 ? "" : returned < 0 ? "the module will not stay" : "is wondered at, and the module stays";
    }

    private void finished(KernelThread thread, Call call, int returned, long begin) {
        long end = thread.now();
        call.record.returned(returned, end - begin);
        kernel.tracepoints().trace(thread, new InitcallFinished(call.symbol, returned, null));
        if (call.inLog) {
            kernel.steps().tell(thread, call.loop, "do_trace_initcall_finish", null, null);
            kernel.printk()
                    .print(
                            thread,
                            kernel.dialect().callSeverity(),
                            end(call.symbol, returned, end - begin),
                            () -> measured(call, returned, begin, end),
                            call.record::endPrinted);
        }
    }

    /** The number in the line: since 4.17 counted from the latest start of any initcall. */
    private BootEvent measured(Call call, int returned, long begin, long end) {
        long start = kernel.dialect().sharesStartTime()
                ? sharedStart
                : kernel.ktime().ktime(begin);
        InitcallFinished event =
                end(call.symbol, returned, Math.max(0, kernel.ktime().ktime(end) - start));
        if (event.reported() != null) {
            call.record.reported(event.reported().value());
        }
        return event;
    }

    private InitcallFinished end(InitcallSymbol symbol, int returned, long nanos) {
        return new InitcallFinished(symbol, returned, kernel.dialect().initcallDuration(nanos));
    }

    /** Repaired, and complained about; up to 3.9 an error is complained about in the same line. */
    private void leftBehind(KernelThread thread, Call call, int returned) {
        InitFunction.Fault fault = call.loop.equals(CHECKED) ? call.function.fault() : null;
        boolean preempt = fault == InitFunction.Fault.PREEMPT || fault == InitFunction.Fault.PREEMPT_AND_IRQS_OFF;
        boolean irqs = fault == InitFunction.Fault.IRQS_OFF || fault == InitFunction.Fault.PREEMPT_AND_IRQS_OFF;
        kernel.steps().tell(thread, call.loop, "preempt_count", null, preempt ? "is another one, and set back" : null);
        kernel.steps().tell(thread, call.loop, "irqs_disabled", null, irqs ? "they are off, and put on again" : null);
        boolean error = call.loop.equals(CHECKED)
                && logged
                && kernel.dialect().complainsAboutErrors()
                && returned != 0
                && returned != -ErrorNumbers.ENODEV;
        List<String> complaints = new ArrayList<>();
        if (error) {
            complaints.add("error code " + returned);
        }
        if (preempt) {
            complaints.add("preemption imbalance");
        }
        if (irqs) {
            complaints.add("disabled interrupts");
        }
        if (!complaints.isEmpty()) {
            kernel.complaints().misbehaved(thread, call.record, call.symbol, String.join(" ", complaints));
        }
    }
}
