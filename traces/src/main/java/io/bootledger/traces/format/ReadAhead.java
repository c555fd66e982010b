package io.bootledger.traces.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream in chunks. Once a log proves longer than one chunk, a second thread reads (and decompresses) ahead, a few
 * chunks at most; a small log never pays for a thread.
 */
final class ReadAhead implements AutoCloseable {
    static final int CHUNK = 1 << 18;
    /** Room before each chunk for the unfinished line of the chunk before. */
    static final int MARGIN = LineScanner.LONGEST + 64;

    private static final int BEHIND = 16;
    private static final int BUFFERS = 4;

    /** Bytes of the log from {@link #MARGIN} on. */
    static final class Chunk {
        final byte[] bytes;
        int length;

        @Nullable
        Throwable failure;

        Chunk(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private final InputStream stream;
    private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(BUFFERS + 1);
    private @Nullable Thread reader;
    private boolean ended;
    private String kind = "nothing";
    private int chunks;

    ReadAhead(InputStream stream) {
        this.stream = stream;
    }

    /** The next chunk, or null at the end. */
    @Nullable
    Chunk next() throws IOException {
        if (ended) {
            return null;
        }
        Chunk chunk = reader == null ? read(newBuffer()) : take();
        if (chunk.failure != null) {
            ended = true;
            throw chunk.failure instanceof IOException failed ? failed : new IOException(chunk.failure);
        }
        ended = chunk.length == 0;
        if (chunks++ == 0) {
            kind = ContentKind.of(chunk.bytes, MARGIN, MARGIN + chunk.length);
        }
        if (reader == null && chunk.length == CHUNK && chunks > 1) {
            startReading();
        }
        return ended ? null : chunk;
    }

    /** What the stream seems to hold, by its first bytes. */
    String kind() {
        return kind;
    }

    /** Takes back a buffer that is no longer looked at. */
    void giveBack(byte[] buffer) {
        if (reader != null && buffer.length > 0) {
            empty.offer(buffer);
        }
    }

    private void startReading() {
        for (int i = 0; i < BUFFERS - 1; i++) {
            empty.add(newBuffer());
        }
        Thread thread = new Thread(this::readAll, "log reader");
        thread.setDaemon(true);
        reader = thread;
        thread.start();
    }

    private void readAll() {
        try {
            Chunk chunk;
            do {
                chunk = read(empty.take());
                full.put(chunk);
            } while (chunk.length > 0);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fills a buffer as far as the stream has something to say; a pipe that says a little is not kept waiting. */
    private Chunk read(byte[] buffer) {
        Chunk chunk = new Chunk(buffer);
        try {
            int count = stream.read(buffer, MARGIN, CHUNK);
            chunk.length = Math.max(count, 0);
        } catch (IOException | RuntimeException failure) {
            chunk.failure = failure;
        }
        return chunk;
    }

    private Chunk take() throws IOException {
        try {
            return full.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted while reading a log");
        }
    }

    private static byte[] newBuffer() {
        return new byte[MARGIN + CHUNK + BEHIND];
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.interrupt();
        }
        stream.close();
    }
}
