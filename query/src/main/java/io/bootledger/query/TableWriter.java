package io.bootledger.query;

import io.bootledger.reports.sql.BootTable;
import io.bootledger.reports.sql.Utf8;
import io.bootledger.reports.table.Column;
import java.sql.SQLException;
import java.util.Arrays;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Appends rows to a table, many at a time. */
final class TableWriter implements AutoCloseable {
    private final DuckDBAppender rows;

    TableWriter(DuckDBConnection connection, String table) throws SQLException {
        this.rows = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    <T> void add(BootTable<T> table, BootTable.Row boot) throws SQLException {
        for (T row : table.of().apply(boot)) {
            rows.beginRow();
            append(boot.facts().boot());
            for (Column<T> column : table.columns()) {
                append(column.of(row));
            }
            rows.endRow();
        }
    }

    void add(@Nullable Object... cells) throws SQLException {
        rows.beginRow();
        for (Object cell : Arrays.asList(cells)) {
            append(cell);
        }
        rows.endRow();
    }

    private void append(@Nullable Object value) throws SQLException {
        if (value == null) {
            rows.appendNull();
        } else if (value instanceof Number number) {
            rows.append(number.longValue());
        } else if (value instanceof Boolean flag) {
            rows.append(flag.booleanValue());
        } else {
            rows.append(Utf8.of(value.toString()));
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
