package io.bootledger.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Bootledger;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The commands of one machine, the jobs of many, and DuckDB, which holds their rows against each other. */
final class Machines {
    static final Path CHECKOUT = Path.of(System.getProperty("bootledger.checkout", ".."))
            .toAbsolutePath()
            .normalize();

    /** What a program said. */
    record Answer(int exitCode, String out, String err) {
        String fine() {
            assertThat(err).isEmpty();
            assertThat(exitCode).isZero();
            return out;
        }
    }

    private Machines() {}

    /** A command of Bootledger. */
    static Answer bootledger(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Bootledger.run(InputStream.nullInputStream(), out, err, Map.of(), texts(words));
        return new Answer(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A job, in this process. */
    static Answer job(FleetJob job, Object... words) {
        Properties before = (Properties) System.getProperties().clone();
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.driver.host", "localhost");
        System.setProperty("spark.log.level", System.getProperty("loglevel", "ERROR"));
        System.setProperty("spark.sql.shuffle.partitions", "4");
        // Compiling each query takes longer here than what it does; the tests of the cluster compile.
        System.setProperty("spark.sql.codegen.wholeStage", "false");
        System.setProperty("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            int exitCode = FleetJob.run(
                    job,
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    texts(words));
            return new Answer(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setProperties(before);
        }
    }

    private static String[] texts(Object... words) {
        return Arrays.stream(words).map(Object::toString).toArray(String[]::new);
    }

    /** Rows of DuckDB, their cells divided by {@code |}; a store's tables stand under the name {@code store}. */
    static List<String> rows(Path store, String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("ATTACH '" + store.resolve("views/tables-v2.duckdb") + "' AS store (READ_ONLY)");
            try (var answer = statement.executeQuery(sql)) {
                List<String> rows = new ArrayList<>();
                while (answer.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int at = 1; at <= answer.getMetaData().getColumnCount(); at++) {
                        cells.add(String.valueOf(answer.getString(at)));
                    }
                    rows.add(String.join("|", cells));
                }
                return rows;
            }
        }
    }

    /** A table of a fleet as SQL has it, without the names of its folders. */
    static String table(Path fleet, String table) {
        return "(SELECT * EXCLUDE (of_kernel, of_day) FROM read_parquet('" + fleet.resolve(table)
                + "/**/*.parquet', hive_partitioning = true, hive_types_autocast = false))";
    }

    /** Holds all tables of a fleet against those of a store: every row as often in the one as in the other. */
    static void holdAgainst(Path store, Path fleet) throws Exception {
        for (String table : FleetPlace.tables()) {
            if (!table.equals("summaries")) {
                String there = "SELECT * FROM store." + table;
                if (Files.notExists(fleet.resolve(table))) {
                    assertThat(rows(store, there + " LIMIT 5")).isEmpty();
                    continue;
                }
                String here = "SELECT * REPLACE (boot[:12] AS boot) FROM " + table(fleet, table);
                assertThat(rows(store, "(" + there + ") EXCEPT ALL (" + here + ") LIMIT 5"))
                        .as("rows of " + table + " that only the store has")
                        .isEmpty();
                assertThat(rows(store, "(" + here + ") EXCEPT ALL (" + there + ") LIMIT 5"))
                        .as("rows of " + table + " that only the fleet has")
                        .isEmpty();
            }
        }
    }
}
