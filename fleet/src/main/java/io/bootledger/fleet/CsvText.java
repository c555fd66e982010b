package io.bootledger.fleet;

import io.bootledger.reports.csv.CsvRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Rows of Spark as CSV. */
final class CsvText {
    private CsvText() {}

    static String of(List<String> columns, List<Row> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvRows csv = new CsvRows(out);
        csv.row(columns);
        for (Row row : rows) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int at = 0; at < row.size(); at++) {
                cells.add(row.get(at));
            }
            csv.row(cells);
        }
        csv.end();
        return out.toString(StandardCharsets.UTF_8);
    }
}
