package io.bootledger.cli.output;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.excerpt.LogExcerpt;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Durably;
import io.bootledger.cli.process.Writing;
import io.bootledger.reports.NoFontsException;
import io.bootledger.reports.html.HtmlReport;
import io.bootledger.traces.event.RecordedEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code --out}: a directory with the report of one boot; for several boots a folder for each, and one page and one {@code
 * analysis.json} over all.
 */
public final class ReportOutput implements ResultSink {
    private static final int LONGEST_NAME = 60;

    private final Path wanted;
    private final ReportDirectory directory;
    private final HtmlReport page = new HtmlReport();
    private final JsonOutput json;
    private final List<Path> folders = new ArrayList<>();
    private String source = "";
    private @Nullable BootFolder open;
    /** Of a boot that remains alone nothing is written over all. */
    private @Nullable Shown first;

    /** A machine without fonts gets the rest of its report, and is told. */
    private @Nullable NoFontsException noFonts;

    private ReportOutput(Path wanted, ReportDirectory directory, JsonOutput json) {
        this.wanted = wanted;
        this.directory = directory;
        this.json = json;
    }

    public static ReportOutput at(Path wanted, List<String> sources) throws IOException {
        ReportDirectory directory = ReportDirectory.at(wanted);
        Path json = directory.path().resolve(ReportFile.ANALYSIS.fileName());
        return new ReportOutput(wanted, directory, new JsonOutput(wanted, Files.newOutputStream(json), sources));
    }

    @Override
    public void log(String name) {
        abandonOpen();
        source = name;
    }

    @Override
    public boolean takesEvents() {
        return true;
    }

    @Override
    public void event(RecordedEvent event) {
        Writing.to(wanted, () -> {
            if (open == null) {
                open = BootFolder.create(nextFolder(), source);
            }
            open.event(event);
        });
    }

    private Path nextFolder() {
        String name = Path.of(source).getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
        String brief = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        Path folder = directory.path().resolve(folders.size() + 1 + "-" + brief);
        folders.add(folder);
        return folder;
    }

    @Override
    public void boot(BootAnalysis boot) {
        BootFolder folder = Objects.requireNonNull(open, "events come before the boot that they make");
        open = null;
        Writing.to(wanted, () -> {
            Path place = folders.get(folders.size() - 1);
            Shown shown = new Shown(boot, folder.lines(), place.getFileName().toString());
            NoFontsException lacking = folder.write(boot, shown.lines());
            noFonts = lacking == null ? noFonts : lacking;
            if (folders.size() == 1) {
                first = shown;
            } else {
                addToAll(first);
                first = null;
                addToAll(shown);
            }
        });
    }

    private record Shown(BootAnalysis boot, LogExcerpt lines, String folder) {}

    private void addToAll(@Nullable Shown shown) {
        if (shown != null) {
            page.add(shown.boot(), shown.lines(), shown.folder());
            json.boot(shown.boot());
        }
    }

    @Override
    public void finish() {
        abandonOpen();
        json.finish();
        Writing.to(wanted, () -> {
            if (folders.size() == 1) {
                moveUp(folders.get(0));
            } else {
                writePage();
            }
            directory.finish();
        });
        if (noFonts != null) {
            throw CommandFailure.unreadable(wanted + " has " + noFonts.getMessage(), noFonts);
        }
    }

    private void moveUp(Path folder) throws IOException {
        Files.delete(directory.path().resolve(ReportFile.ANALYSIS.fileName()));
        for (Path file : entries(folder)) {
            Files.move(file, directory.path().resolve(file.getFileName()));
        }
        Files.delete(folder);
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void writePage() throws IOException {
        try (OutputStream out = Files.newOutputStream(directory.path().resolve(ReportFile.PAGE.fileName()))) {
            page.writeTo(out);
        }
    }

    /** A log that broke off in the middle of a boot: what was begun is no report. */
    private void abandonOpen() {
        BootFolder folder = open;
        open = null;
        if (folder != null) {
            Path path = folders.remove(folders.size() - 1);
            Writing.to(wanted, () -> {
                folder.abandon();
                Durably.deleteTree(path);
            });
        }
    }

    @Override
    public void close() {
        json.close();
        directory.close();
    }
}
