package io.bootledger.cli.gate;

import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Spelling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** A table of a budget file: named values with their units. */
final class BudgetTable {
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(%|s|ms|us|µs)");
    private static final Map<String, Long> MICROS = Map.of("s", 1_000_000L, "ms", 1_000L, "us", 1L, "µs", 1L);

    private final String place;
    private final Map<?, ?> values;

    BudgetTable(String place, Map<?, ?> values) {
        this.place = place;
        this.values = values;
    }

    /** Refuses every other key, and tells the nearest of these. */
    void allow(String... keys) {
        for (Object key : values.keySet()) {
            if (!Arrays.asList(keys).contains(key)) {
                List<String> meant = Spelling.meant(key.toString(), Arrays.asList(keys), 1);
                throw wrong(
                        key.toString(),
                        meant.isEmpty()
                                ? "there is no such key; there are " + String.join(", ", keys)
                                : "there is no such key; did you mean " + meant.get(0) + "?");
            }
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    BudgetTable table(String key) {
        return has(key) ? table(place + ": " + key, values.get(key), key) : null;
    }

    List<BudgetTable> tables(String key) {
        Object value = values.get(key);
        List<?> list =
                value instanceof TomlArray array ? array.toList() : value instanceof List<?> plain ? plain : null;
        if (has(key) && list == null) {
            throw wrong(key, "write it as [[" + key + "]]");
        }
        return list == null
                ? List.of()
                : list.stream().map(one -> table(place + ": " + key, one, key)).toList();
    }

    private BudgetTable table(String where, @Nullable Object value, String key) {
        if (value instanceof TomlTable table) {
            return new BudgetTable(where, table.toMap());
        }
        if (value instanceof Map<?, ?> map) {
            return new BudgetTable(where, map);
        }
        throw wrong(key, "it is a table");
    }

    String text(String key) {
        if (values.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong(key, has(key) ? "it is a text in quotes" : "it is missing");
    }

    long number(String key, long otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (values.get(key) instanceof Number number && number.doubleValue() == number.longValue()) {
            return number.longValue();
        }
        throw wrong(key, "it is a whole number");
    }

    boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (values.get(key) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, "it is true or false");
    }

    double chance(String key, double otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (values.get(key) instanceof Number number && number.doubleValue() > 0 && number.doubleValue() <= 0.5) {
            return number.doubleValue();
        }
        throw wrong(key, "it is a number between 0 and 0.5");
    }

    /** A duration with its unit, in microseconds. */
    long micros(String key, long otherwise) {
        return has(key) ? quantity(key, false) : otherwise;
    }

    /** A share with its percent sign, in thousandths. */
    long perMille(String key, long otherwise) {
        return has(key) ? quantity(key, true) : otherwise;
    }

    private long quantity(String key, boolean share) {
        String wanted = share ? "write it with its sign, as \"2 %\"" : "write it with its unit, as \"35 ms\"";
        Matcher matcher = QUANTITY.matcher(String.valueOf(values.get(key)).strip());
        if (!matcher.matches() || share != matcher.group(2).equals("%")) {
            throw wrong(key, wanted);
        }
        long unit = share ? 10 : Objects.requireNonNull(MICROS.get(matcher.group(2)), "no other unit matches");
        BigDecimal exact = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
        return exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    LocalDate date(String key) {
        Object value = values.get(key);
        if (value instanceof LocalDate date) {
            return date;
        }
        try {
            return LocalDate.parse(text(key));
        } catch (DateTimeException e) {
            throw wrong(key, "write it as 2026-12-31");
        }
    }

    CommandFailure wrong(String key, String why) {
        return CommandFailure.usage(place + ": " + key + ": " + why);
    }
}
