package io.bootledger.traces.functiongraph;

import io.bootledger.traces.event.InitcallSymbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one function by one way.
 *
 * @param during the initcall in which they were made, where the trace has the events of initcalls; null where it does not
 * @param functions the outermost first
 * @param calls how many returned
 * @param ns what these took
 * @param selfNs that but for what the functions below them took, as far as the trace shows these
 */
public record TimedStack(@Nullable InitcallSymbol during, List<String> functions, long calls, long ns, long selfNs) {
    public TimedStack {
        functions = List.copyOf(functions);
    }
}
