package io.bootledger.cli.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names beside an output's place under which it is written: {@code .bootledger-RANDOM.part}, random because in containers the
 * numbers of processes repeat. {@code .bootledger-RANDOM.lock}, which tells the place, is locked while they are used. The system
 * drops the lock with the process, so that the next who writes into that directory knows what a killed run has left, and removes it.
 */
public final class TemporaryPlace implements AutoCloseable {
    private static final String PREFIX = ".bootledger-";
    private static final String LOCK = ".lock";
    private static final String PART = ".part";
    private static final String OLD = ".old";
    /** The last is the log that DuckDB writes beside a database. */
    private static final List<String> WRITTEN = List.of(PART, OLD, PART + ".wal");

    private static final int LONGEST_NAME = 1 << 10;
    /** Directories that this process has looked into; its own locks are younger. */
    private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

    private final Path lock;
    private final FileChannel held;

    private TemporaryPlace(Path lock, FileChannel held) {
        this.lock = lock;
        this.held = held;
    }

    /** @param place absolute, in a directory that exists */
    public static TemporaryPlace of(Path place) throws IOException {
        Path directory = place.getParent();
        if (directory != null && SWEPT.add(directory)) {
            sweep(directory);
        }
        while (true) {
            String random =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            Path lock = place.resolveSibling(PREFIX + random + LOCK);
            FileChannel held = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            TemporaryPlace beside = new TemporaryPlace(lock, held);
            try {
                // Another process that sweeps may have found it before it was locked.
                if (isLocked(held) && Files.exists(lock)) {
                    held.write(StandardCharsets.UTF_8.encode(place.getFileName().toString()));
                    return beside;
                }
            } catch (IOException e) {
                beside.close();
                throw e;
            }
            beside.close();
        }
    }

    /** Where the file system knows no locks, nothing is swept either. */
    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException e) {
            return true;
        }
    }

    /** Where to write. */
    public Path part() {
        return named(lock, PART);
    }

    /** Where to put what is replaced. */
    public Path old() {
        return named(lock, OLD);
    }

    private static Path named(Path lock, String suffix) {
        String name = lock.getFileName().toString();
        return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()) + suffix);
    }

    /** Gives the names back; what is still there under one of them is removed. */
    @Override
    public void close() throws IOException {
        try (held) {
            remove(lock);
        }
    }

    /** What cannot be removed does no harm but its name. */
    private static void sweep(Path directory) {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(directory, PREFIX + "*" + LOCK)) {
            for (Path lock : locks) {
                sweepOne(lock);
            }
        } catch (IOException e) {
            // A directory that may be written but not listed.
        }
    }

    private static void sweepOne(Path lock) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock ours = channel.tryLock()) {
            if (ours != null) {
                restore(lock);
                remove(lock);
            }
        } catch (IOException e) {
            // Another's, or gone meanwhile.
        }
    }

    /** A run that was killed between its two renames has left the place empty. */
    private static void restore(Path lock) throws IOException {
        String name = TextFiles.read(lock, LONGEST_NAME);
        Path old = named(lock, OLD);
        if (Files.exists(old) && !name.isEmpty() && !name.contains("/") && !Files.exists(lock.resolveSibling(name))) {
            Files.move(old, lock.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** All that has these names, the lock last. */
    private static void remove(Path lock) throws IOException {
        for (String suffix : WRITTEN) {
            Path path = named(lock, suffix);
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                Durably.deleteTree(path);
            }
        }
        Files.deleteIfExists(lock);
    }
}
