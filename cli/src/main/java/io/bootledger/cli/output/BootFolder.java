package io.bootledger.cli.output;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.excerpt.ExcerptBounds;
import io.bootledger.analyzer.excerpt.LogExcerpt;
import io.bootledger.analyzer.excerpt.LogExcerptProjection;
import io.bootledger.reports.NoFontsException;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.stream.EventWriter;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The files of one boot's report. Events are written as they come, the rest when the boot has ended. */
final class BootFolder {
    private final Path folder;
    private final EventWriter events;
    private final LogExcerptProjection excerpt = new LogExcerptProjection(ExcerptBounds.REPORT);

    private BootFolder(Path folder, EventWriter events) {
        this.folder = folder;
        this.events = events;
    }

    static BootFolder create(Path folder, String source) throws IOException {
        Files.createDirectory(folder);
        OutputStream file = file(folder, ReportFile.EVENTS.fileName());
        return new BootFolder(
                folder, new EventWriter(new BufferedOutputStream(new GZIPOutputStream(file), 1 << 16), source));
    }

    void event(RecordedEvent event) {
        events.accept(event);
        excerpt.apply(event);
    }

    /** The lines that the pages show, once all events have come. */
    LogExcerpt lines() throws IOException {
        events.close();
        return excerpt.view();
    }

    /** Writes everything, or everything but the pictures; gives what these lack. The files are made side by side. */
    @Nullable
    NoFontsException write(BootAnalysis boot, LogExcerpt lines) throws IOException {
        List<Made> all = Arrays.stream(ReportFile.values())
                .parallel()
                .map(file -> made(file, boot, lines))
                .toList();
        NoFontsException lacking = all.stream()
                .map(Made::lacks)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        for (Made made : all) {
            if (made.bytes().length > 0 && (lacking == null || !made.file().isPicture())) {
                Files.write(folder.resolve(made.file().fileName()), made.bytes());
            }
        }
        return lacking;
    }

    private record Made(
            ReportFile file, byte[] bytes, @Nullable NoFontsException lacks) {}

    private static Made made(ReportFile file, BootAnalysis boot, LogExcerpt lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            file.write(boot, lines, out);
            return new Made(file, out.toByteArray(), null);
        } catch (NoFontsException e) {
            return new Made(file, new byte[0], e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void abandon() throws IOException {
        events.close();
    }

    private static OutputStream file(Path folder, String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
    }
}
