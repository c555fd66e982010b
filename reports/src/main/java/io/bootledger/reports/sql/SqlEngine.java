package io.bootledger.reports.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps boots as tables in a file and answers SQL over them. Found as a {@link java.util.ServiceLoader service}. */
public interface SqlEngine {
    /**
     * Opens tables to add boots to them; makes the file where there is none. Only one may do so at a time.
     *
     * @throws IOException when the file holds no such tables
     */
    BootTables open(Path file) throws IOException;

    /**
     * Answers a query. It sees the tables and nothing else: neither files nor the network.
     *
     * @throws SqlRefusedException when the engine cannot answer it, or not within its bounds
     */
    void answer(Path file, String sql, SqlBounds bounds, SqlAnswer answer) throws IOException, SqlRefusedException;

    /**
     * Reads rows of Parquet files, in no order.
     *
     * @param files a pattern of paths
     * @param columns in the order of cells; one that a file lacks is null there
     * @param names of the boots whose rows to read; null for all
     * @throws IOException when there are no such files, or they cannot be read; says why
     */
    void readParquet(String files, List<String> columns, @Nullable Collection<String> names, ParquetRows rows)
            throws IOException;
}
