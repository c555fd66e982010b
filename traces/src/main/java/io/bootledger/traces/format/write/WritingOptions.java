package io.bootledger.traces.format.write;

import io.bootledger.traces.event.KernelVersion;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a log is written.
 *
 * @param version the kernel, by which its messages are worded; null for whichever form says all that an event holds
 * @param callers whether the callers of the records are printed (CONFIG_PRINTK_CALLER)
 * @param consoleLoglevel the console shows only what is more severe than that
 * @param cpus processors, for forms that say so
 * @param cpuOf the processor that a task runs on, by its pid, for forms that say so
 * @param taskName the name of a task, by its pid, for forms that say so
 */
public record WritingOptions(
        @Nullable KernelVersion version,
        boolean callers,
        int consoleLoglevel,
        int cpus,
        IntUnaryOperator cpuOf,
        IntFunction<String> taskName) {
    /** Of a machine whose tasks all run on the first processor. */
    public WritingOptions(@Nullable KernelVersion version, boolean callers, int consoleLoglevel, int cpus) {
        this(version, callers, consoleLoglevel, cpus, pid -> 0, WritingOptions::usualName);
    }

    private static String usualName(int pid) {
        return pid == 0 ? "<idle>" : pid == 1 ? "init" : "insmod";
    }

    /** Everything a kernel of that version prints. */
    public static WritingOptions of(KernelVersion version) {
        return new WritingOptions(version, false, 8, 1);
    }
}
