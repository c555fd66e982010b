package io.bootledger.analyzer.phases;

/** Which memory a {@code Freeing ... memory} line is about. */
final class FreedMemory {
    /** {@code init memory}, {@code unused kernel memory}, {@code unused kernel image (initmem) memory}: code no longer needed. */
    static boolean isInit(String what) {
        return what.startsWith("init memory") || what.startsWith("unused kernel") && !what.contains(" gap)");
    }

    /**
     * Any memory that is freed at the end of the kernel's init. x86 begins with {@code unused decrypted memory}
     * ({@code arch/x86/mm/init.c}, {@code free_initmem}) and ends with the gaps that write protection leaves.
     */
    static boolean isUnused(String what) {
        return what.startsWith("unused") || what.startsWith("init memory");
    }

    private FreedMemory() {}
}
