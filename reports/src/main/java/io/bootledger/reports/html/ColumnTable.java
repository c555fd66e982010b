package io.bootledger.reports.html;

import io.bootledger.reports.table.Column.Form;
import io.bootledger.reports.table.TableRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records as rows under named columns: names once, not once per record. */
record ColumnTable<T>(List<Column<T>> columns) {
    /** One fact of a record: a number, a text, or null. */
    record Column<T>(String name, Function<T, @Nullable Object> fact) {}

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> ColumnTable<T> of(Column<T>... columns) {
        return new ColumnTable<>(List.of(columns));
    }

    /** What the page shows of rows that other forms tell too; flags and numbers as they are, all else as words. */
    static <T> ColumnTable<T> of(TableRows<T> rows) {
        return new ColumnTable<>(rows.in(Form.PAGE).stream()
                .map(column -> column.type() == String.class
                        ? ColumnTable.<T>word(column.scriptName(), column::of)
                        : ColumnTable.<T>column(column.scriptName(), column::of))
                .toList());
    }

    static <T> Column<T> column(String name, Function<T, @Nullable Object> fact) {
        return new Column<>(name, fact);
    }

    /** A column whose facts are words: levels, outcomes, kinds. */
    static <T> Column<T> word(String name, Function<T, @Nullable Object> fact) {
        return new Column<>(name, each -> {
            Object word = fact.apply(each);
            return word == null ? null : word.toString();
        });
    }

    Map<String, Object> fill(List<T> records, int mostRows) {
        Map<String, Object> filled = new LinkedHashMap<>();
        filled.put("columns", columns.stream().map(Column::name).toList());
        filled.put("rows", records.stream().limit(mostRows).map(this::row).toList());
        return filled;
    }

    private List<@Nullable Object> row(T each) {
        // A stream's toList() takes the nulls that List.of does not.
        return columns.stream()
                .<@Nullable Object>map(column -> column.fact().apply(each))
                .toList();
    }
}
