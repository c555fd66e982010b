package io.bootledger.query;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.sql.BootFacts;
import io.bootledger.reports.sql.BootTable;
import io.bootledger.reports.sql.BootTables;
import io.bootledger.traces.event.RecordedEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.duckdb.DuckDBConnection;

/** The tables in a DuckDB file. */
final class DuckDbTables implements BootTables {
    private interface Change {
        void make() throws SQLException;
    }

    private final DuckDBConnection connection;
    private final SortedSet<String> boots = new TreeSet<>();
    private final Map<String, TableWriter> writers = new LinkedHashMap<>();

    private DuckDbTables(DuckDBConnection connection) {
        this.connection = connection;
    }

    static DuckDbTables open(Path file) throws IOException {
        DuckDbTables tables = new DuckDbTables(Database.toWrite(file));
        changing(tables::prepare);
        return tables;
    }

    private void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there =
                    statement.executeQuery("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'boots'")) {
                there.next();
                if (there.getLong(1) == 0) {
                    create();
                }
            }
            try (ResultSet names = statement.executeQuery("SELECT boot FROM boots")) {
                while (names.next()) {
                    boots.add(names.getString(1));
                }
            }
        }
    }

    private void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (BootTable<?> table : BootTable.OF_BOOTS) {
                statement.execute(SqlTable.create(table));
            }
            statement.execute(SqlTable.CREATE_EVENTS);
        }
    }

    @Override
    public SortedSet<String> boots() {
        return boots;
    }

    @Override
    public void add(BootFacts facts, BootAnalysis analysis) throws IOException {
        BootTable.Row boot = new BootTable.Row(facts, analysis);
        changing(() -> {
            for (BootTable<?> table : BootTable.OF_BOOTS) {
                writer(table.name()).add(table, boot);
            }
            flush();
        });
        boots.add(facts.boot());
    }

    @Override
    public void event(String boot, String type, RecordedEvent event) throws IOException {
        changing(() -> writer(SqlTable.EVENTS)
                .add(
                        boot,
                        event.sequence(),
                        event.time() == null ? null : event.time().micros(),
                        event.caller(),
                        event.priority() == null ? null : event.priority().code(),
                        event.origin().line(),
                        type,
                        event.origin().text()));
    }

    private TableWriter writer(String table) throws SQLException {
        TableWriter writer = writers.get(table);
        if (writer == null) {
            writer = new TableWriter(connection, table);
            writers.put(table, writer);
        }
        return writer;
    }

    @Override
    public void remove(String boot) throws IOException {
        changing(() -> {
            for (String table : SqlTable.names().toList()) {
                try (PreparedStatement gone = connection.prepareStatement("DELETE FROM " + table + " WHERE boot = ?")) {
                    gone.setString(1, boot);
                    gone.execute();
                }
            }
        });
        boots.remove(boot);
    }

    @Override
    public void writeParquet(String table, Path file) throws IOException {
        changing(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("COPY (SELECT log AS source, number AS boot, rows.* EXCLUDE (boot) FROM " + table
                        + " AS rows JOIN boots USING (boot) ORDER BY boots.rowid, rows.rowid) TO '"
                        + file.toString().replace("'", "''") + "' (FORMAT parquet)");
            }
        });
    }

    /** On the thread that added the rows: those that another one appended would be lost without a word (DuckDB 1.5.5). */
    private void flush() throws SQLException {
        for (TableWriter writer : writers.values()) {
            writer.close();
        }
        writers.clear();
    }

    @Override
    public void close() throws IOException {
        changing(connection::close);
    }

    private static void changing(Change change) throws IOException {
        try {
            change.make();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
