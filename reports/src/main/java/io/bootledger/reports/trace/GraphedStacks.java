package io.bootledger.reports.trace;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.functiongraph.FunctionStack;
import io.bootledger.analyzer.functiongraph.GraphedCall;
import io.bootledger.analyzer.ledger.Posting;
import io.bootledger.analyzer.timeline.Initcall;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions of a function graph in the place of an initcall's postings, its probes' among them: these are functions too. What the
 * graph does not show of the call stays the call's own. Where it shows more than was booked, since the clocks differ, all is shortened alike.
 */
final class GraphedStacks {
    private static final BigInteger NS = BigInteger.valueOf(1_000);

    /** A line of the file: below these functions, in microseconds. */
    record Line(List<String> functions, long us) {}

    private final Map<String, GraphedCall> byFunction = new HashMap<>();

    private GraphedStacks() {}

    /** Functions of whose name there is one call in the boot, and that the graph shows. */
    static GraphedStacks of(BootAnalysis boot) {
        GraphedStacks graphed = new GraphedStacks();
        Set<String> seen = new HashSet<>();
        for (Initcall call : boot.timeline().initcalls()) {
            GraphedCall below = boot.accounting().functionGraph().of(call);
            if (!seen.add(call.function())) {
                graphed.byFunction.remove(call.function());
            } else if (below != null) {
                graphed.byFunction.put(call.function(), below);
            }
        }
        return graphed;
    }

    /** The function of the initcall in which a posting was made; null where the graph shows nothing of it. */
    @Nullable
    String initcall(Posting posting) {
        String function = switch (posting.kind()) {
            case INITCALL -> posting.name();
            case PROBE -> posting.inside().isEmpty() ? null : posting.inside().get(0);
            default -> null;
        };
        return function != null && byFunction.containsKey(function) ? function : null;
    }

    /** How the time of an initcall and its probes is spent below it. */
    List<Line> lines(String initcall, long us) {
        return lines(Objects.requireNonNull(byFunction.get(initcall), "asked of a function that is not graphed"), us);
    }

    /** How the time of a trace without a log is spent. */
    static List<Line> alone(GraphedCall all) {
        return lines(all, all.ns() / NS.longValue());
    }

    private static List<Line> lines(GraphedCall call, long us) {
        BigInteger whole =
                BigInteger.valueOf(call.ns()).max(BigInteger.valueOf(us).multiply(NS));
        List<Line> lines = new ArrayList<>();
        long ns = 0;
        long told = 0;
        for (FunctionStack stack : call.stacks()) {
            ns += stack.selfNs();
            long until = share(us, ns, whole);
            lines.add(new Line(stack.functions(), until - told));
            told = until;
        }
        lines.add(new Line(List.of(), us - told));
        return lines;
    }

    private static long share(long us, long ns, BigInteger wholeNs) {
        return wholeNs.signum() == 0
                ? 0
                : BigInteger.valueOf(us)
                        .multiply(BigInteger.valueOf(ns))
                        .divide(wholeNs)
                        .longValue();
    }
}
