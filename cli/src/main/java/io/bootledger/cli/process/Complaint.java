package io.bootledger.cli.process;

import io.bootledger.traces.format.LogSource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the system refused, in a sentence that says what to do next. */
public final class Complaint {
    /** Of so many files the names are looked at for one that may be meant. */
    private static final int MOST_NAMES = 10_000;

    /** By the system's own words, wherever in a message they stand. */
    private static final Map<String, String> BY_REASON = Map.of(
            "no space left", "the disk is full: make room or choose another place",
            "quota exceeded", "the disk quota is used up: make room or choose another place",
            "file too large", "it would be larger than is allowed here: see ulimit -f, or choose another place",
            "permission denied", "no permission: ask its owner, or try sudo",
            "read-only file system", "the file system is read-only: choose another place",
            "is a directory", "it is a directory: give the files in it, if there are any",
            "not a directory", "a part of that path is a file, not a directory");

    /** What an exception says of itself; its name where it says nothing. */
    public static String said(Exception problem) {
        return Objects.requireNonNullElse(problem.getMessage(), problem.toString());
    }

    public static String reading(String name, IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return name + ": there is no such file" + instead(name);
        }
        if (problem instanceof AccessDeniedException) {
            return name + ": no permission to read it: try sudo, or ask its owner";
        }
        if (problem instanceof EOFException) {
            return name + ": it ends too early: was it copied completely?";
        }
        return name + ": " + reason("it cannot be read", problem);
    }

    /** What is said of a compressed log that was read as far as it is whole. */
    public static String partly(String name, IOException damage) {
        String said = damage.getMessage() == null ? "" : damage.getMessage();
        if (LogSource.isBehindTheEnd(damage)) {
            return name + ": what follows the end of its compressed data was left out";
        }
        String how = LogSource.isCut(damage) ? "it ends too early" : "it is damaged";
        String why = said.isEmpty() ? "" : " (" + said + ")";
        return name + ": " + how + why + ": what is whole was read; was it copied completely?";
    }

    public static String writing(String name, IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return name + ": no permission to write it: choose another place";
        }
        if (problem instanceof NoSuchFileException) {
            return name + ": "
                    + (isDirectory(parent(name))
                            ? "no file can be made there: choose another place"
                            : "its directory does not exist: make it first");
        }
        if (problem instanceof FileAlreadyExistsException) {
            return name + ": a part of that path is a file, not a directory";
        }
        return name + ": " + reason("it cannot be written", problem);
    }

    /** The directory that is not there either, or a file of almost that name. */
    private static String instead(String name) {
        Path directory = parent(name);
        if (directory == null || name.equals(StandardInput.nameOf(""))) {
            return "";
        }
        if (!isDirectory(directory)) {
            return ", nor its directory";
        }
        List<String> there = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Iterator<Path> each = files.iterator(); each.hasNext() && there.size() < MOST_NAMES; ) {
                there.add(each.next().getFileName().toString());
            }
        } catch (IOException | DirectoryIteratorException e) {
            return "";
        }
        there.sort(null);
        return WrongUsage.meant(String.valueOf(fileOf(name).getFileName()), there);
    }

    private static boolean isDirectory(@Nullable Path path) {
        return path != null && Files.isDirectory(path);
    }

    /** It may be named with its option. */
    private static Path fileOf(String name) {
        return Path.of(name.replaceFirst("^--\\S+ ", ""));
    }

    private static @Nullable Path parent(String name) {
        try {
            return fileOf(name).toAbsolutePath().getParent();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static String reason(String otherwise, IOException problem) {
        String said = problem instanceof FileSystemException system ? system.getReason() : problem.getMessage();
        String words = said == null ? problem.getClass().getSimpleName() : said;
        String lower = words.toLowerCase(Locale.ROOT);
        return BY_REASON.entrySet().stream()
                .filter(entry -> lower.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise + ": " + words);
    }

    private Complaint() {}
}
