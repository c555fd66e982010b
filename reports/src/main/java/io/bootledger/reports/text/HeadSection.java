package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.reading.Kernel;
import io.bootledger.analyzer.reading.Reading;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import org.jspecify.annotations.Nullable;

/** What booted, how it ended, and how completely its log was read. */
public final class HeadSection {
    static void write(BootAnalysis boot, Page page) {
        Kernel kernel = boot.kernel();
        page.line(kernel.release() == null ? "Linux, release unknown" : "Linux " + kernel.release(), Ink.TITLE);
        VerdictSection.write(boot, page);
        page.line("", Ink.PLAIN);
        TextTable table = new TextTable().left("").elastic("");
        row(table, "machine", kernel.machine());
        row(table, "log", where(boot) + ", " + boot.reading().format());
        row(table, "read", completeness(boot.reading()));
        row(table, "options", kernel.commandLine());
        page.table(table);
    }

    /** The log, and the line in it where the boot begins when that is not the first. */
    public static String where(BootAnalysis boot) {
        long first = boot.reading().firstLine();
        return first > 1 ? boot.source() + ":" + first : boot.source();
    }

    private static void row(TextTable table, String name, @Nullable String value) {
        if (value != null) {
            table.row(Cell.of(name, Ink.FAINT), Cell.of(value));
        }
    }

    private static String completeness(Reading reading) {
        return Wording.counted(reading.lines(), "line", "lines") + " = " + reading.recognised() + " recognised + "
                + reading.irrelevant() + " irrelevant + " + reading.malformed() + " malformed"
                + (reading.headLost() ? ", head lost" : "")
                + (reading.unordered() ? ", an excerpt without order" : "");
    }

    private HeadSection() {}
}
