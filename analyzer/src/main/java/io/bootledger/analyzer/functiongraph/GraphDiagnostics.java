package io.bootledger.analyzer.functiongraph;

import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.reading.Diagnostic.Severity;
import io.bootledger.traces.event.call.FunctionGraphJoined;
import java.util.ArrayList;
import java.util.List;

/** Says what a function graph lacks. */
public final class GraphDiagnostics {
    public static List<Diagnostic> of(FunctionGraph graph) {
        FunctionGraphJoined joined = graph.joined();
        List<Diagnostic> all = new ArrayList<>();
        if (joined == null) {
            return all;
        }
        if (graph.isAlone()) {
            all.add(new Diagnostic(
                    Severity.WARNING,
                    "graph-alone",
                    null,
                    "a function graph alone: it tells of functions, and of no initcall, level or phase; give the log of the"
                            + " same boot before it"));
        }
        List<String> lacks = lacks(joined);
        if (!lacks.isEmpty()) {
            all.add(new Diagnostic(
                    Severity.WARNING,
                    "graph-not-whole",
                    null,
                    "the function graph is not whole: " + String.join(", ", lacks)
                            + "; a larger trace_buf_size or a smaller ftrace_graph_max_depth keeps more"));
        }
        return all;
    }

    private static List<String> lacks(FunctionGraphJoined joined) {
        List<String> lacks = new ArrayList<>();
        count(lacks, joined.lost(), "event was lost", "events were lost");
        count(lacks, joined.unbegun(), "call began before it", "calls began before it");
        count(lacks, joined.unended(), "call does not return in it", "calls do not return in it");
        count(
                lacks,
                joined.beyond(),
                "call by a new way is its caller's own time",
                "calls by new ways are their callers' own time");
        count(lacks, joined.unread(), "line cannot be read", "lines cannot be read");
        return lacks;
    }

    private static void count(List<String> lacks, long number, String one, String more) {
        if (number > 0) {
            lacks.add(number + " " + (number == 1 ? one : more));
        }
    }

    private GraphDiagnostics() {}
}
