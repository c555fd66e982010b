package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.traces.event.CommandLinePieces;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.KernelStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a log tells about the kernel build. */
final class FittedKernel {
    private static final List<Integer> USUAL_HZ = List.of(100, 250, 300, 1_000);

    private final List<Long> tickedUs = new ArrayList<>();
    private final CommandLinePieces commandLine = new CommandLinePieces();
    private @Nullable KernelStarted banner;
    private @Nullable String assumed;
    private boolean archCommandLine;
    private @Nullable Boolean earlyStamps;
    private boolean callers;
    private boolean stubs;
    private boolean probes;
    private boolean async;
    private boolean checksWx;
    private boolean ticking = true;

    void started(KernelStarted started) {
        banner = banner == null ? started : banner;
    }

    /** For a log whose head is lost. */
    void assume(String release) {
        assumed = release;
    }

    void commandLine(CommandLineGiven given) {
        commandLine.add(given);
        archCommandLine |= !given.kernel();
    }

    void callers(RecordedEvent recorded) {
        callers |= recorded.caller() != null;
    }

    /** The stamp of the first initcall: a console's, if any, is called before x86's timer runs. */
    void firstInitcall(long stampUs, boolean console) {
        earlyStamps = console && stampUs > 0 ? Boolean.TRUE : earlyStamps;
    }

    void clocksourceSwitched() {
        ticking = false;
    }

    void reported(long micros) {
        if (ticking && micros > 0) {
            tickedUs.add(micros);
        }
    }

    /** Whether reported durations count in ticks, so far. */
    boolean ticking() {
        return ticking;
    }

    void namesStubs() {
        stubs = true;
    }

    void logsProbes() {
        probes = true;
    }

    void checksWx() {
        checksWx = true;
    }

    void logsAsync() {
        async = true;
    }

    /** Whether populate_rootfs unpacks the initramfs itself. */
    boolean unpacksItself() {
        KernelVersion version = version();
        return version != null && !version.atLeast(5, 12);
    }

    /** Whether a probe's errno is printed with its sign turned. */
    boolean turnsProbeErrno() {
        KernelVersion version = version();
        return version == null || version.atLeast(5, 12);
    }

    KernelConfig config(String title, int initMemoryKib) {
        if (banner == null && assumed != null) {
            banner = new KernelStarted(assumed, "");
        }
        if (banner == null || version() == null) {
            throw new ScenarioException(
                    title
                            + ": does not say which kernel booted (a line \"Linux version ...\"): name it, as with --kernel 6.1");
        }
        KernelVersion version = Objects.requireNonNull(version());
        Arch told = arch(banner);
        Arch arch = told.isOf(version) ? told : Arch.ARM;
        return new KernelConfig(
                banner.release().replaceAll("[\\p{Cntrl}\\s]", "?"),
                arch,
                oneLine(banner.banner()),
                hz(),
                asTaken(Objects.requireNonNullElse(commandLine.commandLine(), "initcall_debug"), arch, version),
                true,
                earlyStamps,
                callers,
                stubs,
                async,
                probes,
                checksWx,
                0,
                initMemoryKib,
                0,
                null);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\t]]", "?");
    }

    /** As much of it as a usual kernel takes, with {@code initcall_debug} in front where it has none. */
    private static String asTaken(String commandLine, Arch arch, KernelVersion version) {
        String line = oneLine(commandLine);
        int room = arch.longestCommandLine(version) - "initcall_debug ".length();
        return line.length() <= room ? line : line.substring(0, room);
    }

    private @Nullable KernelVersion version() {
        return banner == null ? null : KernelVersion.of(banner.release());
    }

    /** The release's ending or the compiler's name usually tell; an early {@code Command line:} is x86's. */
    private Arch arch(KernelStarted started) {
        String words = started.release() + " " + started.banner();
        if (words.contains("arm64") || words.contains("aarch64")) {
            return Arch.ARM64;
        }
        if (words.contains("riscv")) {
            return Arch.RISCV64;
        }
        if (words.contains("arm")) {
            return Arch.ARM;
        }
        return archCommandLine || words.contains("amd64") || words.contains("x86_64") ? Arch.X86_64 : Arch.I386;
    }

    /** The slowest tick that explains all durations before the clock source was switched. */
    private int hz() {
        for (int hz : USUAL_HZ) {
            long tickNanos = 1_000_000_000L / hz;
            boolean explains = tickedUs.stream().allMatch(us -> isTicks(us, tickNanos));
            if (!tickedUs.isEmpty() && explains) {
                return hz;
            }
        }
        return 250;
    }

    /** In true microseconds, or in units of 1024 ns. */
    private static boolean isTicks(long printed, long tickNanos) {
        long ticks = Math.max(1, (printed * 1_000 + tickNanos / 2) / tickNanos);
        return printed == ticks * tickNanos / 1_000 || printed == ticks * tickNanos >> 10;
    }
}
