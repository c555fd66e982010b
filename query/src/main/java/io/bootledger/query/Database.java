package io.bootledger.query;

import io.bootledger.reports.sql.SqlBounds;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** Opens database files, each with bounds on what DuckDB may take. */
final class Database {
    /** One thread: the same query gives its rows in the same order everywhere. */
    private static final String BOUNDS = "SET threads = 1; SET temp_directory = ''";

    private static final String NOTHING_FETCHED =
            "SET autoinstall_known_extensions = false; SET autoload_known_extensions = false";
    /** After that a query reaches nothing but the file that is open, and cannot change this. */
    private static final String LOCK =
            NOTHING_FETCHED + "; SET enable_external_access = false; SET lock_configuration = true";

    private Database() {}

    static DuckDBConnection toWrite(Path file) throws IOException {
        return open(file, new Properties(), bounds(SqlBounds.DEFAULT.memoryMb()));
    }

    private static String bounds(int memoryMb) {
        return BOUNDS + "; SET memory_limit = '" + memoryMb + "MB'";
    }

    /** Read row by row, and only read. */
    static DuckDBConnection toAsk(Path file, int memoryMb) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("duckdb.read_only", "true");
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        return open(file, properties, bounds(memoryMb) + "; " + LOCK);
    }

    /** Files of this machine, read row by row; nothing is written, and nothing fetched. */
    static DuckDBConnection toReadFiles(int memoryMb) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        return open("", properties, bounds(memoryMb) + "; " + NOTHING_FETCHED);
    }

    private static DuckDBConnection open(Path file, Properties properties, String settings) throws IOException {
        return open(file.toAbsolutePath().toString(), properties, settings);
    }

    private static DuckDBConnection open(String file, Properties properties, String settings) throws IOException {
        try {
            DuckDBConnection connection =
                    (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file, properties);
            try (Statement statement = connection.createStatement()) {
                statement.execute(settings);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return connection;
        } catch (SQLException | LinkageError e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
