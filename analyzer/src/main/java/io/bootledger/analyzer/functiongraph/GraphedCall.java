package io.bootledger.analyzer.functiongraph;

import java.util.List;

/**
 * An initcall, or what no initcall of the log made, with all that ran below it.
 *
 * @param name the init function; of what no initcall made, nothing
 * @param stacks in the order in which the trace first shows them
 */
public record GraphedCall(String name, List<FunctionStack> stacks) {
    public GraphedCall {
        stacks = List.copyOf(stacks);
    }

    /** What it took, as far as the trace shows it: the sum of all self times. */
    public long ns() {
        return stacks.stream().mapToLong(FunctionStack::selfNs).sum();
    }

    /** Its functions by the time that they took themselves, the largest first. */
    public List<FunctionTime> functions() {
        return FunctionTime.of(name, stacks);
    }
}
