package io.bootledger.query;

import io.bootledger.reports.sql.BootTables;
import io.bootledger.reports.sql.ParquetRows;
import io.bootledger.reports.sql.SqlAnswer;
import io.bootledger.reports.sql.SqlBounds;
import io.bootledger.reports.sql.SqlEngine;
import io.bootledger.reports.sql.SqlRefusedException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** DuckDB, in this process. */
public final class DuckDbEngine implements SqlEngine {
    @Override
    public BootTables open(Path file) throws IOException {
        return DuckDbTables.open(file);
    }

    @Override
    public void answer(Path file, String sql, SqlBounds bounds, SqlAnswer answer)
            throws IOException, SqlRefusedException {
        try (DuckDBConnection connection = Database.toAsk(file, bounds.memoryMb());
                PreparedStatement statement = connection.prepareStatement(sql);
                Deadline deadline = new Deadline(statement, bounds.seconds())) {
            answer(statement, answer, deadline);
        } catch (SQLException e) {
            throw new SqlRefusedException(reason(e), e);
        } catch (OutOfMemoryError e) {
            throw new SqlRefusedException("a row of the answer is larger than can be shown", e);
        }
    }

    @Override
    public void readParquet(String files, List<String> columns, @Nullable Collection<String> boots, ParquetRows rows)
            throws IOException {
        new ParquetFiles(files).read(columns, boots, rows);
    }

    private static void answer(PreparedStatement statement, SqlAnswer answer, Deadline deadline)
            throws IOException, SQLException, SqlRefusedException {
        try {
            if (statement.execute()) {
                try (ResultSet rows = statement.getResultSet()) {
                    hand(rows, answer, deadline);
                }
            }
        } catch (SQLException e) {
            deadline.refuseIfPassed(e);
            throw e;
        }
    }

    private static void hand(ResultSet rows, SqlAnswer answer, Deadline deadline)
            throws SQLException, IOException, SqlRefusedException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnLabel(i));
        }
        answer.columns(names);
        boolean wanted = true;
        while (wanted && rows.next()) {
            deadline.refuseIfPassed(null);
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 1; i <= names.size(); i++) {
                values.add(plain(rows.getObject(i)));
            }
            wanted = answer.row(values);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof BigDecimal || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        if (value instanceof Double || value instanceof Float) {
            return decimal(((Number) value).doubleValue());
        }
        return value instanceof Number number ? (Object) number.longValue() : value.toString();
    }

    /** As people write it, without an exponent; infinity and its kin as text. */
    private static Object decimal(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** The first line says what is wrong; the others point into the query. */
    static String reason(SQLException refused) {
        String message = String.valueOf(refused.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
