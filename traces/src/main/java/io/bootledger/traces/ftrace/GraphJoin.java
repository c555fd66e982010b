package io.bootledger.traces.ftrace;

import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.FunctionStackTimed;
import io.bootledger.traces.ftrace.Match.LogCall;
import io.bootledger.traces.functiongraph.TimedStack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the stacks of a function graph below the initcalls of a log. An initcall is the function that {@code do_one_initcall} calls, or the
 * outermost one, by its name; or what the events of initcalls in the trace say. Time does not tell: the two clocks may be a second apart.
 *
 * <p>What the kernel measures of an initcall ({@code init/main.c}, {@code do_one_initcall}) is the function and a few instructions on
 * either side, between which an interrupt may come. So the function takes no longer, and hardly less; that of another boot does.
 */
final class GraphJoin {
    private static final String CALLER = "do_one_initcall";
    private static final long NS = 1_000;
    /** A shorter call takes about the same in every boot. */
    private static final long TELLING_US = 50;

    private static final long MOST_LONGER_US = 50;
    private static final int MOST_LONGER_PERCENT = 1;
    private static final long MOST_SHORTER_US = 250;
    private static final int MOST_SHORTER_PERCENT = 3;
    private static final int MOST_APART_PERCENT = 3;

    private final Map<String, LogCall> byName = new HashMap<>();
    private final Map<LogCall, Map<List<String>, Sum>> below = new LinkedHashMap<>();
    private final Map<List<String>, Sum> elsewhere = new LinkedHashMap<>();
    private int compared;
    private int apart;

    private static final class Sum {
        private long calls;
        private long ns;
        private long selfNs;

        void add(TimedStack stack) {
            calls += stack.calls();
            ns += stack.ns();
            selfNs += stack.selfNs();
        }
    }

    private GraphJoin(List<LogCall> returned) {
        Set<String> twice = new HashSet<>();
        for (LogCall call : returned) {
            for (String name : names(call.returned().symbol())) {
                LogCall same = byName.putIfAbsent(name, call);
                if (same != null && same != call) {
                    twice.add(name);
                }
            }
        }
        byName.keySet().removeAll(twice);
    }

    /** @param returned the calls of the log */
    static GraphJoin of(List<TimedStack> stacks, List<LogCall> returned) {
        GraphJoin join = new GraphJoin(returned);
        stacks.forEach(join::place);
        join.below.entrySet().removeIf(join::isNoSingleCall);
        join.below.forEach(join::compare);
        return join;
    }

    /** Of several calls of one function nothing tells which is the initcall. */
    private boolean isNoSingleCall(Map.Entry<LogCall, Map<List<String>, Sum>> call) {
        Sum own = call.getValue().get(List.of());
        if (own == null || own.calls == 1) {
            return false;
        }
        String name = call.getKey().returned().symbol().function();
        call.getValue()
                .forEach((functions, sum) -> elsewhere.put(
                        Stream.concat(Stream.of(name), functions.stream()).toList(), sum));
        return true;
    }

    private void place(TimedStack stack) {
        int from = stack.functions().indexOf(CALLER) + 1;
        List<String> functions =
                stack.functions().subList(from, stack.functions().size());
        LogCall named = functions.isEmpty() ? null : byName.get(functions.get(0));
        LogCall around =
                stack.during() == null ? null : byName.get(names(stack.during()).get(0));
        if (named != null && (around == null || around == named)) {
            add(named, functions.subList(1, functions.size()), stack);
        } else if (around != null && from == 0) {
            add(around, functions, stack);
        } else {
            elsewhere.computeIfAbsent(stack.functions(), key -> new Sum()).add(stack);
        }
    }

    private void add(LogCall call, List<String> functions, TimedStack stack) {
        below.computeIfAbsent(call, key -> new LinkedHashMap<>())
                .computeIfAbsent(functions, key -> new Sum())
                .add(stack);
    }

    private void compare(LogCall call, Map<List<String>, Sum> stacks) {
        Sum own = stacks.get(List.of());
        ReportedDuration reported = call.measured() ? call.returned().reported() : null;
        if (own == null || own.calls != 1 || reported == null || reported.unit() != ReportedDuration.Unit.USECS) {
            return;
        }
        long us = reported.value();
        if (us >= TELLING_US && !reported.mayBeTicks()) {
            compared++;
            long longer = own.ns / NS - us;
            boolean fits = longer <= Math.max(MOST_LONGER_US, us * MOST_LONGER_PERCENT / 100)
                    && -longer <= Math.max(MOST_SHORTER_US, us * MOST_SHORTER_PERCENT / 100);
            apart += fits ? 0 : 1;
        }
    }

    /** The names by which a trace may call an initcall. */
    private static List<String> names(InitcallSymbol symbol) {
        String module = symbol.module() == null ? "" : " [" + symbol.module() + "]";
        int offset = symbol.text().indexOf('+');
        String printed = offset < 0 ? symbol.text() : symbol.text().substring(0, offset);
        return Stream.of(symbol.function(), printed)
                .distinct()
                .map(name -> name + module)
                .toList();
    }

    /** How many initcalls of the log the graph shows. */
    int initcalls() {
        return below.size();
    }

    /** How many of them take as long in both. */
    int agreeing() {
        return compared - apart;
    }

    boolean isOneBoot() {
        return initcalls() > 0 && apart * 100L <= compared * (long) MOST_APART_PERCENT;
    }

    /** Why it is of no boot of the log, for people. */
    String refusal() {
        return initcalls() == 0
                ? "it is a function graph, and shows no initcall of the log"
                : apart + " of " + compared
                        + " initcalls take longer or shorter in it than the kernel measured in the log";
    }

    /** What is known of each stack, those below initcalls first. */
    List<FunctionStackTimed> events() {
        List<FunctionStackTimed> events = new ArrayList<>();
        below.forEach((call, stacks) -> tell(call.returned().symbol(), stacks, events));
        tell(null, elsewhere, events);
        return events;
    }

    private static void tell(
            @Nullable InitcallSymbol symbol, Map<List<String>, Sum> stacks, List<FunctionStackTimed> events) {
        stacks.forEach(
                (functions, sum) -> events.add(new FunctionStackTimed(symbol, functions, sum.calls, sum.selfNs)));
    }
}
