package io.bootledger.simulator.faults;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.KernelVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a machine puts into the lines of {@link FaultTable}; offsets, addresses and sizes stand for any. */
public final class FaultWords {
    private static final String AROUND_INITCALL = "do_one_initcall+0x59/0x220";
    private static final String DO_ONE_INITCALL = "do_one_initcall+0x20c/0x2c0";
    private static final KernelVersion TRAPS = new KernelVersion(4, 12, 0);
    private static final KernelVersion KERNEL_INIT = new KernelVersion(3, 7, 0);
    private static final KernelVersion LAZY = new KernelVersion(7, 0, 0);
    private static final KernelVersion WARN_FUNCTION = new KernelVersion(4, 6, 0);
    private static final KernelVersion CHECK_FUNCTION = new KernelVersion(6, 2, 0);
    private static final KernelVersion DO_INIT_MODULE = new KernelVersion(3, 8, 0);
    private static final KernelVersion TELLS_DISABLED = new KernelVersion(4, 1, 0);
    private static final Pattern BUILD = Pattern.compile(" (#[^ ]+)");
    private static final String USUAL_BUILD = "#1";
    private static final int NULL_MEMBER = 0x54;

    private final Machine machine;
    private final KernelVersion version;
    private long oopsId = 0x5e1f_0b0a_7d3c_4f21L;

    public FaultWords(Machine machine) {
        this.machine = machine;
        this.version = machine.kernel().version();
    }

    /** The words that are the same in every block. */
    public Map<String, String> ofMachine() {
        KernelConfig kernel = machine.kernel();
        Arch arch = kernel.arch();
        Map<String, String> words = new HashMap<>();
        words.put("release", kernel.release());
        words.put("build", build(kernel));
        words.put("caller", DO_ONE_INITCALL);
        words.put("line", new FaultTable(arch, version).lines("line").get(0).text());
        words.put("address", arch.address(NULL_MEMBER));
        words.put("text", arch == Arch.X86_64 ? "ffffffff81a2b3c4" : "c12b3c4d");
        words.put("stack", arch == Arch.X86_64 ? "ffff88000f0d7e10" : "cf06dec8");
        String preemption = kernel.preemption().isEmpty() ? "" : " " + kernel.preemption();
        words.put("preempt", preemption);
        words.put("preempt_model", model(kernel));
        words.put("static_preempt", kernel.preemptsDynamically() ? "" : preemption);
        words.put("newline", "\n");
        if (kernel.panicsOnWarn()) {
            words.put("panic_on_warn", "");
        }
        if (kernel.passes("oops=panic")) {
            words.put("panic_on_oops", "");
        }
        named(words);
        return words;
    }

    /**
     * {@code preempt_model_str} ({@code kernel/sched/core.c}), of what is usual where it can be chosen: since 7.0 there is no other than
     * lazy and full ({@code kernel/Kconfig.preempt}).
     */
    private String model(KernelConfig kernel) {
        if (kernel.preemptsDynamically()) {
            return version.compareTo(LAZY) < 0 ? "PREEMPT(voluntary)" : "PREEMPT(lazy)";
        }
        return kernel.preemption().isEmpty() ? "NONE" : kernel.preemption();
    }

    /** The words of {@code uname -v} up to the first blank. */
    private static String build(KernelConfig kernel) {
        Matcher build = BUILD.matcher(kernel.banner() == null ? "" : kernel.banner());
        return build.find() ? build.group(1) : USUAL_BUILD;
    }

    /** As firmware names a machine: maker, product and board, then its own version. Up to 3.9 a machine without a name has blanks. */
    private void named(Map<String, String> words) {
        String name = machine.name();
        if (name != null) {
            words.put("hardware", name);
        }
        String system = name == null ? " " : name.replaceFirst(", BIOS .*", "");
        int slash = system.indexOf('/');
        words.put("system", system);
        words.put("product", slash < 0 ? system.strip() : system.substring(0, slash));
        words.put("board", slash < 0 ? "" : system.substring(slash + 1));
    }

