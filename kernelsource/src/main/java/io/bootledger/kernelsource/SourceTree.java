package io.bootledger.kernelsource;

import io.bootledger.traces.event.KernelVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a kernel's source, by their paths from the top of the tree. */
public final class SourceTree {
    /** What is never built into a kernel. */
    private static final List<String> ASIDE = List.of("tools/", "scripts/", "Documentation/", ".git/");

    private final Path root;
    private final KernelVersion version;
    private final List<String> files;

    private SourceTree(Path root, KernelVersion version, List<String> files) {
        this.root = root;
        this.version = version;
        this.files = files;
    }

    /**
     * Opens the tree in a directory.
     *
     * @throws NoSuchFileException when it holds no kernel: no Makefile with a version, no MAINTAINERS
     */
    public static SourceTree open(Path root) throws IOException {
        if (!Files.isRegularFile(root.resolve("MAINTAINERS")) || !Files.isRegularFile(root.resolve("Makefile"))) {
            throw new NoSuchFileException(root.resolve("MAINTAINERS").toString());
        }
        String makefile = Files.readString(root.resolve("Makefile"), StandardCharsets.ISO_8859_1);
        try (Stream<Path> all = Files.walk(root)) {
            List<String> files = all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(file -> ASIDE.stream().noneMatch(file::startsWith))
                    .sorted()
                    .toList();
            return new SourceTree(root, version(makefile, root), files);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static KernelVersion version(String makefile, Path root) throws IOException {
        int[] numbers = new int[3];
        List<String> names = List.of("VERSION", "PATCHLEVEL", "SUBLEVEL");
        for (int at = 0; at < names.size(); at++) {
            Matcher line = Pattern.compile("^" + names.get(at) + "\\s*=\\s*(\\d+)", Pattern.MULTILINE)
                    .matcher(makefile);
            if (!line.find()) {
                throw new NoSuchFileException(root.resolve("Makefile") + ": " + names.get(at));
            }
            numbers[at] = Integer.parseInt(line.group(1));
        }
        return new KernelVersion(numbers[0], numbers[1], numbers[2]);
    }

    public KernelVersion version() {
        return version;
    }

    /** Sorted. */
    List<String> files(Predicate<String> wanted) {
        List<String> found = new ArrayList<>();
        for (String file : files) {
            if (wanted.test(file)) {
                found.add(file);
            }
        }
        return found;
    }

    boolean has(String file) {
        return Files.isRegularFile(root.resolve(file));
    }

    boolean hasDirectory(String directory) {
        return Files.isDirectory(root.resolve(directory));
    }

    /** Its text, whatever its charset; empty when it is not there. */
    String text(String file) {
        try {
            return has(file) ? Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text that people read, in UTF-8. */
    String prose(String file) throws IOException {
        return new String(Files.readAllBytes(root.resolve(file)), StandardCharsets.UTF_8);
    }

    static String directory(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Without the ending: {@code fs/ext4/super.c} is made from object {@code fs/ext4/super}. */
    static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }
}
