package io.bootledger.analyzer.functiongraph;

import io.bootledger.analyzer.projection.Projection;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.FunctionGraphJoined;
import io.bootledger.traces.event.call.FunctionStackTimed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what a function graph tells. As many stacks as a trace is read into, and no more. */
public final class FunctionGraphProjection implements Projection<FunctionGraph> {
    private static final Set<Class<? extends BootEvent>> USED =
            Set.of(FunctionGraphJoined.class, FunctionStackTimed.class);
    private static final int MOST = 50_000;

    private final Map<InitcallSymbol, List<FunctionStack>> initcalls = new LinkedHashMap<>();
    private final List<FunctionStack> elsewhere = new ArrayList<>();
    private @Nullable FunctionGraphJoined joined;
    private int kept;

    @Override
    public Set<Class<? extends BootEvent>> uses() {
        return USED;
    }

    @Override
    public void apply(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        if (event instanceof FunctionGraphJoined graph && graph.addsUp()) {
            joined = graph;
        } else if (event instanceof FunctionStackTimed stack && stack.addsUp() && kept < MOST) {
            kept++;
            InitcallSymbol symbol = stack.symbol();
            List<FunctionStack> where =
                    symbol == null ? elsewhere : initcalls.computeIfAbsent(symbol, first -> new ArrayList<>());
            where.add(FunctionStack.of(stack));
        }
    }

    @Override
    public FunctionGraph view() {
        Map<String, GraphedCall> calls = new LinkedHashMap<>();
        initcalls.forEach((symbol, stacks) -> calls.put(symbol.printed(), new GraphedCall(symbol.function(), stacks)));
        return new FunctionGraph(joined, calls, new GraphedCall("", elsewhere));
    }
}
