package io.bootledger.analyzer.phases;

/** Which memory a {@code Freeing ... memory} line is about. */
final class FreedMemory {
    /** {@code init memory}, {@code unused kernel memory}, {@code unused kernel image (initmem) memory}: no longer needed code. */
    static boolean isInit(String what) {
        return what.startsWith("init memory") || what.startsWith("unused kernel") && !what.contains(" gap)");
    }

    /** {@code unused decrypted memory}: what x86 frees first ({@code arch/x86/mm/init.c}, {@code free_initmem}). */
    static boolean isBeforeInit(String what) {
        return what.startsWith("unused decrypted");
    }

    /** Any memory that is freed at the end of the kernel's init, the gaps that write protection leaves included. */
    static boolean isUnused(String what) {
        return what.startsWith("unused") || what.startsWith("init memory");
    }

    private FreedMemory() {}
}
