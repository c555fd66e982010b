package io.bootledger.analyzer.timeline;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.machine.InitProcessStarted;

/**
 * Which lines about initcalls can be true. When init runs, the code of the built-in initcalls is gone
 * ({@code init/main.c}, {@code kernel_init}: {@code free_initmem} comes first), so a line about one after that was written by
 * user space, into {@code /dev/kmsg}, in a log that does not say who wrote what.
 */
public final class BuiltIn {
    /** Whether an initcall of that symbol can no longer run. Of a raw address nobody can tell. */
    public static boolean isGone(InitcallSymbol symbol, boolean initRuns) {
        return initRuns && symbol.module() == null && !symbol.function().startsWith("0x");
    }

    /** Whether init runs from this event on. */
    public static boolean endsWith(BootEvent event) {
        return event instanceof InitProcessStarted;
    }

    private BuiltIn() {}
}
