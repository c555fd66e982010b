package io.bootledger.traces.event;

/**
 * Memory went back to the pool: {@code Freeing unused kernel image (initmem) memory: 2824K}.
 *
 * @param what the words between {@code Freeing} and the colon, as printed: {@code unused kernel image (initmem) memory},
 *     {@code init memory}, {@code initrd memory}, {@code SMP alternatives memory}
 * @param kib kibibytes
 */
public record MemoryFreed(String what, long kib) implements BootEvent {}
