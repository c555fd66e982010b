package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.schedule.ScheduledCall;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.traces.event.Sleep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The waits of a call of which the scheduler's events are known: its sleeps, by what they were for. No rule is asked then. */
final class MeasuredWaits {
    static final String RULE = "S1";

    private final Map<WaitedFor, Long> us = new EnumMap<>(WaitedFor.class);
    private final Map<WaitedFor, String> by = new EnumMap<>(WaitedFor.class);

    private MeasuredWaits() {}

    /** The longest first. */
    static List<Wait> of(ScheduledCall call, long line) {
        MeasuredWaits waits = new MeasuredWaits();
        call.sleeps().forEach(waits::add);
        List<Wait> all = new ArrayList<>();
        waits.us.forEach((what, us) -> all.add(new Wait(
                what,
                Objects.requireNonNull(waits.by.get(what), "it is put beside the time"),
                Bounds.exactly(us),
                CauseEvidence.MEASURED,
                RULE,
                line)));
        all.sort(Comparator.comparingLong((Wait wait) -> wait.us().highUs()).reversed());
        return all;
    }

    /** A helper that itself waits for the initramfs ({@code call_usermodehelper_exec_async}) leaves only the rest to be its own. */
    private void add(Sleep sleep) {
        WaitedFor what = KnownSleeps.shipped().what(sleep);
        boolean helper = what == WaitedFor.USERMODEHELPER || what == WaitedFor.INITRAMFS;
        if (helper && InitramfsRule.UNPACKS.equals(sleep.busy())) {
            add(WaitedFor.INITRAMFS, InitramfsRule.BY, sleep.busyUs());
            add(WaitedFor.USERMODEHELPER, waker(sleep), sleep.us() - sleep.busyUs());
        } else {
            add(what, waker(sleep), sleep.us());
        }
    }

    private void add(WaitedFor what, String waker, long amount) {
        if (amount > 0) {
            us.merge(what, amount, Long::sum);
            by.putIfAbsent(what, waker);
        }
    }

    private static String waker(Sleep sleep) {
        if (sleep.work() != null) {
            return sleep.work();
        }
        return sleep.waker() != null ? sleep.waker() : sleep.interrupt() ? "an interrupt" : "unknown";
    }
}
