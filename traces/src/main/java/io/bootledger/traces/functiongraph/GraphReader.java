package io.bootledger.traces.functiongraph;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.call.FunctionGraphJoined;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.functiongraph.Node.Room;
import io.bootledger.traces.message.MessageTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Folds a function graph ({@code kernel/trace/trace_functions_graph.c}; 6.1, 6.12) into stacks. */
public final class GraphReader {
    private static final String FORMAT = "function_graph";
    private static final String HEAD = "# tracer: " + FORMAT;
    private static final int MOST_STACKS = 50_000;

    /** Deeper than any kernel goes ({@code FTRACE_RETFUNC_DEPTH}: 50). */
    private static final int DEEPEST = 200;

    /** {@code verif_pid}: {@code  1)  swapper-1    =>   kthread-2}. */
    private static final Pattern SWITCH =
            Pattern.compile(" *+(?<cpu>\\d{1,6}+)\\) .{1,24}?-(?<from>\\d{1,9}+) *+=> .{1,24}?-(?<to>\\d{1,9}+) *+");

    /** The marks of interrupts ({@code print_graph_irq}), in whatever columns. */
    private static final List<String> INTERRUPTS = List.of("==========> |", "<========== |");

    /** Rules above and below a switch, overruns, stack traces, headings. */
    private static final Pattern OF_NO_CALL = Pattern.compile(" *+-{4,}+|\\s*+\\(Overruns: .*+|\\s*+=> .*+|\\s*+|#.*+");

    private final MessageTable messages = new MessageTable();
    private final GraphFaults faults = new GraphFaults();
    private final Room room = new Room(MOST_STACKS);
    private final Node outside = new Node();
    private final Map<InitcallSymbol, Node> inside = new LinkedHashMap<>();
    private final GraphTracks tracks = new GraphTracks(() -> new GraphTrack(outside, room, faults));
    private @Nullable GraphLayout layout;
    private boolean timed = true;
    private long lines;
    private long recognised;

    /** Whether a function graph begins with this line. */
    public static boolean begins(String line) {
        return line.startsWith(HEAD);
    }

    /** Takes the next line. */
    public void add(String line) {
        lines++;
        GraphLine call = layout == null ? null : layout.read(line);
        if (call != null && call.depth() <= DEEPEST) {
            recognised++;
            apply(call);
        } else if (GraphLayout.isHeadings(line)) {
            layout = GraphLayout.of(line);
            timed &= layout.isTimed();
        } else {
            applyOther(line);
        }
    }

    private void apply(GraphLine line) {
        GraphTrack track = tracks.of(line);
        switch (line.kind()) {
            case ENTRY -> track.enter(line.depth(), line.said());
            case LEAF -> track.leaf(line.depth(), line.said(), line.ns());
            case RETURN -> track.leave(line.depth(), line.text(), line.ns());
            case COMMENT -> comment(track, line.said());
        }
    }

    private void applyOther(String line) {
        LostEvents lost = LostEvents.of(line);
        Matcher switched = SWITCH.matcher(line);
        if (lost != null) {
            faults.lost += lost.events();
            tracks.cpu(lost.cpu()).miss();
        } else if (switched.matches()) {
            tracks.switched(number(switched, "cpu"), number(switched, "from"), number(switched, "to"));
        } else if (!OF_NO_CALL.matcher(line).matches() && INTERRUPTS.stream().noneMatch(line::contains)) {
            faults.unread++;
        }
    }

    private static int number(Matcher line, String group) {
        return Integer.parseInt(line.group(group));
    }

    /** Other events stand between the signs of a comment; those of initcalls tell what runs below what. */
    private void comment(GraphTrack track, String text) {
        if (!text.startsWith("initcall_")) {
            return;
        }
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        BootEvent event = messages.read(message, 0, message.length);
        if (event instanceof InitcallStarted started && inside.size() < MOST_STACKS) {
            track.below(inside.computeIfAbsent(started.symbol(), symbol -> new Node()));
        } else if (event instanceof InitcallFinished finished) {
            Node over = inside.get(finished.symbol());
            tracks.forEach(each -> each.leave(over, outside));
        }
    }

    /** The trace is over: what is open will not return. */
    public void end() {
        tracks.forEach(GraphTrack::end);
    }

    /** Whether it tells how long functions took ({@code funcgraph-duration}). */
    public boolean isTimed() {
        return timed;
    }

    /** Whether it shows a call at all. */
    public boolean isEmpty() {
        return recognised == 0;
    }

    /**
     * What is to be known of it beside a log, or alone.
     *
     * @param trace name of its file
     * @param initcalls how many initcalls of the log it shows
     * @param compared how many of these took as long in both
     */
    public FunctionGraphJoined joined(String trace, int initcalls, int compared) {
        return new FunctionGraphJoined(
                trace, initcalls, compared, faults.lost, faults.unbegun, faults.unended, faults.beyond, faults.unread);
    }

    /** The last event of a boot of which it is all that is known. */
    public BootRecorded recorded() {
        long unread = faults.unread;
        return new BootRecorded(FORMAT, 1, lines, lines, recognised, lines - recognised - unread, unread);
    }

    /** All stacks of which a call returned, a function before those below it. */
    public List<TimedStack> stacks() {
        List<TimedStack> all = new ArrayList<>();
        inside.forEach((symbol, root) -> walk(symbol, root, new ArrayDeque<>(), all));
        walk(null, outside, new ArrayDeque<>(), all);
        return all;
    }

    private static void walk(
            @Nullable InitcallSymbol during, Node above, Deque<String> functions, List<TimedStack> all) {
        above.below.forEach((function, node) -> {
            functions.addLast(function);
            if (node.calls > 0) {
                all.add(new TimedStack(during, List.copyOf(functions), node.calls, node.ns, node.selfNs));
            }
            walk(during, node, functions, all);
            functions.removeLast();
        });
    }
}
