package io.bootledger.cli.simulate;

import io.bootledger.simulator.machine.Dialect;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of a machine and its kernel cannot do, or not to that function: said, as the boot does not show it. */
public final class KernelLacks {
    private KernelLacks() {}

    /** Why there is no trace of it; null where there is one. */
    public static @Nullable String tracepoints(Machine machine) {
        KernelConfig kernel = machine.kernel();
        return kernel.version().atLeast(4, 17)
                ? null
                : "--as ftrace is what the initcall tracepoints say, which came with Linux 4.17, and this is "
                        + kernel.release() + ": take --as kmsg, whose lines say the same, or --kernel 4.17 or later";
    }

    /** Words of the command line that have no effect, a sentence each. */
    public static List<String> obedience(Machine machine) {
        List<String> sentences = new ArrayList<>();
        KernelConfig kernel = machine.kernel();
        for (InitFunction function : machine.initcalls()) {
            String name = function.function();
            if (kernel.lists("initcall_blacklist", name)) {
                String why = whyCalled(kernel, function);
                if (why != null) {
                    sentences.add(name + " is called all the same: " + why
                            + "; to try the boot without it, take --set initcall." + name + ".remove");
                }
            }
        }
        if (kernel.panicsOnWarn() && !kernel.version().atLeast(3, 19)) {
            sentences.add("Linux " + kernel.release() + " does not know panic_on_warn=, which came with 3.19");
        }
        return sentences;
    }

    private static @Nullable String whyCalled(KernelConfig kernel, InitFunction function) {
        if (!new Dialect(kernel).knowsBlacklist()) {
            return "Linux " + kernel.release() + " does not know initcall_blacklist=, which came with 3.16";
        }
        InitcallMacro macro = function.macro();
        return macro == InitcallMacro.CONSOLE_INITCALL || macro == InitcallMacro.SECURITY_INITCALL
                ? "only do_one_initcall looks at initcall_blacklist=, and " + caller(macro) + " does not call by it"
                : null;
    }

    private static String caller(InitcallMacro macro) {
        return macro == InitcallMacro.CONSOLE_INITCALL ? "console_init" : "security_init";
    }
}
