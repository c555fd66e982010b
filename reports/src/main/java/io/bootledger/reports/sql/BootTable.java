package io.bootledger.reports.sql;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.phases.Handover;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.reports.table.Column;
import io.bootledger.reports.table.TableRows;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of boots, whatever engine keeps it: its name, and the rows of a boot. Each row begins with the boot's name.
 *
 * @param <T> what a row shows
 * @param columns those behind the boot's name
 */
public record BootTable<T>(String name, Function<Row, List<T>> of, List<Column<T>> columns) {
    /** The column that every table begins with, and joins by. */
    public static final String BOOT = "boot";

    /** A boot as the tables take it. */
    public record Row(BootFacts facts, BootAnalysis boot) {
        @Nullable
        Ledger ledger() {
            return boot.accounting().ledger();
        }
    }

    private static final BootTable<Row> BOOTS = new BootTable<>(
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

    private static final BootTable<Map.Entry<String, String>> TAGS = new BootTable<>(
            "tags",
            row -> List.copyOf(row.facts().tags().entrySet()),
            List.of(Column.text("key", Map.Entry::getKey), Column.text("value", Map.Entry::getValue)));

    /** What an analysis fills. */
    public static final List<BootTable<?>> OF_BOOTS = Stream.concat(
                    Stream.of(BOOTS, TAGS),
                    TableRows.NAMED.entrySet().stream().map(table -> of(table.getKey(), table.getValue())))
            .toList();

    private static @Nullable String handover(Milestones milestones) {
        Handover handover = milestones.handover();
        return handover == null ? null : handover.milestone().toString();
    }

    private static <T> BootTable<T> of(String name, TableRows<T> rows) {
        return new BootTable<>(name, row -> rows.of().apply(row.boot()), rows.in(Column.Form.TABLE));
    }
}
