package io.bootledger.cli.output;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.excerpt.ExcerptBounds;
import io.bootledger.analyzer.excerpt.LogExcerpt;
import io.bootledger.analyzer.excerpt.LogExcerptProjection;
import io.bootledger.reports.NoFontsException;
import io.bootledger.reports.csv.CsvReport;
import io.bootledger.reports.html.HtmlReport;
import io.bootledger.reports.json.JsonReport;
import io.bootledger.reports.png.BootPicture;
import io.bootledger.reports.png.LedgerPicture;
import io.bootledger.reports.png.LevelsPicture;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.stream.EventWriter;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        OutputStream file = file(folder, "events.jsonl.gz");
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
        write("index.html", out -> page(boot, lines, out));
        write("analysis.json", out -> json(boot, out));
        write("ledger.csv", out -> table(CsvReport.ledger(out), boot));
        write("levels.csv", out -> table(CsvReport.levels(out), boot));
        write("initcalls.csv", out -> table(CsvReport.initcalls(out), boot));
        write("probes.csv", out -> table(CsvReport.probes(out), boot));
        return lines;
    }

    /** Draws the pictures, or none of them; a boot without time stamps has no {@code ledger.png}. */
    void draw(BootAnalysis boot) throws IOException, NoFontsException {
        byte[] timeline = drawn(boot, BootPicture::write);
        byte[] levels = drawn(boot, LevelsPicture::write);
        byte[] ledger = drawn(boot, LedgerPicture::write);
        write("boot.png", out -> out.write(timeline));
        write("levels.png", out -> out.write(levels));
        if (ledger.length > 0) {
            write("ledger.png", out -> out.write(ledger));
        }
    }

    private interface Picture {
        void write(BootAnalysis boot, OutputStream out) throws IOException, NoFontsException;
    }

    private static byte[] drawn(BootAnalysis boot, Picture picture) throws IOException, NoFontsException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        picture.write(boot, out);
        return out.toByteArray();
    }

    void abandon() throws IOException {
        events.close();
    }

    private static void page(BootAnalysis boot, LogExcerpt lines, OutputStream out) throws IOException {
        HtmlReport page = new HtmlReport();
        page.add(boot, lines);
        page.writeTo(out);
    }

    private static void json(BootAnalysis boot, OutputStream out) throws IOException {
        JsonReport report = JsonReport.begin(out, List.of(boot.source()));
        report.add(boot);
        report.end();
    }

    private static void table(CsvReport report, BootAnalysis boot) throws IOException {
        report.add(boot);
        report.end();
    }

    private interface Renderer {
        void write(OutputStream out) throws IOException;
    }

    private void write(String name, Renderer renderer) throws IOException {
        try (OutputStream out = file(folder, name)) {
            renderer.write(out);
        }
    }

    private static OutputStream file(Path folder, String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
    }
}
