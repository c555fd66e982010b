package io.bootledger.cli.output;

import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Durably;
import io.bootledger.cli.process.TemporaryPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A report's directory, which appears whole or not at all: filled beside its place under another name, synced, renamed. It
 * replaces an earlier report and nothing else.
 */
public final class ReportDirectory implements AutoCloseable {
    /** What a report is made of. */
    public static final List<String> FILES =
            Arrays.stream(ReportFile.values()).map(ReportFile::fileName).toList();

    /** What a comparison has besides. */
    private static final Set<String> COMPARISON = Set.of("waterfall.png", "comparison.json");

    private static final Pattern BOOT_FOLDER = Pattern.compile("\\d+-.*");

    private final Path place;
    private final TemporaryPlace beside;
    private final Thread whenKilled = new Thread(this::discard);

    private ReportDirectory(Path place, TemporaryPlace beside) {
        this.place = place;
        this.beside = beside;
    }

    /** Refuses a place that holds anything but an earlier report. */
    static ReportDirectory at(Path wanted) throws IOException {
        Path place = Files.exists(wanted)
                ? wanted.toRealPath()
                : wanted.toAbsolutePath().normalize();
        if (place.getFileName() == null) {
            throw CommandFailure.usage("--out " + wanted + " is no place for a report: give a directory of its own");
        }
        refuseForeign(wanted, place);
        Files.createDirectories(place.getParent());
        TemporaryPlace beside = TemporaryPlace.of(place);
        ReportDirectory directory = new ReportDirectory(place, beside);
        try {
            Files.createDirectory(beside.part());
        } catch (IOException e) {
            directory.discard();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(directory.whenKilled);
        return directory;
    }

    private static void refuseForeign(Path wanted, Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw CommandFailure.usage("--out " + wanted + " is a file: give a directory");
        }
        try (Stream<Path> entries = Files.list(place)) {
            Optional<Path> foreign =
                    entries.filter(entry -> !isOurs(entry)).sorted().findFirst();
            if (foreign.isPresent()) {
                throw CommandFailure.usage(
                        "--out " + wanted + " holds " + foreign.get().getFileName()
                                + ", which is no part of a report and would be lost: give a new directory");
            }
        }
    }

    private static boolean isOurs(Path entry) {
        String name = entry.getFileName().toString();
        return FILES.contains(name)
                || COMPARISON.contains(name)
                || BOOT_FOLDER.matcher(name).matches() && Files.isDirectory(entry) && holdsReport(entry);
    }

    private static boolean holdsReport(Path folder) {
        return Files.exists(folder.resolve(ReportFile.ANALYSIS.fileName()));
    }

    /** Where to write. */
    Path path() {
        return beside.part();
    }

    /** Everything is written: puts the directory into its place. */
    void finish() throws IOException {
        Path filled = beside.part();
        Durably.syncTree(filled);
        Path earlier = beside.old();
        boolean replaces = Files.exists(place);
        if (replaces) {
            Files.move(place, earlier, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(filled, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaces) {
                Files.move(earlier, place, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        Durably.syncParent(place);
    }

    /** Without {@link #finish()} nothing remains. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(whenKilled);
        discard();
    }

    private void discard() {
        try {
            beside.close();
        } catch (IOException e) {
            // A file that could not be deleted does no harm but its name.
        }
    }
}
