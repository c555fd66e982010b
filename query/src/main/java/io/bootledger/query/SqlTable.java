package io.bootledger.query;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.phases.Handover;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.reports.sql.BootFacts;
import io.bootledger.reports.table.Column;
import io.bootledger.reports.table.TableRows;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table: its name, and the rows of a boot. Each row begins with the boot's name.
 *
 * @param <T> what a row shows
 */
record SqlTable<T>(String name, Function<Row, List<T>> of, List<Column<T>> columns) {
    static final String BOOT = "boot";

    /** A boot as the tables take it. */
    record Row(BootFacts facts, BootAnalysis boot) {
        @Nullable
        Ledger ledger() {
            return boot.accounting().ledger();
        }
    }

    private static final SqlTable<Row> BOOTS = new SqlTable<>(
            "boots",
            List::of,
            List.of(
                    Column.text("log", row -> row.facts().log()),
                    Column.number("number", row -> row.facts().number()),
                    Column.text("kernel", row -> row.boot().kernel().release()),
                    Column.text("machine", row -> row.boot().kernel().machine()),
                    Column.text("command_line", row -> row.boot().kernel().commandLine()),
                    Column.number(
                            "total_us",
                            row -> row.ledger() == null ? null : row.ledger().totalUs()),
                    Column.number("first_us", row -> row.boot().milestones().firstUs()),
                    Column.number(
                            "first_initcall_us", row -> row.boot().milestones().firstInitcallUs()),
                    Column.number(
                            "last_initcall_us", row -> row.boot().milestones().lastInitcallUs()),
                    Column.number(
                            "init_memory_freed_us",
                            row -> row.boot().milestones().initMemoryFreedUs()),
                    Column.number(
                            "write_protected_us", row -> row.boot().milestones().writeProtectedUs()),
                    Column.number(
                            "init_started_us", row -> row.boot().milestones().initStartedUs()),
                    Column.number("handover_us", row -> row.boot().milestones().handoverUs()),
                    Column.text("handover", row -> handover(row.boot().milestones())),
                    Column.number("last_us", row -> row.boot().milestones().lastUs()),
                    Column.text("init", row -> row.boot().milestones().init()),
                    Column.text("panic", row -> row.boot().milestones().panic())));

    private static final SqlTable<Map.Entry<String, String>> TAGS = new SqlTable<>(
            "tags",
            row -> List.copyOf(row.facts().tags().entrySet()),
            List.of(Column.text("key", Map.Entry::getKey), Column.text("value", Map.Entry::getValue)));

    /** What an analysis fills. */
    static final List<SqlTable<?>> OF_BOOTS = List.of(
            BOOTS,
            TAGS,
            of("initcalls", TableRows.INITCALLS),
            of("probes", TableRows.PROBES),
            of("phases", TableRows.PHASES),
            of("levels", TableRows.LEVELS),
            of("accounts", TableRows.LEDGER),
            of("failures", TableRows.FAILURES));

    static final String EVENTS = "events";
    /** What events fill, one by one. */
    static final String CREATE_EVENTS = "CREATE TABLE events (boot VARCHAR NOT NULL, sequence BIGINT, time_us BIGINT,"
            + " caller VARCHAR, priority BIGINT, line BIGINT, type VARCHAR, text VARCHAR)";

    private static @Nullable String handover(Milestones milestones) {
        Handover handover = milestones.handover();
        return handover == null ? null : handover.milestone().toString();
    }

    private static <T> SqlTable<T> of(String name, TableRows<T> rows) {
        return new SqlTable<>(name, row -> rows.of().apply(row.boot()), rows.in(Column.Form.TABLE));
    }

    static Stream<String> names() {
        return Stream.concat(OF_BOOTS.stream().map(SqlTable::name), Stream.of(EVENTS));
    }

    String create() {
        return columns.stream()
                .map(column -> ", \"" + column.name() + "\" " + type(column.type()))
                .collect(Collectors.joining("", "CREATE TABLE " + name + " (" + BOOT + " VARCHAR NOT NULL", ")"));
    }

    private static String type(Class<?> type) {
        if (type == Long.class) {
            return "BIGINT";
        }
        return type == Boolean.class ? "BOOLEAN" : "VARCHAR";
    }
}
