package io.bootledger.traces.format.ahead;

import io.bootledger.traces.format.bytes.Chunks;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Supplies the prepared lines of a log in order. Once a log proves longer than a few chunks, two more threads read
 * (decompress) and prepare a few chunks ahead; a small log never pays for a thread. On two cores this halves the time for a
 * gigabyte.
 */
public final class ReadAhead implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int MOST_AHEAD = 6;
    private static final int SMALL = 2 * Chunks.SIZE;

    private final InputStream stream;
    private final boolean prepares;
    private final Chunks chunks;
    private final ConcurrentLinkedQueue<PreparedLines> used = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Preparer> preparers = new ConcurrentLinkedQueue<>();
    private final Deque<Future<@Nullable PreparedLines>> ahead = new ArrayDeque<>();
    private @Nullable ExecutorService threads;
    /** Open until the last chunk that was asked for has been read: each is read after the one before, by whichever thread is free. */
    private CountDownLatch lastRead = new CountDownLatch(0);

    private record Reading(Chunks.@Nullable Chunk chunk, PreparedLines lines) {}

    /** @param prepares whether lines are prepared, which only those in listed frames can be */
    public ReadAhead(InputStream stream, boolean prepares) {
        this.stream = stream;
        this.prepares = prepares;
        this.chunks = new Chunks(stream);
    }

    /** The next lines, or null at the end. Those given before must no longer be looked at. */
    @Nullable
    public PreparedLines next() throws IOException {
        if (threads == null && chunks.bytesRead() >= SMALL) {
            threads = Executors.newFixedThreadPool(THREADS, ReadAhead::thread);
        }
        try {
            if (threads == null) {
                return prepare(read());
            }
            while (ahead.size() < MOST_AHEAD) {
                schedule(threads);
            }
            return ahead.remove().get();
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading was interrupted");
        }
    }

    /** An input that cannot be read; a fault of ours, on whichever thread, is thrown as it is. */
    private static IOException cause(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        if (failure.getCause() instanceof RuntimeException fault) {
            throw fault;
        }
        return failure.getCause() instanceof IOException unreadable ? unreadable : new IOException(failure.getCause());
    }

    /** Takes back lines that are no longer looked at. */
    public void giveBack(PreparedLines lines) {
        used.add(lines);
    }

    private void schedule(ExecutorService pool) {
        CountDownLatch before = lastRead;
        CountDownLatch read = new CountDownLatch(1);
        lastRead = read;
        ahead.add(pool.submit(() -> prepare(readAfter(before, read))));
    }

    /** Whatever is thrown, even for want of memory, the next does not wait for ever. */
    private Reading readAfter(CountDownLatch before, CountDownLatch read) throws IOException, InterruptedException {
        try {
            before.await();
            return read();
        } finally {
            read.countDown();
        }
    }

    private Reading read() throws IOException {
        PreparedLines old = used.poll();
        PreparedLines lines = old == null ? new PreparedLines() : old;
        return new Reading(chunks.next(lines.bytes().length == 0 ? null : lines.bytes()), lines);
    }

    private @Nullable PreparedLines prepare(Reading read) {
        Chunks.Chunk chunk = read.chunk();
        if (chunk == null) {
            return null;
        }
        if (!prepares) {
            read.lines().beginUnread(chunk);
            return read.lines();
        }
        Preparer free = preparers.poll();
        Preparer preparer = free == null ? new Preparer() : free;
        preparer.prepare(chunk, read.lines());
        preparers.add(preparer);
        return read.lines();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "log reader");
        thread.setDaemon(true);
        return thread;
    }

    public long bytesRead() {
        return chunks.bytesRead();
    }

    /** Bytes of the last line that were not read. */
    public long skipped() {
        return chunks.skipped();
    }

    public boolean endsInMidLine() {
        return chunks.endsInMidLine();
    }

    public String kind() {
        return chunks.kind();
    }

    @Override
    public void close() throws IOException {
        if (threads != null) {
            threads.shutdownNow();
        }
        stream.close();
    }
}
