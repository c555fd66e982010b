package io.bootledger.simulator.machine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bootledger.traces.event.KernelVersion;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An architecture, as far as a boot log shows it. */
public enum Arch {
    X86_64("x86_64", true, false, 0xffffffff82e00000L, 0xffff88001ed7c000L),
    I386("i386", false, false, 0xc14f9000L, 0xf6a00000L),
    ARM64("arm64", true, true, 0xffff800009a00000L, 0xffffffc0059f0000L),
    ARM("arm", false, true, 0xc0e00000L, 0xc2000000L),
    RISCV64("riscv64", true, true, 0xffffffff80c00000L, 0xffffffe002000000L);

    /** In 6.8, and not yet in 5.15. */
    private static final KernelVersion LONGER_ON_RISCV = new KernelVersion(6, 4, 0);

    /** ARM_PATCH_PHYS_VIRT is on unless it is switched off; in 2.6.39 it had to be asked for. */
    private static final KernelVersion PATCHED_ON_ARM = new KernelVersion(3, 6, 0);

    private final String word;
    private final boolean wide;
    private final boolean earlyCounter;
    private final long initSection;
    private final long initrd;

    Arch(String word, boolean wide, boolean earlyCounter, long initSection, long initrd) {
        this.word = word;
        this.wide = wide;
        this.earlyCounter = earlyCounter;
        this.initSection = initSection;
        this.initrd = initrd;
    }

    /** The first kernel that runs on it, of those that can be simulated; null for all. */
    @Nullable
    KernelVersion since() {
        return switch (this) {
            case ARM64 -> new KernelVersion(3, 7, 0);
            case RISCV64 -> new KernelVersion(4, 15, 0);
            case X86_64, I386, ARM -> null;
        };
    }

    /** Whether a kernel of that version runs on it. */
    public boolean isOf(KernelVersion version) {
        KernelVersion first = since();
        return first == null || version.compareTo(first) >= 0;
    }

    @JsonCreator
    static Arch parse(String word) {
        return Arrays.stream(values())
                .filter(arch -> arch.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown architecture: \"" + word + "\"; expected one of " + Arrays.toString(values())));
    }

    /** Whether it is one of Intel's two. */
    public boolean isX86() {
        return this == X86_64 || this == I386;
    }

    /** Whether pointers have 64 bits. */
    boolean wide() {
        return wide;
    }

    /** Whether record stamps count from the first record on. */
    boolean earlyCounter() {
        return earlyCounter;
    }

    /** Whether initcall entries are offsets of 4 bytes (CONFIG_HAVE_ARCH_PREL32_RELOCATIONS, since 4.19), not pointers. */
    boolean selectsPrel32() {
        return isX86() || this == ARM64;
    }

    /** What of it stands in a vermagic ({@code asm/vermagic.h}, up to 5.7 {@code asm/module.h}), of a usual build. */
    String vermagic(KernelVersion version) {
        return switch (this) {
            case X86_64 -> "";
            case I386 -> "686 ";
            case ARM64 -> "aarch64";
            case ARM -> "ARMv7 " + (version.compareTo(PATCHED_ON_ARM) >= 0 ? "p2v8 " : "");
            case RISCV64 -> "riscv";
        };
    }

    /** The longest command line that a kernel takes ({@code asm/setup.h}, COMMAND_LINE_SIZE, without the 0 behind it). */
    public int longestCommandLine(KernelVersion version) {
        return switch (this) {
            case X86_64, I386, ARM64 -> 2_047;
            case ARM -> 1_023;
            case RISCV64 -> version.compareTo(LONGER_ON_RISCV) >= 0 ? 1_023 : 511;
        };
    }

    /** An address as {@code nm} prints it. */
    public String address(long address) {
        String hex = Long.toHexString(address);
        return "0".repeat(Math.max(0, (wide ? 16 : 8) - hex.length())) + hex;
    }

    /** Where the image's init data begins. */
    long initSection() {
        return initSection;
    }

    /** Where the boot loader has put the initramfs, as the kernel maps it. */
    long initrd() {
        return initrd;
    }

    @Override
    @JsonValue
    public String toString() {
        return word;
    }
}
