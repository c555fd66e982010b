package io.bootledger.cli.gate;

import io.bootledger.analyzer.gate.MetricPattern;
import io.bootledger.analyzer.rule.Scope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;

/**
 * A slowdown that is accepted, as it stands in a budget file.
 *
 * @param maxShift up to how much, with its unit; null for any amount
 * @param build where it happened; null when nobody said
 */
record AcceptedStep(
        MetricPattern metrics,
        LocalDate until,
        @Nullable String maxShift,
        @Nullable String build,
        String reason) {

    /** The block in TOML. */
    String toml() {
        String scope =
                metrics.scope() == Scope.TOTAL ? "metric" : metrics.scope().toString();
        return "[[waive]]\n" + quoted(scope, metrics.glob()) + "until = " + until + "\n" + quoted("max-shift", maxShift)
                + quoted("build", build) + quoted("reason", reason);
    }

    private static String quoted(String key, @Nullable String text) {
        return text == null ? "" : key + " = \"" + Toml.tomlEscape(text) + "\"\n";
    }
}
