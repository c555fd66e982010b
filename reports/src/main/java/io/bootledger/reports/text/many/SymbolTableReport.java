package io.bootledger.reports.text.many;

import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import io.bootledger.traces.symbols.SymbolTable;
import io.bootledger.traces.symbols.SymbolTable.Entry;

/** The initcalls of a kernel image, in the order in which it runs them. */
public final class SymbolTableReport {
    /** @param name of the table, for people */
    public static String of(String name, SymbolTable table, TextLayout layout) {
        Page page = new Page(layout);
        page.line(name + ": " + Wording.counted(table.entries().size(), "initcall", "initcalls"), Ink.TITLE);
        if (!table.ordered()) {
            page.note("stub functions only: within a level the order is not known");
        }
        Integer missing = table.missing();
        if (missing != null && missing > 0) {
            page.note("the image has room for " + missing + " more than the file names");
        }
        page.table(entries(table));
        return page.toString();
    }

    private static TextTable entries(SymbolTable table) {
        TextTable rows = new TextTable()
                .right("#")
                .left("level")
                .left("half")
                .elastic("function")
                .left("object");
        int number = 1;
        for (Entry entry : table.entries()) {
            rows.row(
                    Cell.of(Integer.toString(number++)),
                    Cell.of(entry.level() == null ? "unknown" : entry.level().toString()),
                    Cell.of(entry.sync() ? "sync" : ""),
                    Cell.of(entry.function()),
                    Cell.of(entry.module() == null ? "" : entry.module()));
        }
        return rows;
    }

    private SymbolTableReport() {}
}
