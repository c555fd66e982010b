package io.bootledger.query;

import io.bootledger.reports.sql.SqlRefusedException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Breaks off a statement when its time is over, again and again: between two steps it may hear nothing. */
final class Deadline implements AutoCloseable {
    private static final long AGAIN_MS = 200;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Deadline::daemon);
    private final int seconds;
    private volatile boolean passed;

    @SuppressWarnings("FutureReturnValueIgnored") // It goes on until the clock is closed.
    Deadline(Statement statement, int seconds) {
        this.seconds = seconds;
        clock.scheduleAtFixedRate(
                () -> breakOff(statement), TimeUnit.SECONDS.toMillis(seconds), AGAIN_MS, TimeUnit.MILLISECONDS);
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

    void refuseIfPassed(@Nullable SQLException cause) throws SqlRefusedException {
        if (passed) {
            throw new SqlRefusedException("it takes longer than " + seconds + " s", cause);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
