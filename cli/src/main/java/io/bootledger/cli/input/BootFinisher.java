package io.bootledger.cli.input;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Finishes one boot beside the reading of the next: makes its views, or keeps it. In the order of the boots, a few of which may
 * wait. What goes wrong there is thrown to the reader.
 */
public final class BootFinisher implements Executor, AutoCloseable {
    private static final int MOST_WAITING = 4;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(BootFinisher::daemon);
    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "boots");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable finishing) {
        throwWhatWentWrong();
        places.acquireUninterruptibly();
        thread.execute(() -> {
            try {
                if (wrong.get() == null) {
                    finishing.run();
                }
            } catch (RuntimeException | Error e) {
                wrong.set(e);
            } finally {
                places.release();
            }
        });
    }

    /** Waits until all boots are finished. */
    public void end() {
        places.acquireUninterruptibly(MOST_WAITING);
        places.release(MOST_WAITING);
        throwWhatWentWrong();
    }

    private void throwWhatWentWrong() {
        Throwable thrown = wrong.get();
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    /** What has begun is finished first: it may be writing. */
    @Override
    public void close() {
        places.acquireUninterruptibly(MOST_WAITING);
        thread.shutdown();
    }
}
