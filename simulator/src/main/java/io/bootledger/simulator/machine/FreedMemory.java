package io.bootledger.simulator.machine;

import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.machine.MemoryFreed;
import java.util.ArrayList;
import java.util.List;

/**
 * What a kernel frees at the end of its init and protects from then on, in its version's words ({@code arch/x86/mm/init.c}, {@code
 * mm/page_alloc.c}).
 */
public final class FreedMemory {
    private static final long KIB = 1_024;

    /** What x86 linked between its parts to map them apart; it ends at a big page. */
    private static final long TEXT_GAP_KIB = 2_036;

    private static final long TEXT_GAP_END = 0xffff880001800000L;
    private static final long DATA_GAP_KIB = 1_184;
    private static final long DATA_GAP_END = 0xffff880001c00000L;

    private final KernelConfig config;
    private final KernelVersion version;

    public FreedMemory(KernelConfig config) {
        this.config = config;
        this.version = config.version();
    }

    /** Before write protection, the init sections last. */
    public List<MemoryFreed> beforeProtection() {
        List<MemoryFreed> freed = new ArrayList<>();
        if (config.arch() == Arch.X86_64 && version.atLeast(4, 19)) {
            freed.add(new MemoryFreed("unused decrypted memory", 2_036));
        }
        freed.add(freed(initSections(), config.arch().initSection(), config.initMemoryKib()));
        return freed;
    }

    /** The gaps that x86_64 frees once it has mapped its parts apart: since 2.6.33, and by names of their own since 5.5. */
    public List<MemoryFreed> afterProtection() {
        if (config.arch() != Arch.X86_64 || version.compareTo(new KernelVersion(2, 6, 33)) < 0) {
            return List.of();
        }
        boolean named = version.atLeast(5, 5);
        return List.of(
                gap(
                        named ? "unused kernel image (text/rodata gap) memory" : initSections(),
                        TEXT_GAP_KIB,
                        TEXT_GAP_END),
                gap(
                        named ? "unused kernel image (rodata/data gap) memory" : initSections(),
                        DATA_GAP_KIB,
                        DATA_GAP_END));
    }

    /** The archive of the initramfs, once it is unpacked. */
    public MemoryFreed initramfs(long kib) {
        return freed("initrd memory", config.arch().initrd(), kib);
    }

    /** What the init sections are called. */
    private String initSections() {
        return switch (config.arch()) {
            case X86_64, I386 ->
                version.atLeast(5, 5)
                        ? "unused kernel image (initmem) memory"
                        : version.atLeast(4, 19) ? "unused kernel image memory" : "unused kernel memory";
            case ARM64 -> "unused kernel memory";
            case ARM -> !version.atLeast(3, 10) ? "init memory" : generic();
            case RISCV64 -> generic();
        };
    }

    private String generic() {
        return version.atLeast(5, 14) ? "unused kernel image (initmem) memory" : "unused kernel memory";
    }

    private MemoryFreed gap(String what, long kib, long end) {
        return freed(what, end - kib * KIB, kib);
    }

    private MemoryFreed freed(String what, long start, long kib) {
        String addresses = config.arch().address(start) + " - " + config.arch().address(start + kib * KIB);
        return new MemoryFreed(what, kib, printsAddresses() ? addresses : null);
    }

    /** {@code free_reserved_area}, which 3.10 brought and x86 calls since 3.11, until 4.9 found that addresses are nobody's business. */
    private boolean printsAddresses() {
        return version.atLeast(3, config.arch().isX86() ? 11 : 10) && !version.atLeast(4, 9);
    }

    /** What is write protected, line by line; nothing where the architecture does not say. */
    public List<String> protections() {
        int kib = config.readOnlyKib();
        int text = kib / 4 * 3;
        return switch (config.arch()) {
            case X86_64 -> List.of("Write protecting the kernel read-only data: " + kib + "k");
            case I386 ->
                version.atLeast(5, 0)
                        ? List.of("Write protecting kernel text and read-only data: " + kib + "k")
                        : List.of(
                                "Write protecting the kernel text: " + text + "k",
                                "Write protecting the kernel read-only data: " + (kib - text) + "k");
            default -> List.of();
        };
    }
}
