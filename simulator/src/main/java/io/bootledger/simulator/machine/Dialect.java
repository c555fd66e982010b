package io.bootledger.simulator.machine;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.ReportedDuration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a kernel version says and does differently from others, as far as a boot log shows it. */
public final class Dialect {
    private static final long NEVER = -1;
    private static final KernelVersion CALLS_AS_DEBUG = new KernelVersion(2, 6, 36);
    private static final KernelVersion TELLS_CLOCKSOURCE = new KernelVersion(2, 6, 32);
    private static final KernelVersion NAMES_GUIDE = new KernelVersion(2, 6, 35);
    private static final KernelVersion TELLS_MACHINE = new KernelVersion(2, 6, 37);
    private static final Pattern PARSE_ARGS_TOLD = Pattern.compile("dyndbg=\"(?:[^\"]*; *)?func parse_args \\+p[;\"]");

    private final KernelConfig config;
    private final KernelVersion version;

    public Dialect(KernelConfig config) {
        this.config = config;
        this.version = config.version();
    }

    public KernelVersion version() {
        return version;
    }

    /** What of it {@code uname -v} says of a usual build ({@code scripts/mkcompile_h}, since 6.1 {@code init/Makefile}). */
    public String preemption() {
        if (!config.preemptsDynamically()) {
            return "";
        }
        return version.atLeast(5, 18) ? " PREEMPT_DYNAMIC" : " PREEMPT";
    }

    /** {@code init/main.c}: nanoseconds shifted up to 5.17, true microseconds later. */
    public ReportedDuration initcallDuration(long nanos) {
        return ReportedDuration.usecs(version.atLeast(5, 18) ? nanos / 1_000 : nanos >> 10);
    }

    /** Since 4.17 all initcalls share one start time, so that a nested call shortens what the outer one reports. */
    public boolean sharesStartTime() {
        return version.atLeast(4, 17);
    }

    /** Of the lines before and after a call: up to 2.6.35 that of any message without one. */
    public int callSeverity() {
        return version.compareTo(CALLS_AS_DEBUG) >= 0 ? Priority.DEBUG : Priority.WARNING;
    }

    /** Up to 3.9 {@code do_one_initcall} complains about an error too, and prints no warning with a backtrace. */
    public boolean complainsAboutErrors() {
        return !version.atLeast(3, 10);
    }

    /** What the idle task of the first processor is called, and the thread that becomes init after it ({@code init_idle}). */
    public String idleName() {
        return version.atLeast(3, 3) ? "swapper/0" : "swapper";
    }

    /** Since 4.17 console initcalls are logged too. */
    public boolean logsConsoleInitcalls() {
        return version.atLeast(4, 17);
    }

    /** {@code entering initcall level: ...} */
    boolean printsLevels() {
        return version.atLeast(6, 16);
    }

    public boolean printsLevel(InitcallLevel level) {
        return printsLevels() && level != InitcallLevel.ROOTFS;
    }

    /**
     * What {@code parse_args} ({@code kernel/params.c}) says that it parses, once {@code dyndbg="func parse_args +p"} has switched that
     * on (an early initcall, {@code lib/dynamic_debug.c}); null where it says nothing.
     */
    public @Nullable String parsing(String doing, String args) {
        boolean told = version.atLeast(3, 10)
                && PARSE_ARGS_TOLD.matcher(config.commandLine()).find();
        return told && !args.isEmpty() ? "doing " + doing + ", parsing ARGS: '" + args + "'" : null;
    }

    /** As {@code initcall_level_names} ({@code init/main.c}) has it: {@code early parameters} in 3.4, {@code pure} since 4.17. */
    public String levelName(InitcallLevel level) {
        String name = level == InitcallLevel.PURE && !version.atLeast(4, 17) ? "early" : level.toString();
        return version.atLeast(3, 5) ? name : name + " parameters";
    }

    /** {@code drivers/base/dd.c}: a debug message of another kind in 5.9 and from 5.11 to 5.19. */
    public boolean printsProbes() {
        if (config.probeLines() != null) {
            return config.probeLines();
        }
        boolean hidden =
                version.atLeast(5, 9) && !version.atLeast(5, 10) || version.atLeast(5, 11) && !version.atLeast(6, 0);
        return version.atLeast(4, 17) && !hidden;
    }

