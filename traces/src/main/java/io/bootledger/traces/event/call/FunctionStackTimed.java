package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What calls of one function by one way took ({@code kernel/trace/trace_functions_graph.c}, {@code print_graph_return}). Sleeping is in it,
 * unless the trace was taken with {@code nosleep-time}.
 *
 * @param symbol the initcall below which they were made; null for none of the log
 * @param functions the function that was called, last, and those above it, up to the initcall's own, which is left out; without an
 *     initcall up to the outermost that the trace shows. Empty for the initcall itself
 * @param calls how many of them returned
 * @param selfNs nanoseconds that they took, but for what the functions below them took
 */
public record FunctionStackTimed(@Nullable InitcallSymbol symbol, List<String> functions, long calls, long selfNs)
        implements BootEvent {
    /** No boot takes a day; sums of so many stay whole numbers. */
    private static final long MOST_NS = 100_000_000_000_000L;

    public FunctionStackTimed {
        functions = List.copyOf(functions);
    }

    /** Whether it can be: what others wrote need not, and nothing is less than nothing. */
    public boolean addsUp() {
        return calls >= 0 && selfNs >= 0 && selfNs <= MOST_NS;
    }
}
