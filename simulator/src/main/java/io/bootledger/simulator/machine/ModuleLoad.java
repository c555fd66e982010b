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
        Integer loader,
        @Nullable Integer pid,
        @Nullable Build build) {
    /** How a module file can fail to fit the kernel. */
    public enum Build {
        /** Built for another release: refused. */
        VERMAGIC,
        /** Built against other symbol versions (CONFIG_MODVERSIONS): refused. */
        MODVERSIONS,
        /**
         * Built with another layout of a {@code struct module} of the same size: the kernel finds no init function where it looks for
         * one, loads the module and never runs it. Nothing is logged but the taint.
         */
        LAYOUT,
        /** Built with a {@code struct module} of another size: refused since 6.4, and up to then as {@link #LAYOUT}. */
        STRUCT_SIZE,
        /** Uses a symbol that neither the kernel nor a loaded module exports: refused. */
        UNKNOWN_SYMBOL,
        /** Without a signature: refused with {@code module.sig_enforce}, and loaded otherwise. Kernels up to 3.6 know no signatures. */
        UNSIGNED,
        /** From outside the kernel's tree: loaded, and said so. */
        OUT_OF_TREE
    }

    /** The first loader's process is the one behind it. */
    private static final int BEFORE_LOADERS = 180;

    public ModuleLoad {
        if (module == null || module.isBlank()) {
            throw new IllegalArgumentException("a load needs a module");
        }
        after = after == null ? Nanos.ZERO : after;
        loader = loader == null ? 1 : loader;
        if (loader < 1) {
            throw new IllegalArgumentException("loader is not 1 or more: " + loader);
        }
        if (pid != null && pid < 1) {
            throw new IllegalArgumentException("pid is not 1 or more: " + pid);
        }
    }

    /** The process that loads it. */
    public int process() {
        return pid == null ? BEFORE_LOADERS + loader : pid;
    }
}
