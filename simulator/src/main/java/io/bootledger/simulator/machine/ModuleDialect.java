package io.bootledger.simulator.machine;

import io.bootledger.traces.event.KernelVersion;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a kernel version's module loader says and does differently from others ({@code kernel/module.c}, {@code kernel/module/}). */
public final class ModuleDialect {
    private static final KernelVersion ERRNO_OF_UNKNOWN_SYMBOL = new KernelVersion(2, 6, 35);
    private static final KernelVersion MODULE_LAYOUT = new KernelVersion(2, 6, 30);

    private final KernelConfig kernel;
    private final KernelVersion version;

    public ModuleDialect(KernelConfig kernel) {
        this.kernel = kernel;
        this.version = kernel.version();
    }

    /**
     * What a module has to have been built for ({@code include/linux/vermagic.h}).
     *
     * @param modversions whether the kernel knows the versions of its symbols (CONFIG_MODVERSIONS)
     */
    public String vermagic(boolean modversions) {
        return kernel.release() + " SMP " + preemption() + "mod_unload " + (modversions ? "modversions " : "")
                + kernel.arch().vermagic(version);
    }

    /** One that was built for another release, without what else a kernel may have. */
    public String otherVermagic() {
        return "0.0.0 SMP mod_unload " + kernel.arch().vermagic(version);
    }

    private String preemption() {
        String word = kernel.preemption();
        return word.isEmpty() ? "" : word.toLowerCase(Locale.ROOT) + " ";
    }

    /** Whether {@code early_mod_check} comes before anything is copied, and the size of {@code struct module} is looked at. */
    public boolean checksEarly() {
        return version.atLeast(6, 4);
    }

    /** Whether a load of a module that another task is loading waits for that, and is not just told that it is there. */
    public boolean waitsForComing() {
        return version.atLeast(3, 7);
    }

    /** Whether such a load, when the other has failed, loads the module itself; since 6.2 it fails too (-EBUSY). */
    public boolean triesAgain() {
        return !version.atLeast(6, 2);
    }

    /** What user space is told of a module whose init failed: since 7.1 -EEXIST is kept for one that is there already. */
    public int told(int returned) {
        return version.atLeast(7, 1) && returned == -ErrorNumbers.EEXIST ? -ErrorNumbers.EBUSY : returned;
    }

    /** Where a load waits for another one of the same file, to return what that returns; null where it only looks for the name. */
    public @Nullable String waitsForFile() {
        return !version.atLeast(6, 5)
                ? null
                : version.atLeast(6, 11) ? "idempotent_wait_for_completion" : "wait_for_completion";
    }

    /** How an unsigned module is refused where signatures are enforced; null where the log says nothing (-ENOKEY, up to 5.3). */
    public @Nullable String unsigned(String module) {
        if (!version.atLeast(5, 4)) {
            return null;
        }
        String line = "oading of unsigned module is rejected";
        boolean named = version.atLeast(5, 6) && !version.atLeast(5, 12);
        return named ? module + (version.atLeast(5, 11) ? ": l" : ": L") + line : "L" + line;
    }

    /** Whether signatures are looked at, and one that is missing taints the kernel. */
    public boolean verifies() {
        return version.atLeast(3, 7);
    }

    /** Whether a module that could not be verified and is loaded all the same is told. */
    public boolean saysUnverified() {
        return version.atLeast(3, 9);
    }

    /** Whether the first module from outside the kernel's tree is told. */
    public boolean saysOutOfTree() {
        return version.atLeast(4, 4);
    }

    /** Whether a module that {@code module_blacklist=} names is told. */
    public boolean saysBlacklisted() {
        return version.atLeast(5, 10);
    }

    /** The symbol whose version stands for that of {@code struct module}. */
    public String layoutSymbol() {
        return version.compareTo(MODULE_LAYOUT) >= 0 ? "module_layout" : "struct_module";
    }

    /** What stands behind the name of a symbol that is not found. */
    public String unknownSymbolEnding(int errno) {
        return version.compareTo(ERRNO_OF_UNKNOWN_SYMBOL) >= 0 ? " (err -" + errno + ")" : "";
    }
}
