package io.bootledger.traces.symbols;

import io.bootledger.traces.event.InitcallLevel;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The initcalls that a kernel image holds.
 *
 * @param entries in the order in which the kernel runs them: the console's first, then in link order
 * @param ordered whether that order is known; it is not where only LTO's stub functions are in the file
 * @param missing how many initcalls the image has room for between its boundary symbols and the file does not name; null
 *     without boundaries
 * @param aliases other names of the init functions, which a log may print instead: printed name to entry's function
 */
public record SymbolTable(
        List<Entry> entries, boolean ordered, @Nullable Integer missing, Map<String, String> aliases) {

    public SymbolTable {
        entries = List.copyOf(entries);
        aliases = Map.copyOf(aliases);
    }

    /** A complete table of these initcalls, in the order in which they run. */
    public SymbolTable(List<Entry> entries) {
        this(entries, true, null, Map.of());
    }

    /**
     * One initcall of the image.
     *
     * @param function the init function
     * @param level its level; null where neither the image nor the name tells (before 2.6.19; security initcalls)
     * @param sync whether it stands in the level's second half ({@code arch_initcall_sync})
     * @param module KBUILD_MODNAME where the symbol names it, else null
     */
    public record Entry(
            String function,
            @Nullable InitcallLevel level,
            boolean sync,
            @Nullable String module) {}

    /**
     * Reads System.map, the output of {@code nm} (sorted or not) or /proc/kallsyms (with zero addresses, too).
     *
     * @throws NoSymbolTableException when the text is none of these, or holds no initcall
     */
    public static SymbolTable read(InputStream stream) throws IOException, NoSymbolTableException {
        return SymbolTableReader.read(stream);
    }
}
