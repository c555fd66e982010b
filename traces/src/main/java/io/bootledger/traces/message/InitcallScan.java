package io.bootledger.traces.message;

import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import org.jspecify.annotations.Nullable;

/** Reads the two messages that make up most of an {@code initcall_debug} log, by hand. */
final class InitcallScan {
    private static final Literal CALLING = new Literal("calling ");
    private static final Literal PID = new Literal(" @ ");
    private static final Literal INITCALL = new Literal("initcall ");
    private static final Literal RETURNED = new Literal(" returned ");
    private static final Literal AFTER = new Literal(" after ");
    private static final Literal USECS = new Literal(" usecs");
    private static final Literal PARENT = new Literal(", parent:");
    private static final Literal FIXUP = new Literal(" for ");

    /** {@code calling  %pS @ %i}; not the calls of PCI fixups and of suspend, which go on after the number. */
    static @Nullable InitcallStarted started(Cursor in) {
        if (!in.literal(CALLING)) {
            return null;
        }
        InitcallSymbol symbol = in.symbol((byte) ' ');
        if (symbol == null || !in.literal(PID) || !in.integer()) {
            return null;
        }
        int pid = (int) in.number;
        return in.at < in.end && (in.literal(PARENT) || in.literal(FIXUP)) ? null : new InitcallStarted(symbol, pid);
    }

    /** {@code initcall %pS returned %d after %lld usecs}, and whatever is glued to the last word. */
    static @Nullable InitcallFinished finished(Cursor in) {
        if (!in.literal(INITCALL)) {
            return null;
        }
        InitcallSymbol symbol = in.symbol((byte) ' ');
        if (symbol == null || !in.literal(RETURNED) || !in.integer()) {
            return null;
        }
        int returned = (int) in.number;
        if (!in.literal(AFTER) || !in.number() || !in.literal(USECS)) {
            return null;
        }
        return new InitcallFinished(symbol, returned, ReportedDuration.usecs(in.number));
    }

    private InitcallScan() {}
}
