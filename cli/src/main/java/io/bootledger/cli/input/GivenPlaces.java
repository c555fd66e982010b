package io.bootledger.cli.input;

import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.StandardInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What a command line names to be read and to be written: nothing is written over what is read, nor to one file twice. */
public final class GivenPlaces {
    /** The options whose value is written, where it names a file or a directory. */
    private static final Set<String> WRITTEN = Set.of(
            "--out",
            "--save",
            "--json",
            "--csv",
            "--html",
            "--png",
            "--junit",
            "--markdown",
            "--metrics",
            "--lava",
            "--ktap");

    private static final String DIRECTORY = "DIR";

    /** How help names a value that is a file, or that can be one. */
    private static final Set<String> FILES = Set.of("LOG", "FILE", "BOOT|LOG", "BOOT", "SCENARIO");

    /** The same of several files: a pattern, or a folder of which all files are read. */
    private static final Set<String> SETS = Set.of("LOG|GLOB|DIR", "BASE", "CANDIDATE", "PARQUET");

    /** By command, what in its {@code --out} is lost when it writes there: a path from that directory on. */
    private static final Map<String, Pattern> TAKEN = Map.of(
            "analyze", Pattern.compile(".*"),
            "compare", Pattern.compile(".*"),
            "simulate", Pattern.compile("boot-\\d+\\.[^/]*|System\\.map"));

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    /** @param folder whether all that lies in it is meant */
    private record Place(String name, Path real, boolean folder) {
        boolean is(Place other) {
            try {
                return real.equals(other.real)
                        || Files.exists(real) && Files.exists(other.real) && Files.isSameFile(real, other.real);
            } catch (IOException e) {
                // What cannot be looked at can be neither read nor written: who tries says so.
                return false;
            }
        }

        /** Whether it is lost when a command takes these names in this directory. */
        boolean isTakenIn(Place directory, Pattern names) {
            return real.startsWith(directory.real)
                    && names.matcher(directory.real.relativize(real).toString()).matches();
        }
    }

    private final List<Place> read = new ArrayList<>();
    private final List<Place> written = new ArrayList<>();
    private Pattern taken = NOTHING;

    /** Ends a command with wrong usage, before it has read or written anything. */
    public static void refuseLosses(ParseResult commandLine) {
        GivenPlaces places = new GivenPlaces();
        commandLine.asCommandLineList().forEach(places::add);
        places.refuseLosses();
    }

    /** The arguments of a command that name what it writes. */
    public static List<ArgSpec> written(CommandSpec command) {
        return command.args().stream().filter(GivenPlaces::isWritten).toList();
    }

    /** Those that name what it reads. */
    public static List<ArgSpec> read(CommandSpec command) {
        return command.args().stream().filter(GivenPlaces::isRead).toList();
    }

    private static boolean isWritten(ArgSpec argument) {
        return argument instanceof OptionSpec option
                && WRITTEN.contains(
                        option.longestName().equals("--gitlab-metrics") ? "--metrics" : option.longestName())
                && (option.paramLabel().equals("FILE") || option.paramLabel().equals(DIRECTORY));
    }

    private static boolean isRead(ArgSpec argument) {
        return !isWritten(argument) && (FILES.contains(argument.paramLabel()) || SETS.contains(argument.paramLabel()));
    }

    private void add(CommandLine command) {
        taken = TAKEN.getOrDefault(command.getCommandName(), taken);
        for (ArgSpec argument : command.getParseResult().matchedArgs()) {
            if (isWritten(argument)) {
                argument.originalStringValues().forEach(value -> addWritten(argument, value));
            } else if (isRead(argument)) {
                argument.originalStringValues().forEach(value -> addRead(argument, value));
            }
        }
    }

    private void addWritten(ArgSpec argument, String value) {
        boolean folder = DIRECTORY.equals(argument.paramLabel());
        path(value)
                .filter(path -> !isDevice(path))
                .ifPresent(path -> written.add(new Place(nameOf(argument) + " " + value, real(path), folder)));
    }

    private void addRead(ArgSpec argument, String value) {
        boolean set = SETS.contains(argument.paramLabel());
        String name = nameOf(argument) + " " + value;
        path(value).ifPresent(path -> read.add(new Place(name, real(path), set && Files.isDirectory(path))));
        if (set) {
            BootSet.filesOf(value).forEach(file -> read.add(new Place(name, real(file), false)));
        }
    }

    private void refuseLosses() {
        for (int i = 0; i < written.size(); i++) {
            Place place = written.get(i);
            read.forEach(other -> refuse(place, other));
            written.subList(0, i).forEach(other -> refuseBoth(other, place));
        }
    }

    private void refuse(Place written, Place read) {
        if (!read.folder() && written.is(read)) {
            throw CommandFailure.usage(
                    written.name() + ": this is what " + read.name() + " reads, and would be lost: write elsewhere");
        }
        if (read.folder()
                && !written.folder()
                && read.real().equals(written.real().getParent())) {
            throw CommandFailure.usage(written.name() + ": " + read.name()
                    + " is a folder of which every file is read, and this would be one: write elsewhere");
        }
        if (written.folder() && read.isTakenIn(written, taken)) {
            throw CommandFailure.usage(
                    written.name() + ": " + read.name() + " lies there, and would be lost: write elsewhere");
        }
    }

    private void refuseBoth(Place one, Place other) {
        if (one.is(other)) {
            throw CommandFailure.usage(
                    one.name() + " and " + other.name() + " would both be written to one place: give each its own");
        }
        if (one.folder() && other.isTakenIn(one, taken) || other.folder() && one.isTakenIn(other, taken)) {
            throw CommandFailure.usage(one.name() + " and " + other.name()
                    + ": the directory is filled anew, and the file would be lost: write it elsewhere");
        }
    }

    private static String nameOf(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** None where it names standard input or output, or nothing at all. */
    private static Optional<Path> path(String value) {
        try {
            return value.isEmpty() || value.equals(StandardInput.SIGN) ? Optional.empty() : Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            // Who reads or writes it says so.
            return Optional.empty();
        }
    }

    /** A device or a pipe takes what comes, from several too. */
    private static boolean isDevice(Path path) {
        return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    }

    /** Behind all links as far as the path exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            Path parent = absolute.getParent();
            return parent == null
                    ? absolute
                    : real(parent).resolve(absolute.getFileName()).normalize();
        }
    }
}
