package io.bootledger.traces.event;

import java.util.Locale;

/**
 * A duration in the words of the kernel: the number and the unit that stand in the log. What they mean depends on the
 * kernel's version: up to 5.17 an initcall's {@code usecs} are ns&gt;&gt;10 and {@code msecs} are ns&gt;&gt;20
 * ({@code init/main.c}, {@code do_one_initcall}), so the number alone is not a time.
 */
public record ReportedDuration(long value, Unit unit) {
    /** The unit's word in the log. */
    public enum Unit {
        MSECS,
        USECS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static ReportedDuration usecs(long value) {
        return new ReportedDuration(value, Unit.USECS);
    }

    public static ReportedDuration msecs(long value) {
        return new ReportedDuration(value, Unit.MSECS);
    }
}
