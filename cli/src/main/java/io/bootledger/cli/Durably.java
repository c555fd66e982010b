package io.bootledger.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What it takes for a file to be there whole after a power cut, or not at all. */
final class Durably {
    /** Puts what was written onto the disk. */
    static void sync(Path fileOrDirectory) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrDirectory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The same for everything in a directory, the innermost first. */
    static void syncTree(Path directory) throws IOException {
        for (Path path : innermostFirst(directory)) {
            sync(path);
        }
    }

    static void deleteTree(Path directory) throws IOException {
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
