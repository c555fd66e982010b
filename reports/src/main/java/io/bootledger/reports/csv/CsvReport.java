package io.bootledger.reports.csv;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.table.Column;
import io.bootledger.reports.table.Column.Form;
import io.bootledger.reports.table.TableRows;
import io.bootledger.traces.event.InitcallLevel;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes one kind of row of any number of boots. The columns are named as in the JSON; {@code boot} counts the boots from 1.
 * An absent fact is an empty cell. Lines end with LF, which every reader of RFC 4180 takes and which awk, sort and join need.
 */
public final class CsvReport {
    private final CSVPrinter csv;
    private final TableRows<?> rows;
    private int boots;

    private CsvReport(OutputStream out, TableRows<?> rows) throws IOException {
        this.csv = format(header(rows)).print(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        this.rows = rows;
    }

    static CSVFormat format(String... header) {
        return withoutHeader().builder().setHeader(header).get();
    }

    static CSVFormat withoutHeader() {
        return CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    }

    /** Begins a table with these rows. The stream is not closed by the report. */
    public static CsvReport of(TableRows<?> rows, OutputStream out) throws IOException {
        return new CsvReport(out, rows);
    }

    /** Begins {@code initcalls.csv}. The stream is not closed by the report. */
    public static CsvReport initcalls(OutputStream out) throws IOException {
        return new CsvReport(out, TableRows.INITCALLS);
    }

    /**
     * Begins a table of initcalls in call order, level by level. The stream is not closed by the report.
     *
     * @param only the level to write; null for all
     */
    public static CsvReport order(OutputStream out, @Nullable InitcallLevel only) throws IOException {
        return new CsvReport(out, TableRows.order(only));
    }

    /** Begins {@code probes.csv}. The stream is not closed by the report. */
    public static CsvReport probes(OutputStream out) throws IOException {
        return new CsvReport(out, TableRows.PROBES);
    }

    /**
     * Begins {@code ledger.csv}: the accounts of each boot, whose {@code us} add up to its total. The stream is not closed by the
     * report.
     */
    public static CsvReport ledger(OutputStream out) throws IOException {
        return new CsvReport(out, TableRows.LEDGER);
    }

    /** Begins {@code levels.csv}. The stream is not closed by the report. */
    public static CsvReport levels(OutputStream out) throws IOException {
        return new CsvReport(out, TableRows.LEVELS);
    }

    /** Begins {@code axis.csv}: who ran, from the first word of a loader to the login prompt. The stream is not closed by the report. */
    public static CsvReport axis(OutputStream out) throws IOException {
        return new CsvReport(out, TableRows.AXIS);
    }

    /** Writes the rows of a boot. */
    public void add(BootAnalysis boot) throws IOException {
        boots++;
        write(boot, rows);
    }

    private static <T> String[] header(TableRows<T> rows) {
        return Stream.concat(
                        Stream.of("source", "boot"),
                        rows.in(Form.TABLE).stream().map(Column::name))
                .toArray(String[]::new);
    }

    private <T> void write(BootAnalysis boot, TableRows<T> table) throws IOException {
        List<Column<T>> columns = table.in(Form.TABLE);
        List<@Nullable Object> cells = new ArrayList<>();
        for (T row : table.of().apply(boot)) {
            cells.clear();
            cells.add(CsvRows.cell(boot.source()));
            cells.add(boots);
            columns.forEach(column -> cells.add(CsvRows.cell(column.of(row))));
            csv.printRecord(cells);
        }
    }

    /** Writes what is still held back. */
    public void end() throws IOException {
        csv.flush();
    }
}
