package io.bootledger.simulator.machine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bootledger.traces.event.KernelVersion;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kernel build and how it is started.
 *
 * @param release what {@code uname -r} prints; its version decides how messages are worded
 * @param arch the architecture it is built for
 * @param banner the first line behind the release; null for a plain one
 * @param hz timer ticks in a second (CONFIG_HZ)
 * @param commandLine what the boot loader passes; {@code initcall_blacklist=} is obeyed
 * @param initcallDebug whether {@code initcall_debug} is among it; added when it is missing
 * @param earlyStamps whether stamps count from the first record on; null for what the architecture does: arm does, x86 begins with
 *     the timer
 * @param callerIds CONFIG_PRINTK_CALLER, since 5.1
 * @param lto built with clang's link-time optimization: since 5.12 the log names stubs
 * @param asyncLines whether async functions are logged, as with DEBUG or up to 3.4
 * @param probeLines whether probes are logged; null for what the version does
 * @param wxCheck whether memory that is writable and executable is looked for (CONFIG_DEBUG_WX); null for where it is usual
 * @param logBufferKib size of the record buffer; it loses its head when the boot says more. 0 for as much as it takes
 * @param initMemoryKib size of the init sections
 * @param readOnlyKib size of code and constants
 * @param deferredProbeTimeoutMillis when devices that still wait are listed; -1 for never
 */
