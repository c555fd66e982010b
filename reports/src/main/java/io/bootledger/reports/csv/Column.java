package io.bootledger.reports.csv;

import io.bootledger.reports.Printable;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param <T> what a row shows
 * @param name as in the JSON
 * @param type {@code Long}, {@code Boolean}, or {@code String} for all else
 * @param value null for an absent fact
 */
public record Column<T>(String name, Class<?> type, Function<T, @Nullable Object> value) {
    Column(String name, Function<T, @Nullable Object> value) {
        this(name, String.class, value);
    }

    public static <T> Column<T> number(String name, Function<T, @Nullable Number> value) {
        return new Column<>(name, Long.class, row -> value.apply(row));
    }

    public static <T> Column<T> flag(String name, Function<T, @Nullable Boolean> value) {
        return new Column<>(name, Boolean.class, row -> value.apply(row));
    }

    /** Text, or what is a word as text. */
    public static <T> Column<T> text(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, value);
    }

    @Nullable
    Object cellOf(T row) {
        return cell(value.apply(row));
    }

    /**
     * Text is {@linkplain Printable printable}, but for line breaks and tabs, which CSV can hold; what a spreadsheet would take for a
     * formula gets an apostrophe; numbers stay numbers.
     */
    static @Nullable Object cell(@Nullable Object value) {
        if (value == null || value instanceof Number) {
            return value;
        }
        String text = Arrays.stream(value.toString().split("\r", -1))
                .map(Printable::lines)
                .collect(Collectors.joining("\r"));
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
