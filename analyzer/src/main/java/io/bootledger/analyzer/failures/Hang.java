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

    /** The evidence, in words that follow the call's name; null when the log has none. */
    static @Nullable String evidence(Faults faults, long callLine, @Nullable Long callUs, @Nullable Long lastUs) {
        for (RecordedEvent stated : faults.stated()) {
            if (stated.event() instanceof KernelOopsed && stated.origin().line() > callLine) {
                return "the kernel faulted before it returned (line "
                        + stated.origin().line() + ")";
            }
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
