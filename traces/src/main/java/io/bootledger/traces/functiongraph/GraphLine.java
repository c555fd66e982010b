package io.bootledger.traces.functiongraph;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a function graph.
 *
 * @param cpu on which it was recorded; 0 where the trace has no such column
 * @param pid the task; null where the trace has no such column ({@code funcgraph-proc})
 * @param depth how deep the function stands, from 0; two blanks each
 * @param text name of the function, with its module: {@code nf_ct_init [nf_conntrack]}; what a comment says; null for a return that
 *     does not name it
 * @param ns how long the function took; -1 where the line does not say
 */
record GraphLine(
        Kind kind,
        int cpu,
        @Nullable Integer pid,
        int depth,
        @Nullable String text,
        long ns) {
    static final long UNKNOWN = -1;

    /** The text of a line that is no return: it always has one. */
    String said() {
        return Objects.requireNonNull(text, "only a return says nothing");
    }

    enum Kind {
        /** <code>acpi_init() &#123;</code> */
        ENTRY,
        /** <code>&#125;</code>, and behind it the function's name where the kernel did not see its entry, or was asked to tell it. */
        RETURN,
        /** {@code kfree();} */
        LEAF,
        /** An event or a {@code trace_printk}, between the signs of a comment. */
        COMMENT
    }
}
