package io.bootledger.traces.format.write;

import io.bootledger.traces.event.KernelVersion;
import org.jspecify.annotations.Nullable;

/**
 * How a log is written.
 *
 * @param version the kernel, by which its messages are worded; null for whichever form says all that an event holds
 * @param callers whether the callers of the records are printed (CONFIG_PRINTK_CALLER)
 * @param consoleLoglevel the console shows only what is more severe than that
 * @param cpus processors, for forms that say so
 */
public record WritingOptions(@Nullable KernelVersion version, boolean callers, int consoleLoglevel, int cpus) {
    /** Everything a kernel of that version prints. */
    public static WritingOptions of(KernelVersion version) {
        return new WritingOptions(version, false, 8, 1);
    }
}
