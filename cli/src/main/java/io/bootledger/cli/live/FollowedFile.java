package io.bootledger.cli.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A growing file, read as {@code tail -F} reads it: one that was cut short or replaced is read from its beginning. */
public final class FollowedFile implements Feed {
    private final Path path;
    private SeekableByteChannel channel;
    private @Nullable Object key;
    private byte last = '\n';

    public FollowedFile(Path path) throws IOException {
        this.path = path;
        this.channel = Files.newByteChannel(path);
        this.key = key();
    }

    private Object key() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = channel.read(ByteBuffer.wrap(bytes, from, length));
        if (count > 0) {
            last = bytes[from + count - 1];
            return count;
        }
        if (!startsAnew()) {
            pause();
            return 0;
        }
        boolean inMidLine = last != '\n';
        last = '\n';
        bytes[from] = last;
        return inMidLine ? 1 : 0;
    }

    private boolean startsAnew() throws IOException {
        if (channel.size() < channel.position()) {
            channel.position(0);
            return true;
        }
        try {
            Object there = key();
            if (Objects.equals(there, key)) {
                return false;
            }
            SeekableByteChannel next = Files.newByteChannel(path);
            channel.close();
            channel = next;
            key = there;
            return true;
        } catch (NoSuchFileException e) {
            // Moved away; its successor is not there yet.
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
