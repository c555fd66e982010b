package io.bootledger.reports.table;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One fact of a row, wherever it is told.
 *
 * @param <T> what a row shows
 * @param name as tables and the JSON have it: {@code start_us}
 * @param type {@code Long}, {@code Boolean}, or {@code String} for all else
 * @param value null for an absent fact
 * @param forms where it is told
 */
public record Column<T>(String name, Class<?> type, Function<T, @Nullable Object> value, Set<Form> forms) {
    /** What tells of a boot in rows. */
    public enum Form {
        /** CSV, Parquet and SQL: a cell for each fact. */
        TABLE,
        /** The analysis as JSON, where a fact can have parts. */
        JSON,
        /** The data of the page. */
        PAGE
    }

    private static final Set<Form> ALL = Set.copyOf(EnumSet.allOf(Form.class));

    public static <T> Column<T> number(String name, Function<T, @Nullable Number> value) {
        return new Column<>(name, Long.class, row -> value.apply(row), ALL);
    }

    public static <T> Column<T> flag(String name, Function<T, @Nullable Boolean> value) {
        return new Column<>(name, Boolean.class, row -> value.apply(row), ALL);
    }

    /** Text, or what is a word as text. */
    public static <T> Column<T> text(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, String.class, value, ALL);
    }

    /** The same, told only there. */
    public Column<T> in(Form first, Form... others) {
        return new Column<>(name, type, value, Set.copyOf(EnumSet.of(first, others)));
    }

    public @Nullable Object of(T row) {
        return value.apply(row);
    }

    /** Its name in scripts: {@code startUs}, and {@code returnValue} for the word {@code return}. */
    public String scriptName() {
        if (name.equals("return")) {
            return "returnValue";
        }
        StringBuilder script = new StringBuilder();
        for (String word : name.split("_")) {
            script.append(script.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return script.toString();
    }
}
