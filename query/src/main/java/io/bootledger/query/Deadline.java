package io.bootledger.query;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Breaks off what a connection does when its time is over, again and again: between two steps it may hear nothing. */
final class Deadline implements AutoCloseable {
    private static final long AGAIN_MS = 200;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Deadline::daemon);
    private volatile boolean passed;

    Deadline(Statement anyOfTheConnection, int seconds) {
        clock.scheduleAtFixedRate(
                () -> breakOff(anyOfTheConnection),
                TimeUnit.SECONDS.toMillis(seconds),
                AGAIN_MS,
                TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "deadline");
        thread.setDaemon(true);
        return thread;
    }

    private void breakOff(Statement statement) {
        passed = true;
        try {
            statement.cancel();
        } catch (SQLException e) {
            // It has just ended.
        }
    }

    boolean hasPassed() {
        return passed;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
