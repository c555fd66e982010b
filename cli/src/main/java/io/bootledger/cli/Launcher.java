package io.bootledger.cli;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The script that has started this process, if one has, and waits for it. */
final class Launcher {
    /** What it is told in place of {@link ExitCode#REGRESSED}, with which Java ends too when it cannot start. */
    private static final int REGRESSED = 61;

    private static final long LOOKS_MS = 500;
    /** Its process id. */
    private static final @Nullable Long PROCESS = Long.getLong("bootledger.launcher");

    /** Ends this process as soon as the launcher is killed: who killed that one meant this. */
    static void watch() {
        if (PROCESS != null) {
            Thread thread = new Thread(Launcher::lookAgainAndAgain, "launcher");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void lookAgainAndAgain() {
        try {
            do {
                TimeUnit.MILLISECONDS.sleep(LOOKS_MS);
            } while (ProcessHandle.current().parent().map(ProcessHandle::pid).equals(Optional.of(PROCESS)));
            Runtime.getRuntime().halt(ExitCode.KILLED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The exit code as whoever waits for this process takes it. */
    static int told(int exitCode) {
        return PROCESS != null && exitCode == ExitCode.REGRESSED ? REGRESSED : exitCode;
    }

    private Launcher() {}
}
