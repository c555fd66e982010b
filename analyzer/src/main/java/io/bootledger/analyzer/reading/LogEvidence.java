package io.bootledger.analyzer.reading;

import io.bootledger.traces.event.BootRecorded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a boot's log offers to judge it by.
 *
 * @param stamps its time stamps
 * @param banner whether it names the kernel
 * @param callingLines initcalls that begin in it
 * @param returnedLines initcalls that end in it
 * @param complaintLines lines about what an initcall left behind
 * @param beginsInsideInitcalls whether the first thing it says about initcalls is that one has returned, and no banner stands before
 * @param messagesLost messages that the log itself says are missing
 * @param messagesLostLine where it first says so; null when it does not
 * @param truncations what shows that it does not hold the whole boot
 * @param unread lines that look like ours and could not be read, by kind, the first kinds only
 * @param unreadOfOtherKinds how many there are of the others
 * @param impossible lines about initcalls whose code is gone by then, the first ones only
 * @param recorded how it was read; null before its end
 */
public record LogEvidence(
        StampSummary stamps,
        boolean banner,
        long callingLines,
        long returnedLines,
        long complaintLines,
        boolean beginsInsideInitcalls,
        long messagesLost,
        @Nullable Long messagesLostLine,
        List<Finding> truncations,
        List<Unread> unread,
        long unreadOfOtherKinds,
        List<Finding> impossible,
        @Nullable BootRecorded recorded) {
    /** Something about one line. */
    public record Finding(long line, String text) {}

    /** Whether any line is about an initcall. */
    public boolean hasInitcalls() {
        return callingLines + returnedLines + complaintLines > 0;
    }

    /** Whether the beginning of the boot is missing. */
    public boolean headLost() {
        return beginsInsideInitcalls || !banner && stamps.beginsLate();
    }
}
