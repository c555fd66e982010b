package io.bootledger.reports.sql;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes rows of Parquet files. */
@FunctionalInterface
public interface ParquetRows {
    /**
     * A row: {@code String}, {@code Long}, {@code List} and {@code Map} of the same, or null. A record in a list is a {@code Map} by the
     * names of its fields.
     */
    void row(List<@Nullable Object> cells) throws IOException;
}
