package io.bootledger.traces.message;

import static io.bootledger.traces.message.MessageFields.fields;
import static io.bootledger.traces.message.Row.row;
import static io.bootledger.traces.message.Versions.ALL;
import static io.bootledger.traces.message.Versions.UNRELEASED;

import io.bootledger.traces.event.machine.KernelOopsed;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.KernelWarned;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a kernel prints that warns, faults or gives up. */
final class FaultMessages {
    private static final String LINE_BREAK = "\\x0a";

    private static final List<Row<?>> PANIC_AND_WARNING = List.of(
            // kernel/panic.c, vpanic
            row(KernelPanicked.class, ALL, "Kernel panic - not syncing: %.*s")
                    .read(in -> new KernelPanicked(reason(in.text(0))))
                    .write(event -> fields(event.reason()))
                    .samples(
                            "Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)",
                            "Kernel panic - not syncing: No working init found.  Try passing init= option to kernel."),

            // kernel/panic.c of 2.4 and 2.5
            row(KernelPanicked.class, UNRELEASED, "Kernel panic: %s")
                    .read(in -> new KernelPanicked(in.text(0)))
                    .variants("Kernel panic: No init found.  Try passing init= option to kernel."),

            // kernel/panic.c, __warn; a different word order up to 3.10 and since 6.19
            row(KernelWarned.class, ALL, "%[WARNING: ]")
                    .read(in -> warned(in.text(0)))
                    .write(event -> fields(event.text()))
                    .samples(
                            "WARNING: at kernel/lockdep.c:2677 check_flags+0x84/0x11f()",
                            "WARNING: CPU: 0 PID: 1 at init/main.c:1310 do_one_initcall+0x20c/0x2c0",
                            "WARNING: init/main.c:1310 at do_one_initcall+0x20c/0x2c0, CPU#0: swapper/0/1"));

    /** First words of a fault, and a real line of each. */
    private static final String[][] OOPSES = {
        // arch/x86/mm/fault.c, show_fault_oops; kernel/sched, lib/bug.c and others
        {"BUG: ", "BUG: kernel NULL pointer dereference, address: 0000000000000000"},
        {"watchdog: BUG: ", "watchdog: BUG: soft lockup - CPU#0 stuck for 22s! [swapper/0:1]"},
        {"kernel BUG at ", "kernel BUG at drivers/net/ethernet/ibm/ibmveth.c:1234!"},
        // arch/x86/kernel/dumpstack.c, __die; arch/powerpc/kernel/traps.c
        {"Oops: ", "Oops: 0002 [#1] PREEMPT SMP"},
        {"Oops [#", "Oops [#1]"},
        {"Oops[#", "Oops[#1]:"},
        {
            "general protection fault",
            "general protection fault, probably for non-canonical address 0xdead000000000108: 0000 [#1] SMP"
        },
        {"invalid opcode: ", "invalid opcode: 0000 [#1] PREEMPT SMP NOPTI"},
        {"divide error: ", "divide error: 0000 [#1] SMP"},
        // arch/arm, arch/arm64, arch/riscv and arch/sparc, mm/fault.c
        {"Unable to handle kernel ", "Unable to handle kernel NULL pointer dereference at virtual address 00000000"},
        {"Internal error: ", "Internal error: Oops: 96000004 [#1] SMP"},
        {"Unhandled fault: ", "Unhandled fault: imprecise external abort (0x1406) at 0x00000000"},
        // arch/mips/kernel/traps.c
        {"Kernel bug detected", "Kernel bug detected[#1]:"},
    };

    static List<Row<?>> rows() {
        List<Row<?>> rows = new ArrayList<>(PANIC_AND_WARNING);
        for (String[] oops : OOPSES) {
            rows.add(row(KernelOopsed.class, ALL, "%[" + oops[0] + "]")
                    .read(in -> new KernelOopsed(in.text(0)))
                    .write(event -> fields(event.text()))
                    .samples(oops[1]));
        }
        return rows;
    }

    /** Up to 4.20 it may end in a line break of its own, which {@code /dev/kmsg} escapes. */
    private static String reason(String text) {
        return text.endsWith(LINE_BREAK) ? text.substring(0, text.length() - LINE_BREAK.length()) : text;
    }

    private static @Nullable KernelWarned warned(String text) {
        boolean trace = text.startsWith("WARNING: at ")
                || text.startsWith("WARNING: CPU: ")
                || text.contains(" at ") && text.contains(", CPU#");
        return trace ? new KernelWarned(text) : null;
    }

    private FaultMessages() {}
}
