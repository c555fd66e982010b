package io.bootledger.analyzer.functiongraph;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.traces.event.call.FunctionGraphJoined;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a function graph of the same boot shows.
 *
 * @param joined which trace, and what it lacks; null without one
 * @param initcalls those below initcalls of the log, by the initcall's symbol
 * @param elsewhere those that are below none
 */
public record FunctionGraph(
        @Nullable FunctionGraphJoined joined, Map<String, GraphedCall> initcalls, GraphedCall elsewhere) {
    /** A log alone. */
    public static final FunctionGraph NONE = new FunctionGraph(null, Map.of(), new GraphedCall("", List.of()));

    public FunctionGraph {
        initcalls = Collections.unmodifiableMap(new LinkedHashMap<>(initcalls));
    }

    /** What ran below a call; null where no trace tells. */
    public @Nullable GraphedCall of(Initcall call) {
        return initcalls.get(call.symbol().printed());
    }

    /** Whether it is a trace of a boot of which no log is known. */
    public boolean isAlone() {
        return joined != null && initcalls.isEmpty();
    }

    /** Whether there is nothing else to tell of: neither a log's initcalls nor the trace's. */
    public boolean isAll(Timeline timeline) {
        return isAlone() && timeline.initcalls().isEmpty();
    }
}
