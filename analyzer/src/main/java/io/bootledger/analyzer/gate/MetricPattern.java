package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.rule.Scope;
import java.util.Arrays;

/**
 * Which metrics are meant: {@code total}, {@code phase=initcalls}, {@code level=*}, {@code initcall=acpi_*}, or the last without
 * its scope.
 *
 * @param glob the name; {@code *} stands for anything
 */
public record MetricPattern(Scope scope, String glob) {
    /** @throws IllegalArgumentException with a sentence about a text that names none */
    public static MetricPattern of(String text) {
        if (text.equals(Scope.TOTAL.toString())) {
            return new MetricPattern(Scope.TOTAL, text);
        }
        int equals = text.indexOf('=');
        String name = text.substring(equals + 1);
        if (name.isBlank()) {
            throw new IllegalArgumentException(text + ": the name is missing: write level=device, or acpi_*");
        }
        return new MetricPattern(equals < 0 ? Scope.INITCALL : scope(text.substring(0, equals)), name);
    }

    private static Scope scope(String word) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope != Scope.TOTAL && scope.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word
                        + ": there is no such metric: it is total, phase=NAME, level=NAME, gap=NAME, owner=NAME or"
                        + " initcall=NAME"));
    }

    /** Whether this metric is meant. */
    public boolean matches(Scope other, String id) {
        return scope == other && Glob.of(glob).matches(id);
    }

    @Override
    public String toString() {
        return scope == Scope.TOTAL ? scope.toString() : scope + "=" + glob;
    }
}
