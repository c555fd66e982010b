package io.bootledger.cli.boot;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.cli.live.LiveBoot;
import io.bootledger.cli.live.LiveDisplay;
import io.bootledger.cli.live.LiveInput;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of a command: its output is kept and read at once, and the command ended when the boot is over. */
final class BootRun {
    /** As long as it takes. */
    private static final BootLimits.Values BUILDING =
            new BootLimits.Values(Long.MAX_VALUE, null, Long.MAX_VALUE, Long.MAX_VALUE);

    private final BootLimits.Values limits;
    private final BootConsole.Reached console;
    private @Nullable CapturedFeed feed;
    private boolean stopped;

    BootRun(BootLimits.Values limits, BootConsole.Reached console) {
        this.limits = limits;
        this.console = console;
    }

    /** Ends it, from another thread. */
    synchronized void stop() {
        stopped = true;
        if (feed != null) {
            feed.stop();
        }
    }

    private synchronized void begins(CapturedFeed begun) {
        feed = begun;
        if (stopped) {
            begun.stop();
        }
    }

    /** Boots; null when it was interrupted, and nothing is kept. */
    @Nullable
    KeptBoot boot(BootSide side, int number, Path place) throws IOException {
        Map<String, String> told = Map.of(
                "BOOTLEDGER_SIDE",
                side.name(),
                "BOOTLEDGER_BOOT",
                Integer.toString(number),
                "BOOTLEDGER_APPEND",
                side.append());
        try (CapturedLog log = new CapturedLog(place);
                CommandSession session = CommandSession.start(side.command(), console, told);
                CapturedFeed captured = new CapturedFeed(session, log, limits)) {
            begins(captured);
            BootEnd end = follow(captured, place.toString());
            long wallUs = captured.sinceUs();
            Integer exitCode = session.exitCode();
            if (end == BootEnd.INTERRUPT) {
                return null;
            }
            log.finish();
            return new KeptBoot(side, number, place, end, exitCode, wallUs, log.bytes(), log.lines(), List.of());
        }
    }

    /** Builds what is to be booted; gives the exit code, or null when it was interrupted. */
    @Nullable
    Integer build(String command, Path place) throws IOException {
        try (CapturedLog log = new CapturedLog(place);
                CommandSession session = CommandSession.start(command, BootConsole.Reached.PLAINLY, Map.of());
                CapturedFeed captured = new CapturedFeed(session, log, BUILDING)) {
            begins(captured);
            captured.readAll();
            log.finish();
            return captured.end() == BootEnd.INTERRUPT ? null : session.exitCode();
        }
    }

    private BootEnd follow(CapturedFeed captured, String name) throws IOException {
        Signs signs = new Signs();
        LiveBoot live = new LiveBoot(name, AnalysisOptions.LOG_ONLY, signs);
        try {
            TraceReader.read(LogSource.live(name, new LiveInput(captured, live)), ReadingOptions.NUMBERS, live);
        } catch (IOException unreadable) {
            // It is kept to its end all the same, and its reader will say what it is.
        }
        if (captured.end() == null && signs.panic) {
            return BootEnd.PANIC;
        }
        if (captured.end() == null && signs.init && limits.mark() == null && captured.lives()) {
            return BootEnd.INIT;
        }
        // The mark comes later, the command is over, or it is no log that can be read.
        captured.readAll();
        return Objects.requireNonNull(captured.end());
    }

    /** What the last boot of the log has shown. */
    private static final class Signs implements LiveDisplay {
        private boolean init;
        private boolean panic;

        @Override
        public void show(BootAnalysis soFar, long sinceUs) {
            init = soFar.milestones().reachedInit();
            panic = soFar.milestones().panic() != null;
        }

        @Override
        public void ends(BootAnalysis whole) {
            show(whole, 0);
        }
    }
}
