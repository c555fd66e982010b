package io.bootledger.query;

import io.bootledger.reports.sql.BootTable;
import io.bootledger.reports.table.Column;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables as DuckDB makes them. */
final class SqlTable {
    static final String EVENTS = "events";
    /** What events fill, one by one. */
    static final String CREATE_EVENTS = "CREATE TABLE events (boot VARCHAR NOT NULL, sequence BIGINT, time_us BIGINT,"
            + " caller VARCHAR, priority BIGINT, line BIGINT, type VARCHAR, text VARCHAR)";

    private SqlTable() {}

    static Stream<String> names() {
        return Stream.concat(BootTable.OF_BOOTS.stream().map(BootTable::name), Stream.of(EVENTS));
    }

    static String create(BootTable<?> table) {
        return table.columns().stream()
                .map(SqlTable::column)
                .collect(Collectors.joining(
                        "", "CREATE TABLE " + table.name() + " (" + BootTable.BOOT + " VARCHAR NOT NULL", ")"));
    }

    private static String column(Column<?> column) {
        return ", \"" + column.name() + "\" " + type(column.type());
    }

    private static String type(Class<?> type) {
        if (type == Long.class) {
            return "BIGINT";
        }
        return type == Boolean.class ? "BOOLEAN" : "VARCHAR";
    }
}
