package io.bootledger.cli.output;

import io.bootledger.reports.csv.CsvRows;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer as CSV, row by row. */
public final class CsvAnswer implements AnswerForm {
    private final CsvRows rows;

    public CsvAnswer(OutputStream out) {
        this.rows = new CsvRows(out);
    }

    @Override
    public void columns(List<String> names) throws IOException {
        rows.row(names);
    }

    @Override
    public boolean row(List<@Nullable Object> values) throws IOException {
        rows.row(values);
        return true;
    }

    @Override
    public void end() throws IOException {
        rows.end();
    }
}
