package io.bootledger.analyzer.failures;

import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.KernelOopsed;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What shows that a call that did not return hung or died, rather than that its log was cut off while it ran. */
final class Hang {
    /** When the kernel itself calls a CPU stuck: twice {@code watchdog_thresh} ({@code kernel/watchdog.c}, {@code get_softlockup_thresh}). */
    static final long LONG_US = 20_000_000;

    /** {@code kernel/watchdog.c}, {@code kernel/rcu/tree_stall.h}, {@code kernel/hung_task.c}. */
    private static final Pattern STUCK = Pattern.compile(
            "(soft|hard) ?lockup|LOCKUP|detected (expedited )?stall|self-detected stall|blocked for more than");

    private Hang() {}

    /** The first that the kernel calls a fault behind a call; null where it calls none. */
    static @Nullable RecordedEvent fault(Faults faults, long callLine) {
        return faults.stated().stream()
                .filter(stated -> stated.event() instanceof KernelOopsed
                        && stated.origin().line() > callLine)
                .findFirst()
                .orElse(null);
    }

    /** The evidence, in words that follow the call's name; null when the log has none. */
    static @Nullable String evidence(Faults faults, long callLine, @Nullable Long callUs, @Nullable Long lastUs) {
        RecordedEvent fault = fault(faults, callLine);
        if (fault != null) {
            return StatedBug.meaning((KernelOopsed) fault.event()) + " before it returned (line "
                    + fault.origin().line() + ")";
        }
        RecordedEvent stuck = faults.latest().stream()
                .filter(message -> message.origin().line() > callLine)
                .filter(message -> message.event() instanceof MessageLogged logged
                        && STUCK.matcher(logged.text().toString()).find())
                .findFirst()
                .orElse(null);
        if (stuck != null) {
            return "the kernel says that it hangs (line " + stuck.origin().line() + ")";
        }
        return callUs != null && lastUs != null && lastUs - callUs >= LONG_US
                ? "it hung: the log goes on for " + (lastUs - callUs) / 1_000_000 + " s, and it never returned"
                : null;
    }
}
