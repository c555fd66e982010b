package io.bootledger.reports.text;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import org.jspecify.annotations.Nullable;

/** How things are called on the terminal. */
final class Words {
    static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** {@code init_module [raid6_pq]}. */
    static String name(String function, @Nullable String module) {
        return module == null ? function : function + " [" + module + "]";
    }

    static String name(Initcall call) {
        return name(call.function(), call.module());
    }

    /** {@code 0}, {@code -19 ENODEV}, {@code never}. */
    static Cell returned(@Nullable Integer value, @Nullable String errno, Outcome outcome) {
        if (outcome == Outcome.UNFINISHED) {
            return Cell.of("never", Ink.BAD);
        }
        if (value == null) {
            return Cell.of("unknown", Ink.FAINT);
        }
        return Cell.of(errno == null ? value.toString() : value + " " + errno, ink(outcome));
    }

    private static Ink ink(Outcome outcome) {
        return switch (outcome) {
            case FAILED, UNFINISHED -> Ink.BAD;
            case DEFERRED, POSITIVE -> Ink.CAREFUL;
            case ABSENT, BLACKLISTED, UNKNOWN -> Ink.FAINT;
            case OK -> Ink.PLAIN;
        };
    }

    private Words() {}
}
