package io.bootledger.reports.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of cells. An absent fact is an empty cell, and text that a spreadsheet would take for a formula gets an apostrophe.
 * Lines end with LF, which every reader of RFC 4180 takes and which awk, sort and join need.
 */
public final class CsvRows {
    private final CSVPrinter csv;

    /** The stream is not closed. */
    public CsvRows(OutputStream out) {
        try {
            this.csv = CsvReport.format((String[]) null)
                    .print(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void row(List<? extends @Nullable Object> cells) throws IOException {
        csv.printRecord(cells.stream().map(Column::cell).toList());
    }

    /** Writes what is still held back. */
    public void end() throws IOException {
        csv.flush();
    }
}
