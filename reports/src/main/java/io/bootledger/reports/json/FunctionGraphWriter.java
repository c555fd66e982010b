package io.bootledger.reports.json;

import io.bootledger.analyzer.functiongraph.FunctionGraph;
import io.bootledger.analyzer.functiongraph.FunctionTime;
import io.bootledger.analyzer.functiongraph.GraphedCall;
import io.bootledger.traces.event.call.FunctionGraphJoined;
import java.util.List;

/** Writes the functions that a function graph shows. */
final class FunctionGraphWriter {
    private static final int MOST = 20;

    private final JsonFieldWriter fields;

    FunctionGraphWriter(JsonFieldWriter fields) {
        this.fields = fields;
    }

    void write(FunctionGraph graph) {
        fields.object("function_graph", graph.joined(), joined -> graph(graph, joined));
    }

    private void graph(FunctionGraph graph, FunctionGraphJoined joined) {
        fields.text("name", joined.trace());
        fields.number("compared", joined.compared());
        fields.number("lost", joined.lost());
        fields.number("unbegun", joined.unbegun());
        fields.number("unended", joined.unended());
        fields.number("beyond", joined.beyond());
        fields.number("unread", joined.unread());
        fields.rows("initcalls", List.copyOf(graph.initcalls().values()), this::initcall);
        functions(graph.elsewhere());
    }

    private void initcall(GraphedCall call) {
        fields.text("function", call.name());
        fields.number("duration_ns", call.ns());
        fields.number("stacks", call.stacks().size());
        functions(call);
    }

    private void functions(GraphedCall call) {
        fields.rows("functions", call.functions().stream().limit(MOST).toList(), this::function);
    }

    /** Also of an explanation. */
    void function(FunctionTime time) {
        fields.text("function", time.function());
        fields.number("calls", time.calls());
        fields.number("self_ns", time.selfNs());
    }
}
