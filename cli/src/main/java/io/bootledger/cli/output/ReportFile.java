package io.bootledger.cli.output;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.excerpt.LogExcerpt;
import io.bootledger.reports.NoFontsException;
import io.bootledger.reports.csv.CsvReport;
import io.bootledger.reports.html.HtmlReport;
import io.bootledger.reports.json.JsonReport;
import io.bootledger.reports.png.BootPicture;
import io.bootledger.reports.png.LedgerPicture;
import io.bootledger.reports.png.LevelsPicture;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/** The files of a boot's report; one more is a row here, and in what README and {@code --help} tell of them. */
enum ReportFile {
    PAGE("index.html", Kind.TEXT, ReportFile::page),
    TIMELINE("boot.png", Kind.PICTURE, (boot, lines, out) -> BootPicture.write(boot, out)),
    LEVEL_TIMES("levels.png", Kind.PICTURE, (boot, lines, out) -> LevelsPicture.write(boot, out)),
    /** Without time stamps there is none. */
    LEDGER_PICTURE("ledger.png", Kind.PICTURE, (boot, lines, out) -> LedgerPicture.write(boot, out)),
    LEDGER("ledger.csv", Kind.TEXT, (boot, lines, out) -> table(CsvReport.ledger(out), boot)),
    LEVELS("levels.csv", Kind.TEXT, (boot, lines, out) -> table(CsvReport.levels(out), boot)),
    INITCALLS("initcalls.csv", Kind.TEXT, (boot, lines, out) -> table(CsvReport.initcalls(out), boot)),
    PROBES("probes.csv", Kind.TEXT, (boot, lines, out) -> table(CsvReport.probes(out), boot)),
    ANALYSIS("analysis.json", Kind.TEXT, (boot, lines, out) -> json(boot, out)),
    /** Written as the events come, before there is an analysis. */
    EVENTS("events.jsonl.gz", Kind.STREAM, (boot, lines, out) -> {});

    /** When a file is written. */
    enum Kind {
        STREAM,
        TEXT,
        PICTURE
    }

    /** Writes a file; an empty one is left out. */
    interface Content {
        void write(BootAnalysis boot, LogExcerpt lines, OutputStream out) throws IOException, NoFontsException;
    }

    private final String fileName;
    private final Kind kind;
    private final Content content;

    ReportFile(String fileName, Kind kind, Content content) {
        this.fileName = fileName;
        this.kind = kind;
        this.content = content;
    }

    String fileName() {
        return fileName;
    }

    static List<ReportFile> of(Kind kind) {
        return Arrays.stream(values()).filter(file -> file.kind == kind).toList();
    }

    void write(BootAnalysis boot, LogExcerpt lines, OutputStream out) throws IOException, NoFontsException {
        content.write(boot, lines, out);
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
}
