package io.bootledger.fuzz.law;

import io.bootledger.reports.Printable;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What holds of tables in CSV. */
final class TableLaws {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** Every row has all columns, and no cell is a formula or moves a cursor. */
    static void hold(String csv) {
        List<CSVRecord> rows;
        try {
            rows = CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
        } catch (IOException | UncheckedIOException wrong) {
            throw new AssertionError("no CSV: " + wrong.getMessage(), wrong);
        }
        Law.holds(!rows.isEmpty(), () -> "a table without a head");
        for (CSVRecord row : rows) {
            Law.holds(row.size() == rows.get(0).size(), () -> "a row of another width: " + row);
            row.forEach(TableLaws::cell);
        }
    }

    private static void cell(String cell) {
        Law.holds(
                cell.isEmpty()
                        || "=+-@\t\r".indexOf(cell.charAt(0)) < 0
                        || NUMBER.matcher(cell).matches(),
                () -> "a spreadsheet takes it for a formula: " + cell);
        Law.holds(Printable.of(cell).equals(cell), () -> "not for a terminal: " + Printable.of(cell));
    }

    private TableLaws() {}
}
