package io.bootledger.reports.csv;

import io.bootledger.reports.Printable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
            this.csv = CsvReport.withoutHeader()
                    .print(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void row(List<? extends @Nullable Object> cells) throws IOException {
        csv.printRecord(cells.stream().map(CsvRows::cell).toList());
    }

    /**
     * Text is {@linkplain Printable printable}, but for line breaks and tabs, which CSV can hold; what a spreadsheet would take for a
     * formula gets an apostrophe; numbers stay numbers.
     */
    static @Nullable Object cell(@Nullable Object value) {
        if (value == null || value instanceof Number) {
            return value;
        }
        String text = Arrays.stream(value.toString().split("\r", -1))
                .map(Printable::lines)
                .collect(Collectors.joining("\r"));
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Writes what is still held back. */
    public void end() throws IOException {
        csv.flush();
    }
}
