package io.bootledger.simulator.machine;

import org.jspecify.annotations.Nullable;

/**
 * User space loads a module ({@code insmod}).
 *
 * @param module its name, as an init function with {@code config: m} gives it
 * @param after time since the loader's load before it, or since init began
 * @param loader which of several loaders that work side by side, from 1
 * @param pid the loader's process; null for one by the loader's number
 * @param build what is wrong with the file; null when it fits the kernel
 */
public record ModuleLoad(
        String module,
        Nanos after,
        int loader,
        @Nullable Integer pid,
        @Nullable Build build) {
    /** How a module file can fail to fit the kernel. */
    public enum Build {
        /** Built for another release: refused. */
        VERMAGIC,
        /** Built against other symbol versions (CONFIG_MODVERSIONS): refused. */
        MODVERSIONS,
        /**
         * Built with another layout of {@code struct module}: the kernel finds no init function where it looks for one, loads the
         * module and never runs it. Nothing is logged but the taint.
         */
        LAYOUT,
        /** From outside the kernel's tree: loaded, and said so. */
        OUT_OF_TREE
    }

    public ModuleLoad {
        if (module == null || module.isBlank()) {
            throw new IllegalArgumentException("a load needs a module");
        }
        after = after == null ? Nanos.ZERO : after;
        loader = loader == 0 ? 1 : loader;
    }
}
