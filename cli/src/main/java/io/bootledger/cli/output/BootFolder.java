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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

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

    /** Writes everything but the pictures; gives the lines that the pages show. */
    LogExcerpt finish(BootAnalysis boot) throws IOException {
        events.close();
        LogExcerpt lines = excerpt.view();
        try {
            write(ReportFile.of(ReportFile.Kind.TEXT), boot, lines);
        } catch (NoFontsException impossible) {
            throw new IllegalStateException(impossible);
        }
        return lines;
    }

    /** Draws the pictures, or none of them. */
    void draw(BootAnalysis boot, LogExcerpt lines) throws IOException, NoFontsException {
        write(ReportFile.of(ReportFile.Kind.PICTURE), boot, lines);
    }

    private void write(List<ReportFile> files, BootAnalysis boot, LogExcerpt lines)
            throws IOException, NoFontsException {
        Map<ReportFile, byte[]> made = new EnumMap<>(ReportFile.class);
        for (ReportFile file : files) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.write(boot, lines, out);
            made.put(file, out.toByteArray());
        }
        for (Map.Entry<ReportFile, byte[]> file : made.entrySet()) {
            if (file.getValue().length > 0) {
                Files.write(folder.resolve(file.getKey().fileName()), file.getValue());
            }
        }
    }

    void abandon() throws IOException {
        events.close();
    }

    private static OutputStream file(Path folder, String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
    }
}
