package io.bootledger.cli.live;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A stream whose reads may block for ever, as those of {@code dmesg -w} do: another thread waits in them. */
public final class FollowedStream implements Feed {
    private static final int SIZE = 1 << 16;
    private static final int MOST_WAITING = 8;

    /** What was read, or that no more comes. */
    private record Read(byte[] bytes, @Nullable IOException failure) {}

    private final InputStream in;
    private final BlockingQueue<Read> reads = new ArrayBlockingQueue<>(MOST_WAITING);
    private byte[] current = {};
    private int next;
    private boolean ended;

    public FollowedStream(InputStream in) {
        this.in = in;
        Thread thread = new Thread(this::readAll, "log follower");
        thread.setDaemon(true);
        thread.start();
    }

    private void readAll() {
        byte[] buffer = new byte[SIZE];
        try {
            Read read;
            do {
                read = readSome(buffer);
                reads.put(read);
            } while (read.bytes().length > 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Read readSome(byte[] buffer) {
        try {
            return new Read(Arrays.copyOf(buffer, Math.max(0, in.read(buffer))), null);
        } catch (IOException e) {
            return new Read(new byte[0], e);
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (next == current.length && !takeNext()) {
            return ended ? -1 : 0;
        }
        int count = Math.min(length, current.length - next);
        System.arraycopy(current, next, bytes, from, count);
        next += count;
        return count;
    }

    private boolean takeNext() throws IOException {
        Read read = ended ? null : poll();
        if (read == null) {
            return false;
        }
        if (read.failure() != null) {
            throw read.failure();
        }
        current = read.bytes();
        next = 0;
        ended = current.length == 0;
        return !ended;
    }

    private @Nullable Read poll() {
        try {
            return reads.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** The thread may be waiting in a read: it ends with the process. */
    @Override
    public void close() {}
}