    /** What a probe line says: the driver's errno is positive since 5.12; before, 1 is bound and 0 declined. */
    public int probeReturn(int result, boolean beforeDriver) {
        if (beforeDriver) {
            return result;
        }
        return version.atLeast(5, 12) ? -result : result == 0 ? 1 : 0;
    }

    /** What a reader can tell: up to 5.11 the line keeps a failing driver's errno to itself, and only a complaint names it. */
    public String probeOutcome(int result, boolean beforeDriver) {
        boolean told =
                beforeDriver || version.atLeast(5, 12) || result == 0 || ErrorNumbers.complainsAboutProbe(result);
        return told ? ErrorNumbers.ofProbe(result) : "unknown";
    }

    /** How loudly a device that waits in vain is listed. */
    public int pendingSeverity() {
        return version.atLeast(6, 11) ? Priority.WARNING : 6;
    }

    /** Why it waits; up to 6.7 nobody says. */
    @Nullable
    public String pendingReason(String reason) {
        return version.atLeast(6, 8) ? reason : null;
    }

    /** Whether the initramfs is unpacked on an async worker. */
    public boolean unpacksAsync() {
        return version.atLeast(5, 13);
    }

    /**
     * Whether helpers in user space are allowed by {@code populate_rootfs}, and not before any initcall
     * ({@code init/initramfs.c}, {@code usermodehelper_enable}; up to 5.14 {@code init/main.c}, {@code do_basic_setup}).
     */
    public boolean allowsHelpersWithRootfs() {
        return version.atLeast(5, 15);
    }

    /** Whether self-tests of cryptography are put off until {@code crypto_algapi_init} ({@code crypto/algapi.c}). */
    public boolean putsSelfTestsOff() {
        return version.atLeast(5, 16);
    }

    /** Whether that waits for each of them. */
    public boolean waitsForEachSelfTest() {
        return !version.atLeast(6, 2);
    }

    /** Whether {@code initcall_blacklist=} is known. */
    public boolean knowsBlacklist() {
        return version.atLeast(3, 16);
    }

    /** Whether who waits for the console takes it over when the line is sent ({@code console_trylock_spinning}). */
    public boolean handsConsoleOver() {
        return version.atLeast(4, 16);
    }

    /** Whether {@code Run ... as init process} is printed ({@code init/main.c}, {@code run_init_process}). */
    public boolean announcesInit() {
        return version.atLeast(4, 19);
    }

    /** Whether the arguments of init are printed. */
    public boolean printsInitArguments() {
        return version.atLeast(5, 5);
    }

    /** The check for memory that is writable and executable; null before 4.4. */
    @Nullable
    public String wxCheck() {
        if (config.wxCheck() == null ? !version.atLeast(4, 4) : !config.wxCheck()) {
            return null;
        }
        return config.arch().isX86()
                ? "x86/mm: Checked W+X mappings: passed, no W+X pages found."
                : "Checked W+X mappings: passed, no W+X pages found";
    }

    /** Whether the log names the machine: on x86 since {@code dmi_dump_ids} ({@code drivers/firmware/dmi_scan.c}). */
    public boolean tellsMachine() {
        return !config.arch().isX86() || version.compareTo(TELLS_MACHINE) >= 0;
    }

    /** Whether the switch to another clock source is told ({@code clocksource_select}): before, nothing may be printed there. */
    public boolean tellsClocksource() {
        return version.compareTo(TELLS_CLOCKSOURCE) >= 0;
    }

    /** Why there is no init, in the words of the panic. */
    public String noInit() {
        if (version.compareTo(NAMES_GUIDE) < 0) {
            return "No init found.  Try passing init= option to kernel.";
        }
        String guide = version.atLeast(4, 10) ? "Documentation/admin-guide/init.rst" : "Documentation/init.txt";
        return (version.atLeast(3, 13) ? "No working init found.  " : "No init found.  ")
                + "Try passing init= option to kernel. See Linux " + guide + " for guidance.";
    }

    /** When devices that wait in vain are listed, in nanoseconds after the late initcalls; negative for never. */
    public long deferredTimeoutNanos() {
        if (config.deferredProbeTimeoutMillis() != null) {
            long millis = config.deferredProbeTimeoutMillis();
            return millis < 0 ? NEVER : millis * 1_000_000L;
        }
        return version.atLeast(6, 0) ? 10_000_000_000L : NEVER;
    }
}
