package io.bootledger.fleet;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/**
 * Rows as Spark takes them, one by one, from a reader that hands them over as they come. Only a few are in memory, however many boots
 * a log holds: the reader waits.
 */
final class RowPipe implements Iterator<Row> {
    /** What hands over rows, and returns when there are no more. */
    interface Source {
        void read(Consumer<Row> rows) throws Exception;
    }

    private static final int MOST_WAITING = 4;
    private static final Object END = new Object();

    /** Why there are no more rows. */
    private record Failed(Throwable why) {}

    private final BlockingQueue<Object> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread reader;
    private @Nullable Object next;

    private RowPipe(Source source) {
        this.reader = new Thread(() -> run(source), "reads a log");
        reader.setDaemon(true);
    }

    /** Begins to read. A task that ends early ends the reader. */
    static RowPipe of(Source source) {
        RowPipe pipe = new RowPipe(source);
        TaskContext task = TaskContext.get();
        if (task != null) {
            TaskCompletionListener ends = ended -> pipe.reader.interrupt();
            task.addTaskCompletionListener(ends);
        }
        pipe.reader.start();
        return pipe;
    }

    private void run(Source source) {
        Object last = END;
        try {
            source.read(this::put);
        } catch (CancellationException e) {
            return;
        } catch (Throwable e) {
            last = new Failed(e);
        }
        try {
            queue.put(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(Object row) {
        try {
            queue.put(row);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody wants its rows any more");
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = take();
        }
        return next != END;
    }

    private Object take() {
        try {
            Object taken = queue.take();
            if (taken instanceof Failed failed) {
                throw new IllegalStateException(String.valueOf(failed.why().getMessage()), failed.why());
            }
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the task is ended");
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Object row = Objects.requireNonNull(next, "it is there");
        next = null;
        return (Row) row;
    }
}
