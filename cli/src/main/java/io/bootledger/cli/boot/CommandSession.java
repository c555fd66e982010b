package io.bootledger.cli.boot;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A command of the shell in a session of its own (setsid), where no terminal's Ctrl-C reaches it, and which can be ended with all that
 * was started in it, and nothing else. What left the session is known as long as its parents live. Its standard error goes where its
 * output does; its standard input is empty.
 */
final class CommandSession implements AutoCloseable {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LOOKS_MS = 20;

    private final Process shell;
    private final Set<ProcessHandle> known = new LinkedHashSet<>();
    /** Where the command on a terminal tells its session, which script(1) begins for it; null where it has none of its own. */
    private final @Nullable Path inner;

    private final Set<Long> sessions = new HashSet<>();

    private CommandSession(Process shell, @Nullable Path inner) {
        this.shell = shell;
        this.inner = inner;
        sessions.add(shell.pid());
    }

    /** @param told variables of its environment, besides ours */
    static CommandSession start(String command, BootConsole.Reached console, Map<String, String> told)
            throws IOException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", console.script()));
        if (Files.isExecutable(SETSID)) {
            words.add(0, SETSID.toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectInput(Redirect.from(new File("/dev/null")));
        builder.environment().putAll(told);
        builder.environment().putAll(console.told());
        builder.environment().put("BOOTLEDGER_COMMAND", command);
        Path inner = console.onTerminal() ? Files.createTempFile("bootledger", ".session") : null;
        if (inner != null) {
            builder.environment().put("BOOTLEDGER_SESSION", inner.toString());
        }
        return new CommandSession(builder.start(), inner);
    }

    InputStream output() {
        return shell.getInputStream();
    }

    boolean lives() {
        return shell.isAlive();
    }

    /** Waits a while for the command to end. */
    void await(long millis) {
        try {
            shell.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As a shell shows it; null while it runs. */
    @Nullable
    Integer exitCode() {
        return shell.isAlive() ? null : Integer.valueOf(shell.exitValue());
    }

    /** Ends all of it: first asks, then kills. */
    @Override
    public void close() {
        lookForTheInnerSession();
        signal(ProcessHandle::destroy, GRACE_NANOS, false);
        signal(ProcessHandle::destroyForcibly, MOST_NANOS, true);
    }

    private void lookForTheInnerSession() {
        if (inner != null) {
            try {
                sessions.add(Long.parseLong(Files.readString(inner).strip()));
                Files.delete(inner);
            } catch (IOException | NumberFormatException neverBegun) {
                // Then nothing runs in it.
            }
        }
    }

    /** Whoever is asked twice may take the second time for an order to stop cleaning up. */
    private void signal(Consumer<ProcessHandle> signal, long mostNanos, boolean repeatedly) {
        long began = System.nanoTime();
        Set<ProcessHandle> told = new LinkedHashSet<>();
        for (Set<ProcessHandle> left = left(); !left.isEmpty(); left = left()) {
            left.stream().filter(process -> told.add(process) || repeatedly).forEach(signal);
            if (System.nanoTime() - began > mostNanos) {
                return;
            }
            pause();
        }
    }

    /** All that live of the session, and of those that left it. */
    private Set<ProcessHandle> left() {
        withDescendants(shell.toHandle());
        ProcessHandle.allProcesses().filter(this::isOfTheSession).forEach(this::withDescendants);
        List.copyOf(known).forEach(this::withDescendants);
        known.removeIf(process -> !lives(process));
        return known;
    }

    private void withDescendants(ProcessHandle process) {
        known.add(process);
        process.descendants().forEach(known::add);
    }

    private boolean isOfTheSession(ProcessHandle process) {
        return ProcessState.of(process.pid())
                .filter(state -> sessions.contains(state.session()))
                .isPresent();
    }

    private static boolean lives(ProcessHandle process) {
        return process.isAlive()
                && ProcessState.of(process.pid()).filter(ProcessState::lives).isPresent();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOKS_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
