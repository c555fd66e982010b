package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.ErrorNumbers;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** One initcall while it runs: gathers its part of the truth. */
final class CallOnRecord {
    private final InitcallSymbol symbol;
    private final InitcallLevel level;
    private final int pid;
    private @Nullable RecordedEvent startLine;
    private @Nullable RecordedEvent endLine;
    private @Nullable Long trueNanos;
    private @Nullable Long reported;
    private @Nullable Integer returned;
    private @Nullable RecordedEvent complaintLine;
    private @Nullable String misbehaved;

    CallOnRecord(InitcallSymbol symbol, InitcallLevel level, int pid) {
        this.symbol = symbol;
        this.level = level;
        this.pid = pid;
    }

    void startPrinted(RecordedEvent line) {
        startLine = line;
    }

    void endPrinted(RecordedEvent line) {
        endLine = line;
    }

    void reported(long number) {
        reported = number;
    }

    void returned(int value, long nanos) {
        returned = value;
        trueNanos = nanos;
    }

    void complained(RecordedEvent line, String complaint) {
        complaintLine = line;
        misbehaved = complaint;
    }

    /** Number of its first record that the log holds; the end when it holds none. */
    long firstLine(long firstKept, long end) {
        if (startLine != null && stamp(startLine, firstKept, end) != null) {
            return startLine.sequence();
        }
        if (endLine != null && stamp(endLine, firstKept, end) != null) {
            return endLine.sequence();
        }
        return complaintLine != null && stamp(complaintLine, firstKept, end) != null ? complaintLine.sequence() : end;
    }

    /** What the log holds of it when its records before that number are lost; null for nothing. */
    BootTruth.@Nullable Initcall asLogged(long firstKept, long end) {
        Long start = stamp(startLine, firstKept, end);
        Long ended = stamp(endLine, firstKept, end);
        Long complained = stamp(complaintLine, firstKept, end);
        if (start == null && ended == null && complained == null) {
            return null;
        }
        boolean over = ended != null;
        return new BootTruth.Initcall(
                symbol.function(),
                symbol.printed(),
                level,
                pid,
                start,
                over ? ended : complained,
                over ? trueNanos : null,
                over ? reported : null,
                over ? returned : null,
                over && returned != null
                        ? ErrorNumbers.ofInitcall(returned)
                        : complained == null ? "unfinished" : "unknown",
                complained == null ? null : misbehaved);
    }

    private static @Nullable Long stamp(@Nullable RecordedEvent line, long firstKept, long end) {
        return line != null && line.sequence() >= firstKept && line.sequence() < end && line.time() != null
                ? Long.valueOf(line.time().micros())
                : null;
    }
}
