package io.bootledger.reports.csv;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param <T> what a row shows
 */
record Column<T>(String name, Function<T, @Nullable Object> value) {
    @Nullable
    Object cellOf(T row) {
        return cell(value.apply(row));
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe; numbers stay numbers. */
    static @Nullable Object cell(@Nullable Object value) {
        if (value == null || value instanceof Number) {
            return value;
        }
        String text = value.toString();
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
