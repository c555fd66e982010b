package io.bootledger.reports.text.page;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.reports.DurationText;
import org.jspecify.annotations.Nullable;

/** How things are called on the terminal. */
public final class Wording {
    /** Before a time that is told by clocks in doubt. */
    public static final String DOUBTFUL = "~";

    private static final int LONGEST_OWNER = 30;
    private static final int SHORTEST_OWNER = 12;

    public static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** {@code init_module [raid6_pq]}. */
    public static String name(String function, @Nullable String module) {
        return module == null ? function : function + " [" + module + "]";
    }

    public static String name(Initcall call) {
        return name(call.function(), call.module());
    }

    /** A question mark says that the level is only likely. */
    public static Cell level(Initcall call) {
        return call.level() == null
                ? Cell.of("")
                : call.levelCertain() ? Cell.of(call.level().toString()) : Cell.of(call.level() + "?", Ink.CAREFUL);
    }

    /** The section of MAINTAINERS in the room that other columns leave; nothing where that is too little. */
    public static Cell owner(@Nullable String owner, int left) {
        int room = Math.min(LONGEST_OWNER, left);
        return owner == null || room < SHORTEST_OWNER
                ? Cell.of("")
                : Cell.of(owner, Ink.FAINT).fitted(room);
    }

    public static Cell millis(@Nullable Long us) {
        return us == null ? Cell.of("unknown", Ink.FAINT) : Cell.of(DurationText.exactMillis(us));
    }

    /** A time; a tilde before it says that it is told by clocks in doubt. */
    public static Cell millis(@Nullable Long us, boolean doubtful) {
        return us == null || !doubtful ? millis(us) : Cell.of(DOUBTFUL + DurationText.exactMillis(us));
    }

    /** What something took with what is nested in it; empty when nothing is. */
    public static Cell inclusive(@Nullable Long selfUs, @Nullable Long durationUs) {
        return durationUs == null || durationUs.equals(selfUs) ? Cell.of("") : millis(durationUs);
    }

    /** {@code 0}, {@code -19 ENODEV}, {@code never}. */
    public static Cell returned(@Nullable Integer value, @Nullable String errno, Outcome outcome) {
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

    private Wording() {}
}
