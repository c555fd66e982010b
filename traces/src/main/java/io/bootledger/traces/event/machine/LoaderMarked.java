package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.LogText;
import java.util.Locale;

/**
 * A loader's report of its own tells when something was: a row of U-Boot's {@code Timer summary in microseconds}, or of coreboot's
 * {@code cbmem -t}. Told at the boot's end, the last report of each; its origin is the row's line.
 *
 * @param name what was, as the report calls it: {@code board_init_f}, {@code start of romstage}
 * @param us since that clock started
 */
public record LoaderMarked(Report report, LogText name, long us) implements BootEvent, BesideKernel {
    /** Whose it is, and by whose clock. */
    public enum Report {
        BOOTSTAGE,
        COREBOOT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
