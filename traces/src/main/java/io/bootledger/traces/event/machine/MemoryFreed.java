package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.BootEvent;
import org.jspecify.annotations.Nullable;

/**
 * Memory went back to the pool: {@code Freeing unused kernel image (initmem) memory: 2824K}.
 *
 * @param what the words between {@code Freeing} and the colon, as printed: {@code unused kernel image (initmem) memory},
 *     {@code init memory}, {@code initrd memory}, {@code SMP alternatives memory}
 * @param kib kibibytes
 * @param addresses first and last address as printed, {@code ffffffff81d1f000 - ffffffff81e4d000}; null where the kernel does not
 *     print them (before 3.10, and after 4.8)
 */
public record MemoryFreed(String what, long kib, @Nullable String addresses) implements BootEvent {
    public MemoryFreed(String what, long kib) {
        this(what, kib, null);
    }

    /** Whether it is what only initcalls needed: they are over. */
    public boolean endsInitcalls() {
        return what.startsWith("init memory") || what.startsWith("unused kernel");
    }
}
