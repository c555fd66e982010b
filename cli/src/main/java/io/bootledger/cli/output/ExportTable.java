package io.bootledger.cli.output;

import io.bootledger.reports.table.TableRows;
import java.util.Locale;
import java.util.Objects;

/** Which rows of boots are exported: those of a table that {@code query} asks. */
public enum ExportTable {
    INITCALLS,
    PROBES,
    PHASES,
    LEVELS,
    /** Of the kernel's ledger. */
    ACCOUNTS,
    /** Who ran from power-on to login. */
    AXIS,
    /** Where the time of the whole went. */
    AXIS_LEDGER,
    FAILURES;

    TableRows<?> rows() {
        return Objects.requireNonNull(TableRows.NAMED.get(toString()), "every table is a named one");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
