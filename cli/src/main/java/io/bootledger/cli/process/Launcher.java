package io.bootledger.cli.process;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The script that has started this process, if one has, and waits for it. */
public final class Launcher {
    /** What it is told in place of {@link ExitCode#REGRESSED}, with which Java ends too when it cannot start. */
    private static final int REGRESSED = 61;

    /** What it is told when the SQL engine is wanted and not there: it builds it, and starts the command again. */
    private static final int WANTS_ENGINE = 62;

    private static final long LOOKS_MS = 500;
    /** Its process id. */
    private static final @Nullable Long PROCESS = Long.getLong("bootledger.launcher");

    /** Ends this process as soon as the launcher is killed: who killed that one meant this. */
    public static void watch() {
        Long launcher = PROCESS;
        if (launcher != null) {
            Thread thread = new Thread(() -> lookAgainAndAgain(launcher), "launcher");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void lookAgainAndAgain(long launcher) {
        try {
            do {
                TimeUnit.MILLISECONDS.sleep(LOOKS_MS);
            } while (ProcessHandle.current().parent().map(ProcessHandle::pid).equals(Optional.of(launcher)));
            Runtime.getRuntime().halt(ExitCode.KILLED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the command until the SQL engine is built, or says who builds it. */
    public static CommandFailure withoutEngine(String jar) {
        return PROCESS != null
                ? CommandFailure.silent(WANTS_ENGINE)
                : CommandFailure.usage(
                        "the SQL engine (" + jar + ") is not there: start this through ./bootledger, which builds it");
    }

    /** The exit code as whoever waits for this process takes it. */
    public static int told(int exitCode) {
        return PROCESS != null && exitCode == ExitCode.REGRESSED ? REGRESSED : exitCode;
    }

    private Launcher() {}
}