    /** Where an init function was called from, as a backtrace has it: the loops before there is a pid 1 call by themselves. */
    public String aroundInitcall(InitFunction function) {
        if (function.loadable()) {
            return AROUND_INITCALL;
        }
        return switch (function.macro()) {
            case CONSOLE_INITCALL -> "console_init+0x8a/0x110";
            case SECURITY_INITCALL -> "security_init+0x3f/0x60";
            default -> AROUND_INITCALL;
        };
    }

    /** The nearest function of a backtrace that begins in {@code do_one_initcall}: a trap has no frame of its own. */
    public String callerOfInitcall(InitcallSymbol symbol) {
        if (version.compareTo(TRAPS) < 0) {
            return DO_ONE_INITCALL;
        }
        return symbol.module() == null ? "kernel_init_freeable+0x21e/0x27a" : "do_init_module+0x4c/0x210";
    }

    /** The function that wonders at what a module returned. */
    public String loaderOfModule() {
        return version.compareTo(DO_INIT_MODULE) < 0 ? "sys_init_module+0x1a4/0x1e3" : "do_init_module+0x1a4/0x210";
    }

    /** What dumps at a panic where the kernel lies: nothing before an initcall of the device level has asked to be told of panics. */
    public Map<String, String> ofPlace() {
        KernelConfig kernel = machine.kernel();
        Map<String, String> words = new HashMap<>();
        if (kernel.randomizesBase()) {
            words.put("kernel_offset", kernel.arch() == Arch.ARM64 ? "0x4a6fc0000000" : "0x26800000");
            words.put("phys_offset", "0x40000000");
        } else if (kernel.arch().isX86() && version.compareTo(TELLS_DISABLED) < 0) {
            words.put("kernel_offset", "0x0");
        } else {
            words.put("no_offset", "disabled");
        }
        String limit = kernel.memoryLimit();
        words.put("memory_limit", limit == null ? "none" : limit);
        new FaultTable(kernel.arch(), version)
                .lines("capabilities")
                .forEach(row -> words.put("cpu_features", mask(Integer.parseInt(row.text()))));
        return words;
    }

    /** {@code %*pb} of so many bits, some of them set: 32 to a group, fewer in the first. */
    private static String mask(int bits) {
        int groups = (bits + 31) / 32;
        StringBuilder mask = new StringBuilder();
        for (int group = 0; group < groups; group++) {
            int digits = group > 0 ? 8 : (bits - 32 * (groups - 1) + 3) / 4;
            String set = group == groups - 1 ? "2004" : "";
            mask.append(group == 0 ? "" : ",")
                    .append("0".repeat(digits - set.length()))
                    .append(set);
        }
        return mask.toString();
    }

    /** The function that finds no init. */
    public String callerOfPanic() {
        return version.compareTo(KERNEL_INIT) < 0 ? "init_post+0xc7/0xc7" : "kernel_init+0x10b/0x130";
    }

    /** The function that misses the thread that was to become init, or the idle one. */
    public String callerOfKilled() {
        return "do_exit+0x721/0xa20";
    }

    /** The function that panics at an oops, where {@code oops=panic} asks for that. */
    public String endsOops() {
        return machine.kernel().arch().isX86() ? "oops_end" : "die";
    }

    /** The same, as a backtrace has it. */
    public String callerOfFatal() {
        return endsOops() + "+0x9b/0xd0";
    }

    /** The function that panics at a warning, where {@code panic_on_warn=} asks for that. */
    public String callerOfPanicOnWarn() {
        if (version.compareTo(WARN_FUNCTION) < 0) {
            return "warn_slowpath_common+0x8c/0xc0";
        }
        return version.compareTo(CHECK_FUNCTION) < 0 ? "__warn+0xc5/0xf0" : "check_panic_on_warn+0x3a/0x40";
    }

    /** {@code init_oops_id}: any number for the first block, then the next one. */
    public String nextOopsId() {
        return "%016x".formatted(oopsId++);
    }
}
