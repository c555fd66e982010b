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
import java.util.List;

/** The files of a boot's report; one more is a row here, and in what docs/output.md and {@code --help} tell of them. */
enum ReportFile {
    PAGE("index.html", ReportFile::page),
    TIMELINE("boot.png", (boot, lines, out) -> BootPicture.write(boot, out)),
    LEVEL_TIMES("levels.png", (boot, lines, out) -> LevelsPicture.write(boot, out)),
    /** Without time stamps there is none. */
    LEDGER_PICTURE("ledger.png", (boot, lines, out) -> LedgerPicture.write(boot, out)),
    LEDGER("ledger.csv", (boot, lines, out) -> table(CsvReport.ledger(out), boot)),
    LEVELS("levels.csv", (boot, lines, out) -> table(CsvReport.levels(out), boot)),
    INITCALLS("initcalls.csv", (boot, lines, out) -> table(CsvReport.initcalls(out), boot)),
    PROBES("probes.csv", (boot, lines, out) -> table(CsvReport.probes(out), boot)),
    AXIS("axis.csv", (boot, lines, out) -> table(CsvReport.axis(out), boot)),
    ANALYSIS("analysis.json", (boot, lines, out) -> json(boot, out)),
    /** Written as the events come, before there is an analysis. */
    EVENTS("events.jsonl.gz", (boot, lines, out) -> {});

    /** Writes a file; an empty one is left out. */
    interface Content {
        void write(BootAnalysis boot, LogExcerpt lines, OutputStream out) throws IOException, NoFontsException;
    }

    private final String fileName;
    private final Content content;

    ReportFile(String fileName, Content content) {
        this.fileName = fileName;
        this.content = content;
    }

    String fileName() {
        return fileName;
    }

    boolean isPicture() {
        return fileName.endsWith(".png");
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
