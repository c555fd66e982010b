package io.bootledger.analyzer.failures;

import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.KernelOopsed;
import java.util.regex.Pattern;

/**
 * Which lines are of one oops: what went wrong ({@code BUG: kernel NULL pointer dereference}, {@code Unable to handle kernel paging
 * request}: {@code arch/x86/mm/fault.c}, {@code arch/arm64/mm/fault.c}), a few lines about it, and the line of {@code die()} with its
 * count ({@code Oops: 0002 [#1] SMP}, {@code Internal error: Oops: 96000004 [#1] SMP}).
 */
final class OopsBlocks {
    private static final Pattern COUNTED = Pattern.compile("\\[#\\d+]");
    /** From the head of a block to its count: page tables of five levels, the abort's own lines of arm64, and what others say. */
    private static final int LINES = 40;

    private long open = Long.MIN_VALUE;

    /** Whether an oops before it said the same one already. */
    boolean goesOn(RecordedEvent stated) {
        if (!(stated.event() instanceof KernelOopsed oops)) {
            return false;
        }
        long line = stated.origin().line();
        if (!COUNTED.matcher(oops.text()).find()) {
            open = line;
            return false;
        }
        boolean same = line > open && line <= open + LINES;
        open = Long.MIN_VALUE;
        return same;
    }
}
