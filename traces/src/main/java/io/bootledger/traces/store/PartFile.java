package io.bootledger.traces.store;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A file being written under a temporary name, locked as long as it is. The system drops the lock of a process that dies, so
 * that whoever comes next knows its parts for leftovers.
 */
final class PartFile implements Closeable {
    /** This process's own: opening and closing one of them again would drop its lock (fcntl(2)). */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private PartFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static PartFile create(Path directory) throws IOException {
        while (true) {
            Path path = directory
                    .resolve(HexFormat.of()
                                    .toHexDigits(ThreadLocalRandom.current().nextLong()) + ".part")
                    .toAbsolutePath();
            OURS.add(path);
            try {
                FileChannel channel = FileChannel.open(
                        path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
                if (locked(channel) && Files.exists(path)) {
                    return new PartFile(path, channel);
                }
                channel.close();
            } catch (IOException e) {
                OURS.remove(path);
                throw e;
            }
            OURS.remove(path);
        }
    }

    /** False when another process took the new file for a leftover and holds it to delete it. */
    private static boolean locked(FileChannel channel) throws IOException {
        return channel.tryLock() != null;
    }

    /** Writes at the end. Closing the stream leaves the part open. */
    OutputStream out() {
        return appending(channel);
    }

    /** Writes at the end of a file. Closing the stream leaves the file open. */
    static OutputStream appending(FileChannel channel) {
        return new FilterOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** To read what is written. */
    FileChannel channel() {
        return channel;
    }

    /** Adds all that another part holds. */
    void append(PartFile other) throws IOException {
        long size = other.channel.size();
        for (long at = 0; at < size; ) {
            at += other.channel.transferTo(at, size - at, channel);
        }
    }

    /** Everything is written: puts the file into its place, durably. */
    void moveTo(Path place) throws IOException {
        channel.force(true);
        Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
        sync(Objects.requireNonNull(place.getParent(), "a place in a store lies in a folder"));
    }

    static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Unless it was put into its place, nothing of it remains. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(path);
        } finally {
            OURS.remove(path);
        }
    }

    /** Deletes what processes that died have left behind. */
    static int sweep(Path directory) throws IOException {
        int swept = 0;
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.map(Path::toAbsolutePath).toList()) {
                if (path.toString().endsWith(".part") && !OURS.contains(path) && sweepOne(path)) {
                    swept++;
                }
            }
        }
        return swept;
    }

    private static boolean sweepOne(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            return lock != null && Files.deleteIfExists(path);
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }
}