public record KernelConfig(
        String release,
        Arch arch,
        @Nullable String banner,
        int hz,
        String commandLine,
        @Nullable Boolean initcallDebug,
        @Nullable Boolean earlyStamps,
        boolean callerIds,
        boolean lto,
        boolean asyncLines,
        @Nullable Boolean probeLines,
        @Nullable Boolean wxCheck,
        int logBufferKib,
        int initMemoryKib,
        int readOnlyKib,
        @Nullable Integer deferredProbeTimeoutMillis) {

    /** The first one that prints the lines which all later ones print. */
    private static final KernelVersion OLDEST = new KernelVersion(2, 6, 28);

    /** The newest one whose words are known, from its sources and its logs. */
    private static final KernelVersion NEWEST = new KernelVersion(7, 2, 0);

    private static final KernelVersion FIRST_WITH_CALLERS = new KernelVersion(5, 1, 0);
    private static final KernelVersion FIRST_WITH_REAL_TIME = new KernelVersion(5, 7, 0);
    private static final Pattern MEMORY = Pattern.compile("mem=([0-9]{1,12})([kKmMgG]?)");
    private static final KernelVersion FIRST_WITH_DEFERRAL = new KernelVersion(3, 4, 0);

    public KernelConfig {
        KernelVersion version = release == null ? null : KernelVersion.of(release);
        if (version == null) {
            throw new IllegalArgumentException("release is no kernel release: " + release
                    + "; expected one as 6.12.30-amd64, not before " + OLDEST);
        }
        if (version.compareTo(OLDEST) < 0) {
            throw new IllegalArgumentException("release is too old to be simulated: " + release + "; " + OLDEST
                    + " is the first that prints a line before and after each initcall as all later ones do");
        }
        Fields.name("release", release);
        if (banner != null) {
            Fields.line("banner", banner);
        }
        arch = arch == null ? Arch.X86_64 : arch;
        KernelVersion first = arch.since();
        if (first != null && !arch.isOf(version)) {
            throw new IllegalArgumentException("release is older than its architecture: " + release + "; " + arch
                    + " came with Linux " + first.major() + "." + first.minor());
        }
        hz = hz == 0 ? 250 : hz;
        if (hz < 24 || hz > 1_200) {
            throw new IllegalArgumentException("hz is not 24 to 1200: " + hz);
        }
        commandLine = commandLine == null ? "" : commandLine;
        Fields.line("command_line", commandLine);
        Fields.notNegative("log_buffer_kib", logBufferKib);
        Fields.notNegative("init_memory_kib", initMemoryKib);
        Fields.notNegative("read_only_kib", readOnlyKib);
        if (deferredProbeTimeoutMillis != null && deferredProbeTimeoutMillis < -1) {
            throw new IllegalArgumentException(
                    "deferred_probe_timeout_millis is less than -1, which is never: " + deferredProbeTimeoutMillis);
        }
        initcallDebug = initcallDebug == null || initcallDebug;
        earlyStamps = earlyStamps == null ? Boolean.valueOf(arch.earlyCounter()) : earlyStamps;
        initMemoryKib = initMemoryKib == 0 ? 2_048 : initMemoryKib;
        readOnlyKib = readOnlyKib == 0 ? 22_528 : readOnlyKib;
        int most = arch.longestCommandLine(version);
        int length = whole(commandLine, initcallDebug).length();
        if (length > most) {
            throw new IllegalArgumentException("command_line is longer than a kernel of " + arch + " takes: " + length
                    + " of at most " + most + " characters (COMMAND_LINE_SIZE)");
        }
    }

    /** A usual build of a release. */
    public static KernelConfig of(String release, Arch arch) {
        return new KernelConfig(release, arch, null, 0, "", null, null, false, false, false, null, null, 0, 0, 0, null);
    }

    /**
     * The same build of another release, as far as that has its features.
     *
     * @throws IllegalArgumentException for a release that is none, or of whose words nothing is known
     */
    public KernelConfig withRelease(String other) {
        KernelVersion version = KernelVersion.of(other);
        if (version != null && version.atLeast(NEWEST.major(), NEWEST.minor() + 1)) {
            throw new IllegalArgumentException("the newest kernel whose words are known is " + NEWEST.major() + "."
                    + NEWEST.minor() + ", and " + other + " is newer");
        }
        boolean callers = callerIds && version != null && version.compareTo(FIRST_WITH_CALLERS) >= 0;
        return new KernelConfig(
                other,
                arch,
                null,
                hz,
                commandLine,
                initcallDebug,
                earlyStamps,
                callers,
                lto,
                asyncLines,
                probeLines,
                wxCheck,
                logBufferKib,
                initMemoryKib,
                readOnlyKib,
                deferredProbeTimeoutMillis);
    }

    /** The same build with another command line. */
    public KernelConfig withCommandLine(String other) {
        return new KernelConfig(
                release,
                arch,
                banner,
                hz,
                other,
                initcallDebug,
                earlyStamps,
                callerIds,
                lto,
                asyncLines,
                probeLines,
                wxCheck,
                logBufferKib,
                initMemoryKib,
                readOnlyKib,
                deferredProbeTimeoutMillis);
    }

    /** The version by which messages are worded. */
    @JsonIgnore
    public KernelVersion version() {
        KernelVersion version = KernelVersion.of(release);
        if (version == null) {
            throw new IllegalStateException("release is no kernel release: " + release);
        }
        return version;
    }

    /** Whether a probe may ask to be tried again ({@code drivers/base/dd.c}, since 3.4). */
    public boolean knowsDeferral() {
        return version().compareTo(FIRST_WITH_DEFERRAL) >= 0;
    }

    /** What {@code /proc/cmdline} has: without a word for it, {@code initcall_debug} is put in front, else there is nothing to see. */
    @JsonIgnore
    public String wholeCommandLine() {
        return whole(commandLine, Boolean.TRUE.equals(initcallDebug));
    }

    private static String whole(String commandLine, boolean initcallDebug) {
        return !initcallDebug || words(commandLine).contains("initcall_debug")
                ? commandLine
                : ("initcall_debug " + commandLine).strip();
    }

    private static List<String> words(String commandLine) {
        return List.of(commandLine.split("\\s+"));
    }

    /** Whether the boot loader passes a word. */
    public boolean passes(String word) {
        return words(commandLine).contains(word);
    }

    /** Whether a warning is the end ({@code kernel/panic.c}, {@code panic_on_warn}): of several words the last counts. */
    public boolean panicsOnWarn() {
        return words(commandLine).stream()
                .filter(word -> word.matches("panic_on_warn=[0-9]{1,9}"))
                .reduce((earlier, later) -> later)
                .filter(word -> !word.matches("panic_on_warn=0+"))
                .isPresent();
    }

    /** Whether it passes {@code parameter=a,b,...} with that name among them. */
    public boolean lists(String parameter, String name) {
        return Arrays.stream(commandLine.split("\\s+"))
                .filter(word -> word.startsWith(parameter + "="))
                .flatMap(word ->
                        Arrays.stream(word.substring(parameter.length() + 1).split(",")))
                .anyMatch(name::equals);
    }

    /**
     * {@code PREEMPT} for a kernel that can be preempted, {@code PREEMPT_RT} for one that mostly can, or nothing: as its banner says,
     * and without one as usual.
     */
    public String preemption() {
        if (banner != null && banner.contains(" PREEMPT_RT")) {
            return version().compareTo(FIRST_WITH_REAL_TIME) >= 0 ? "PREEMPT_RT" : "PREEMPT";
        }
        boolean preempts = banner == null ? preemptsDynamically() : banner.contains(" PREEMPT");
        return preempts ? "PREEMPT" : "";
    }

    /** Whether that is decided when it boots (CONFIG_PREEMPT_DYNAMIC), usual on x86 since 5.12, on arm64 since 5.18 and on riscv64. */
    public boolean preemptsDynamically() {
        if (banner != null) {
            return banner.contains(" PREEMPT_DYNAMIC");
        }
        return switch (arch) {
            case X86_64, I386 -> version().atLeast(5, 12);
            case ARM64 -> version().atLeast(5, 18);
            case RISCV64 -> version().atLeast(6, 12);
            case ARM -> false;
        };
    }

    /** Whether the kernel lies elsewhere at each boot (CONFIG_RANDOMIZE_BASE): usual on x86 since 4.12, before on request. */
    public boolean randomizesBase() {
        boolean usual = arch == Arch.ARM64 || version().atLeast(4, 12);
        return usual ? !passes("nokaslr") : passes("kaslr");
    }

    /** {@code mem=}, as arm64 tells it at a panic; null for none. */
    public @Nullable String memoryLimit() {
        String limit = null;
        for (String word : words(commandLine)) {
            Matcher given = MEMORY.matcher(word);
            if (given.matches()) {
                long size = Long.parseLong(given.group(1));
                long mib = switch (given.group(2)) {
                    case "g", "G" -> size << 10;
                    case "m", "M" -> size;
                    case "k", "K" -> size >> 10;
                    default -> size >> 20;
                };
                limit = mib + " MB";
            }
        }
        return limit;
    }

    /** What {@code init=} names; null where nothing does. */
    public @Nullable String requestedInit() {
        String named = null;
        for (String word : words(commandLine)) {
            named = word.startsWith("init=") && word.length() > "init=".length()
                    ? word.substring("init=".length())
                    : named;
        }
        return named;
    }

    /** {@code panic=}: seconds until a kernel that panicked boots again, negative for at once; 0 for never ({@code kernel/panic.c}). */
    public int panicTimeoutSeconds() {
        int seconds = 0;
        for (String word : commandLine.split("\\s+")) {
            if (word.matches("panic=-?[0-9]{1,9}")) {
                seconds = Integer.parseInt(word.substring("panic=".length()));
            }
        }
        return seconds;
    }

    /** Whether an initcall entry is an offset from itself, not a pointer. */
    @JsonIgnore
    public boolean relativeEntries() {
        return arch.selectsPrel32() && version().atLeast(4, 19);
    }

    /** Bytes of an initcall entry: 4 where it is relative or pointers are short. */
    @JsonIgnore
    public int entryBytes() {
        return !arch.wide() || relativeEntries() ? 4 : 8;
    }
}
