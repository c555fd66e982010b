package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.rule.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a boot may take, as its owner promises it: no statistics, so they hold for a single boot too.
 *
 * @param ended waivers whose time is over, for the report: which, and when
 * @param newInitcallMaxUs what each new initcall may take; null for no limit
 * @param failuresMax how many real failures a boot may have; null for no limit
 */
public record Budgets(
        List<Limit> limits,
        List<Waiver> waivers,
        List<String> ended,
        @Nullable Long newInitcallMaxUs,
        @Nullable Long failuresMax) {
    public static final Budgets NONE = new Budgets(List.of(), List.of(), null, null);

    /**
     * The most that something may take.
     *
     * @param glob which of them: {@code usb_*}
     */
    public record Limit(Scope scope, String glob, long maxUs, Severity severity) {}

    /**
     * A slowdown that is accepted for a while. Who has the calendar leaves out those whose time is over.
     *
     * @param metrics which metrics may be slower
     * @param maxShiftUs up to how much; null for any amount
     * @param build where it happened, for who draws a history; null when nobody said
     * @param reason why, for the report
     */
    public record Waiver(
            MetricPattern metrics,
            @Nullable Long maxShiftUs,
            @Nullable String build,
            String reason) {
        /** Whether this metric may be so much slower. */
        public boolean accepts(Scope scope, String id, long shiftUs) {
            return metrics.matches(scope, id) && (maxShiftUs == null || shiftUs <= maxShiftUs);
        }
    }

    /** What a broken budget does. */
    public enum Severity {
        ERROR,
        WARN,
        OFF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A budget and what the candidate needs of it.
     *
     * @param what the initcall, phase, level or count
     * @param unit {@code us} or {@code failures}
     */
    public record Check(String what, String unit, long actual, long limit, Severity severity) {
        public boolean broken() {
            return actual > limit;
        }

        /** Whether it fails the build. */
        public boolean fails() {
            return broken() && severity == Severity.ERROR;
        }
    }

    public Budgets {
        limits = List.copyOf(limits);
        waivers = List.copyOf(waivers);
        ended = List.copyOf(ended);
    }

    /** Of which none has ended. */
    public Budgets(
            List<Limit> limits, List<Waiver> waivers, @Nullable Long newInitcallMaxUs, @Nullable Long failuresMax) {
        this(limits, waivers, List.of(), newInitcallMaxUs, failuresMax);
    }

    /** What accepts that this metric became slower; empty when nothing does. */
    public Optional<Waiver> waiverOf(Metric metric) {
        return waivers.stream()
                .filter(waiver -> waiver.accepts(metric.scope(), metric.id(), metric.shiftUs()))
                .findFirst();
    }
}
