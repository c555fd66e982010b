package io.bootledger.query;

import io.bootledger.reports.sql.ParquetRows;
import io.bootledger.reports.sql.SqlBounds;
import java.io.IOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** Rows of Parquet files that others wrote. */
final class ParquetFiles {
    private final String source;

    /** @param files a pattern of paths */
    ParquetFiles(String files) {
        this.source = "read_parquet(" + quoted(files) + ", union_by_name = true, hive_partitioning = false)";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    void read(List<String> columns, @Nullable Collection<String> boots, ParquetRows rows) throws IOException {
        try (DuckDBConnection connection = Database.toReadFiles(SqlBounds.DEFAULT.memoryMb());
                Statement statement = connection.createStatement()) {
            Set<String> there = columns(statement);
            String wanted = columns.stream()
                    .map(column -> there.contains(column) ? "\"" + column + "\"" : "NULL")
                    .collect(Collectors.joining(", "));
            String only = boots == null
                    ? ""
                    : " WHERE boot IN ("
                            + boots.stream().map(ParquetFiles::quoted).collect(Collectors.joining(", ")) + ")";
            try (ResultSet answer = statement.executeQuery("SELECT " + wanted + " FROM " + source + only)) {
                while (answer.next()) {
                    List<@Nullable Object> cells = new ArrayList<>();
                    for (int at = 1; at <= columns.size(); at++) {
                        cells.add(plain(answer.getObject(at)));
                    }
                    rows.row(cells);
                }
            }
        } catch (SQLException e) {
            throw new IOException(DuckDbEngine.reason(e), e);
        }
    }

    private Set<String> columns(Statement statement) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (described.next()) {
                columns.add(described.getString(1));
            }
        }
        return columns;
    }

    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        if (value instanceof Array array) {
            List<@Nullable Object> all = new ArrayList<>();
            for (Object each : (Object[]) array.getArray()) {
                all.add(plain(each));
            }
            return all;
        }
        if (value instanceof DuckDBStruct struct) {
            return plain(struct.getMap());
        }
        if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> all = new LinkedHashMap<>();
            for (Map.Entry<?, ?> each : map.entrySet()) {
                all.put(plain(each.getKey()), plain(each.getValue()));
            }
            return all;
        }
        return value instanceof Number number ? (Object) number.longValue() : value == null ? null : value.toString();
    }
}
