package io.bootledger.analyzer.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number of the report.
 *
 * @param name as JSON calls it: {@code duration_us}; a name that ends in {@code _us} is in microseconds
 * @param value null when it is unknown
 * @param rule how it was computed
 * @param parts what it is the sum of; empty for a number that is no sum
 */
public record Figure(String name, @Nullable Long value, String rule, List<Summand> parts) {
    private static final String DOUBTFUL_US = "doubtful_us";

    public Figure {
        parts = List.copyOf(parts);
        long sum = parts.stream().mapToLong(Summand::value).sum();
        if (!parts.isEmpty() && (value == null || value != sum)) {
            throw new IllegalArgumentException(name + " is " + value + ", and its parts add up to " + sum);
        }
    }

    /** A number that is no sum. */
    static Figure of(String name, @Nullable Long value, String rule) {
        return new Figure(name, value, rule, List.of());
    }

    /** How much of a row's time is in doubt. */
    static Figure doubtful(long us) {
        return of(DOUBTFUL_US, us, "how much of it is told by stamps in doubt");
    }

    static Figure sum(String name, String rule, List<Summand> parts) {
        return new Figure(name, parts.stream().mapToLong(Summand::value).sum(), rule, parts);
    }

    /** Whether it says that nothing of the row is in doubt. */
    public boolean isNoDoubt() {
        return name.equals(DOUBTFUL_US) && value != null && value == 0;
    }
}
