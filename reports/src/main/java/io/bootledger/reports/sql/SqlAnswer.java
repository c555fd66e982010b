package io.bootledger.reports.sql;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes an answer row by row. */
public interface SqlAnswer {
    /** The names of the columns; comes first, and only once. */
    void columns(List<String> names) throws IOException;

    /**
     * A row: {@code Long}, {@code BigDecimal}, {@code Boolean}, {@code String}, or null for what is unknown. Whether
     * more are wanted.
     */
    boolean row(List<@Nullable Object> values) throws IOException;
}
