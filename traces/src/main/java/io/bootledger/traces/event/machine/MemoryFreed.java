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

    /** What memory it is, told by those words. */
    public enum Kind {
        /** What only init needed, which is over: {@code init memory}, {@code unused kernel image (initmem) memory}. */
        INIT,
        /** What x86 gives back before it: {@code unused decrypted memory} ({@code arch/x86/mm/init.c}, {@code free_initmem}). */
        DECRYPTED,
        /** What write protection leaves behind it: {@code unused kernel image (rodata/data gap) memory}. */
        GAP,
        /** The archive of the initramfs, which is unpacked. */
        INITRD,
        /** Anything else, at any time: {@code SMP alternatives memory}. */
        OTHER;

        /** Whether the kernel frees it when its init is over, so that no initcall follows. */
        public boolean isFreedAfterInitcalls() {
            return this == INIT || this == DECRYPTED || this == GAP;
        }
    }

    public Kind kind() {
        if (what.startsWith("init memory")) {
            return Kind.INIT;
        }
        if (what.startsWith("unused")) {
            return what.contains(" gap)") ? Kind.GAP : what.startsWith("unused kernel") ? Kind.INIT : Kind.DECRYPTED;
        }
        return what.startsWith("initrd") ? Kind.INITRD : Kind.OTHER;
    }
}
