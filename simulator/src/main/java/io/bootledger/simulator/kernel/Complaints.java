package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.call.ModuleInitSuspicious;
import io.bootledger.traces.event.machine.KernelOopsed;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.KernelWarned;

/** The blocks of lines around warnings, oopses and panics. */
final class Complaints {
    private static final int EMERGENCY = 0;
    private static final int ALERT = 1;
    private static final int WARNING = 4;
    private static final String END = "---[ end trace 0000000000000000 ]---";
    private static final String DO_ONE_INITCALL = "do_one_initcall+0x20c/0x2c0";

    private final Printk printk;
    private final KernelVersion version;
    private final Arch arch;
    private final String release;
    private final TruthBook truth;

    Complaints(Printk printk, KernelConfig config, TruthBook truth) {
        this.printk = printk;
        this.version = config.version();
        this.arch = config.arch();
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
        printk.say(thread, WARNING, END);
    }

    private String warning(KernelThread thread) {
        if (version.atLeast(6, 19)) {
            return "WARNING: init/main.c:" + line() + " at " + DO_ONE_INITCALL + ", CPU#0: " + thread.name() + "/"
                    + thread.pid();
        }
        String where = "init/main.c:" + line() + " " + DO_ONE_INITCALL + (version.atLeast(4, 6) ? "" : "()");
        return version.atLeast(3, 11)
                ? "WARNING: CPU: 0 PID: " + thread.pid() + " at " + where
                : "WARNING: at " + where;
    }

    /** Of the WARN in {@code do_one_initcall}, as in 5.10, 6.1, 6.12 and 7.2; others have it somewhere near. */
    private int line() {
        if (version.atLeast(7, 0)) {
            return 1_365;
        }
        return version.atLeast(6, 12) ? 1_253 : version.atLeast(6, 0) ? 1_322 : 1_215;
    }

    /** {@code do_init_module} ({@code kernel/module/main.c}): a positive value, and up to 6.x how it came there. */
    void suspicious(KernelThread thread, String module, int returned) {
        printk.print(thread, WARNING, new ModuleInitSuspicious(module, returned));
        if (!version.atLeast(7, 0)) {
            whoAndWhere(thread, WARNING, "Not tainted");
            printk.say(thread, WARNING, arch.isX86() ? "Call Trace:" : "Call trace:");
        }
    }

    /** A null pointer is read in kernel mode. */
    void oops(KernelThread thread, InitcallSymbol in) {
        String address = arch.address(0x54);
        if (!arch.isX86()) {
            printk.print(
                    thread,
                    ALERT,
                    new KernelOopsed("Unable to handle kernel NULL pointer dereference at virtual address " + address));
            whoAndWhere(thread, WARNING, "Not tainted");
            printk.say(thread, WARNING, END);
            return;
        }
        boolean explained = version.atLeast(5, 2);
        printk.print(
                thread,
                ALERT,
                new KernelOopsed(
                        explained
                                ? "BUG: kernel NULL pointer dereference, address: " + address
                                : "BUG: unable to handle kernel NULL pointer dereference at " + address));
        if (explained) {
            printk.say(thread, ALERT, "#PF: supervisor read access in kernel mode");
            printk.say(thread, ALERT, "#PF: error_code(0x0000) - not-present page");
        }
        printk.print(
                thread,
                WARNING,
                new KernelOopsed((version.atLeast(6, 10) ? "Oops: Oops: " : "Oops: ") + "0000 [#1] " + build()));
        whoAndWhere(thread, WARNING, "Not tainted");
        if (version.atLeast(4, 10)) {
            printk.say(thread, WARNING, (arch == Arch.X86_64 ? "RIP: 0010:" : "EIP: ") + in.printed());
        }
        printk.say(thread, WARNING, "Call Trace:");
        printk.say(thread, WARNING, " do_one_initcall+0x59/0x220");
        printk.say(thread, WARNING, END);
    }

    /** {@code __die_header}, of a usual build: preemption is chosen at boot since 5.12, and told with the task since 6.15. */
    private String build() {
        boolean preemptible = version.atLeast(5, 12) && !version.atLeast(6, 15);
        return (preemptible ? "PREEMPT SMP" : "SMP") + (version.atLeast(4, 15) ? " NOPTI" : "");
    }

    /** The end. */
    ThreadStopped panic(KernelThread thread, String reason) {
        printk.print(thread, EMERGENCY, new KernelPanicked(reason), line -> truth.panicked(line, reason));
        if (version.atLeast(4, 19)) {
            printk.say(thread, EMERGENCY, "---[ end Kernel panic - not syncing: " + reason + " ]---");
        }
        return new ThreadStopped(reason);
    }

    /** {@code lib/dump_stack.c}, {@code dump_stack_print_info}, and up to 3.9 each architecture itself. */
    private void whoAndWhere(KernelThread thread, int severity, String tainted) {
        String kernel = " " + tainted + " " + release + " #1";
        if (!version.atLeast(3, 10)) {
            printk.say(thread, severity, "Pid: " + thread.pid() + ", comm: " + thread.name() + kernel);
            return;
        }
        printk.say(
                thread,
                severity,
                "CPU: 0 " + (version.atLeast(6, 11) ? "UID: 0 " : "") + "PID: " + thread.pid() + " Comm: "
                        + thread.name() + kernel + (version.atLeast(6, 15) ? " PREEMPT(voluntary)" : ""));
    }
}
