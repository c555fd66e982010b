package io.bootledger.analyzer.timeline;

import java.util.Locale;

/** What places an initcall at its level, best first. */
public enum LevelEvidence {
    /** An {@code entering initcall level} line, or ftrace's {@code initcall_level} event. */
    PRINTED,
    /** The kernel's symbol table. */
    SYMBOLS,
    /** The symbol in the log names it: an LTO stub, a loadable module, or pid 0 (console). */
    SYMBOL,
    /** Known functions and the order of levels. */
    INFERRED,
    /** Nothing does. */
    UNKNOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
