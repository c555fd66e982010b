package io.bootledger.cli.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What it takes for a file to be there whole after a power cut, or not at all. */
public final class Durably {
    /** Puts what was written onto the disk. */
    public static void sync(Path fileOrDirectory) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrDirectory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Puts onto the disk that a file or directory is in its place, which is absolute. */
    public static void syncParent(Path place) throws IOException {
        Path directory = place.getParent();
        if (directory != null) {
            sync(directory);
        }
    }

    /** Puts everything in a directory onto the disk, the innermost first. */
    public static void syncTree(Path directory) throws IOException {
        for (Path path : innermostFirst(directory)) {
            sync(path);
        }
    }

    public static void deleteTree(Path directory) throws IOException {
        for (Path path : innermostFirst(directory)) {
            Files.delete(path);
        }
    }

    private static List<Path> innermostFirst(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private Durably() {}
}
