package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.machine.KernelOopsed;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.KernelWarned;

/** The blocks of lines around warnings, oopses and panics. */
final class Complaints {
    private static final int EMERGENCY = 0;
    private static final int ALERT = 1;
    private static final int WARNING = 4;
    private static final String DO_ONE_INITCALL = "do_one_initcall+0x20c/0x2c0";

    private final Printk printk;
    private final KernelVersion version;
    private final String release;
    private final TruthBook truth;

    Complaints(Printk printk, KernelConfig config, TruthBook truth) {
        this.printk = printk;
        this.version = config.version();
        this.release = config.release();
        this.truth = truth;
    }

    /** {@code init/main.c}, {@code do_one_initcall}: repaired, and complained about. */
    void misbehaved(KernelThread thread, CallOnRecord call, InitcallSymbol symbol, String complaint) {
        InitcallMisbehaved event = new InitcallMisbehaved(symbol, complaint);
        if (!version.atLeast(3, 10)) {
            printk.print(thread, WARNING, event, line -> call.complained(line, complaint));
            return;
        }
        printk.say(thread, WARNING, "------------[ cut here ]------------");
        printk.print(thread, WARNING, event, line -> call.complained(line, complaint));
        printk.print(thread, WARNING, new KernelWarned(warning(thread)));
        printk.say(thread, WARNING, "Modules linked in:");
        whoAndWhere(thread, WARNING, "Not tainted");
        printk.say(thread, WARNING, "---[ end trace 0000000000000000 ]---");
    }

    private String warning(KernelThread thread) {
        if (version.atLeast(6, 19)) {
            return "WARNING: init/main.c:1401 at " + DO_ONE_INITCALL + ", CPU#0: " + thread.name() + "/" + thread.pid();
        }
        String where = "init/main.c:1310 " + DO_ONE_INITCALL + (version.atLeast(4, 6) ? "" : "()");
        return version.atLeast(3, 11)
                ? "WARNING: CPU: 0 PID: " + thread.pid() + " at " + where
                : "WARNING: at " + where;
    }

    /** A null pointer is read in kernel mode. */
    void oops(KernelThread thread, InitcallSymbol in) {
        printk.print(
                thread,
                ALERT,
                new KernelOopsed(
                        version.atLeast(5, 1)
                                ? "BUG: kernel NULL pointer dereference, address: 0000000000000054"
                                : "BUG: unable to handle kernel NULL pointer dereference at 0000000000000054"));
        printk.say(thread, ALERT, "#PF: supervisor read access in kernel mode");
        printk.say(thread, ALERT, "#PF: error_code(0x0000) - not-present page");
        printk.print(thread, WARNING, new KernelOopsed("Oops: 0000 [#1] PREEMPT SMP NOPTI"));
        whoAndWhere(thread, WARNING, "Not tainted");
        printk.say(thread, WARNING, "RIP: 0010:" + in.text());
        printk.say(thread, WARNING, "Call Trace:");
        printk.say(thread, WARNING, " do_one_initcall+0x59/0x220");
        printk.say(thread, WARNING, "---[ end trace 0000000000000000 ]---");
    }

    /** The end. */
    ThreadStopped panic(KernelThread thread, String reason) {
        printk.print(thread, EMERGENCY, new KernelPanicked(reason), line -> truth.panicked(line, reason));
        if (version.atLeast(4, 19)) {
            printk.say(thread, EMERGENCY, "---[ end Kernel panic - not syncing: " + reason + " ]---");
        }
        return new ThreadStopped(reason);
    }

    private void whoAndWhere(KernelThread thread, int severity, String tainted) {
        printk.say(
                thread,
                severity,
                "CPU: 0 PID: " + thread.pid() + " Comm: " + thread.name() + " " + tainted + " " + release + " #1");
    }
}
