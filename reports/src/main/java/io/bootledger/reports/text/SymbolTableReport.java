package io.bootledger.reports.text;

import io.bootledger.traces.symbols.SymbolTable;
import io.bootledger.traces.symbols.SymbolTable.Entry;

/** The initcalls of a kernel image, in the order in which it runs them. */
public final class SymbolTableReport {
    /** @param name of the table, for people */
    public static String of(String name, SymbolTable table, TextLayout layout) {
        Page page = new Page(layout);
        page.line(name + ": " + Words.counted(table.entries().size(), "initcall", "initcalls"), Ink.TITLE);
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

    private static Table entries(SymbolTable table) {
        Table rows = new Table()
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
