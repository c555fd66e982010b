package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.schedule.ScheduledCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An initcall or a probe, opened: what it can have needed itself, and what it waited for. The most it needed itself and the least of its waits
 * add up to its duration.
 *
 * @param own what it can have needed itself, the probes that it made included; null where its duration is unknown
 * @param scheduled what became of its task; null where no trace tells
 */
public record CallWaits(
        @Nullable Bounds own, List<Wait> waits, @Nullable ScheduledCall scheduled) {
    /** A call of which nothing is known. */
    static final CallWaits UNKNOWN = new CallWaits(null, List.of(), null);

    public CallWaits {
        waits = List.copyOf(waits);
    }

    /** What all waits together can have taken, which is no more than the call; null where its duration is unknown. */
    public @Nullable Bounds waited() {
        if (own == null) {
            return null;
        }
        long least = least(waits);
        long most = waits.stream().mapToLong(wait -> wait.us().highUs()).sum();
        return new Bounds(least, Math.min(most, own.highUs() + least));
    }

    /** The wait that can have taken most, the first of equals; null without one. */
    public @Nullable Wait longest() {
        return waits.stream()
                .max(Comparator.comparingLong((Wait wait) -> wait.us().highUs())
                        .thenComparingInt(wait -> -waits.indexOf(wait)))
                .orElse(null);
    }

    static CallWaits of(long durationUs, List<Wait> waits) {
        long sure = least(waits);
        return new CallWaits(new Bounds(0, durationUs - sure), waits, null);
    }

    /** The same, where a trace shows how long the task slept in all, and not what for: no wait is longer. */
    CallWaits within(ScheduledCall scheduled) {
        if (own == null) {
            return this;
        }
        long durationUs = own.highUs() + least(waits);
        long left = scheduled.asleepUs();
        List<Wait> fitting = new ArrayList<>(waits.size());
        for (Wait wait : waits) {
            Bounds us = new Bounds(
                    Math.min(left, wait.us().lowUs()),
                    Math.min(scheduled.asleepUs(), wait.us().highUs()));
            left -= us.lowUs();
            fitting.add(new Wait(wait.what(), wait.by(), us, wait.evidence(), wait.rule(), wait.line()));
        }
        long most = durationUs - least(fitting);
        return new CallWaits(new Bounds(Math.min(scheduled.ranUs(), most), most), fitting, scheduled);
    }

    private static long least(List<Wait> waits) {
        return waits.stream().mapToLong(wait -> wait.us().lowUs()).sum();
    }

    /** Of a call whose waits are measured: what is left it had, but for the time in which another task had its CPU. */
    static CallWaits of(long durationUs, List<Wait> waits, ScheduledCall scheduled) {
        long sure = least(waits);
        long own = durationUs - sure;
        return new CallWaits(new Bounds(Math.max(0, own - scheduled.runnableUs()), own), waits, scheduled);
    }
}
