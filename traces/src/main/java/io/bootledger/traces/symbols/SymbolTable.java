package io.bootledger.traces.symbols;

import io.bootledger.traces.event.InitcallLevel;
import java.util.List;

/** The initcalls that a kernel image holds, in link order. */
public record SymbolTable(List<Entry> entries) {
    /**
     * One initcall of the image.
     *
     * @param function the init function
     * @param level its level
     * @param sync whether it stands in the level's second half ({@code arch_initcall_sync})
     * @param module KBUILD_MODNAME where the symbol names it, else null
     */
    public record Entry(
            String function,
            InitcallLevel level,
            boolean sync,
            @org.jspecify.annotations.Nullable String module) {}
}
