package io.bootledger.analyzer.functiongraph;

import io.bootledger.traces.event.call.FunctionStackTimed;
import java.util.List;

/**
 * Calls of one function by one way.
 *
 * @param functions the outermost first; below an initcall, which is not among them; empty for that itself
 * @param calls how many returned
 * @param selfNs nanoseconds that they took, without what they called
 */
public record FunctionStack(List<String> functions, long calls, long selfNs) {
    public FunctionStack {
        functions = List.copyOf(functions);
    }

    static FunctionStack of(FunctionStackTimed event) {
        return new FunctionStack(event.functions(), event.calls(), event.selfNs());
    }
}
