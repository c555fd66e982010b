package io.bootledger.readmodels;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cells of a row, by the names of their columns. What an older row lacks of many is none of them. */
final class SummaryCells {
    private final List<SummaryColumn> columns;
    private final List<? extends @Nullable Object> cells;

    SummaryCells(List<SummaryColumn> columns, List<? extends @Nullable Object> cells) {
        this.columns = columns;
        this.cells = cells;
    }

    private @Nullable Object cell(String name) {
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).name().equals(name)) {
                return cells.get(at);
            }
        }
        throw new IllegalArgumentException("there is no column " + name);
    }

    private Object known(String name) {
        Object cell = cell(name);
        if (cell == null) {
            throw new IllegalArgumentException("its " + name + " is missing: no such row was written by Bootledger");
        }
        return cell;
    }

    String text(String name) {
        return (String) known(name);
    }

    @Nullable
    String textOrNull(String name) {
        return (String) cell(name);
    }

    long number(String name) {
        return (Long) known(name);
    }

    @Nullable
    Long numberOrNull(String name) {
        return (Long) cell(name);
    }

    List<String> textList(String name) {
        Object cell = cell(name);
        return cell == null
                ? List.of()
                : ((List<?>) cell).stream().map(String.class::cast).toList();
    }

    SortedMap<String, String> texts(String name) {
        return byName(name, String.class);
    }

    SortedMap<String, Long> numbers(String name) {
        return byName(name, Long.class);
    }

    private <V> SortedMap<String, V> byName(String name, Class<V> type) {
        SortedMap<String, V> values = new TreeMap<>();
        Object cell = cell(name);
        if (cell != null) {
            ((Map<?, ?>) cell).forEach((key, value) -> values.put((String) key, type.cast(value)));
        }
        return values;
    }

    List<SummaryCells> records(String name) {
        Object cell = cell(name);
        List<SummaryColumn> fields = columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .map(SummaryColumn::fields)
                .orElseThrow();
        return cell == null
                ? List.of()
                : ((List<?>) cell)
                        .stream()
                                .map(each -> new SummaryCells(fields, (List<?>) each))
                                .toList();
    }
}
