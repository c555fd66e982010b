package io.bootledger.traces.functiongraph;

import io.bootledger.traces.functiongraph.Node.Room;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The calls that one task is in, the innermost first. The depth of each line is what is believed: a call deeper than what is open stands
 * below calls that the trace does not show (it began inside them, or they are never traced, as the entry of an interrupt is), and one
 * less deep ends what is open. A call as deep as the open one stands below it: an interrupt that came while the kernel recorded a return.
 */
final class GraphTrack {
    /** Calls as deep as the open one stand below it no further than this: no kernel goes so deep ({@code FTRACE_RETFUNC_DEPTH}: 50). */
    private static final int MOST_OPEN = 200;

    private final Room room;
    private final GraphFaults faults;
    private Deque<GraphFrame> open = new ArrayDeque<>();
    private Node root;
    private boolean gap;
    private boolean named;

    GraphTrack(Node root, Room room, GraphFaults faults) {
        this.root = root;
        this.room = room;
        this.faults = faults;
    }

    /** Where the outermost functions stand from now on. */
    void below(Node root) {
        this.root = root;
    }

    /** No longer below a root; nothing where it is below another. */
    void leave(@Nullable Node root, Node next) {
        if (this.root == root) {
            this.root = next;
        }
    }

    /** It is known which task's it is. */
    void name() {
        named = true;
    }

    boolean isNamed() {
        return named;
    }

    boolean isIdle() {
        return open.isEmpty();
    }

    /** Whether a line would go on where this track is: a call one deeper than what is open, or the return of that. */
    boolean goesOn(GraphLine line) {
        GraphFrame top = open.peek();
        return top != null
                && (line.kind() == GraphLine.Kind.RETURN
                        ? line.text() != null && !top.isUnseen() && top.is(line.depth(), line.text())
                        : line.depth() == top.depth + 1);
    }

    /** Goes on with what another was in: the task has moved to this CPU. */
    void takeOver(GraphTrack other) {
        Deque<GraphFrame> none = open;
        Node here = root;
        open = other.open;
        root = other.root;
        other.open = none;
        other.root = here;
    }

    /** Events are missing: what is open as deep as the next line has ended. */
    void miss() {
        gap = true;
    }

    void enter(int depth, String function) {
        reach(depth);
        open.push(GraphFrame.of(depth, function, place(function)));
    }

    void leaf(int depth, String function, long ns) {
        reach(depth);
        count(place(function), ns, 0);
    }

    void leave(int depth, @Nullable String function, long ns) {
        while (!open.isEmpty() && open.peek().depth > depth) {
            drop();
        }
        if (open.stream().anyMatch(frame -> frame.is(depth, function))) {
            while (!open.peek().is(depth, function)) {
                drop();
            }
        } else {
            gap = true;
            reach(depth);
            assume(depth);
        }
        close(function, ns);
    }

    /** The trace is over. */
    void end() {
        while (!open.isEmpty()) {
            drop();
        }
    }

    private void reach(int depth) {
        while (!open.isEmpty() && isOver(open.peek(), depth)) {
            drop();
        }
        gap = false;
        for (int next = open.isEmpty() ? 0 : open.peek().depth + 1; next < depth; next++) {
            assume(next);
        }
    }

    private boolean isOver(GraphFrame frame, int depth) {
        return frame.depth > depth || frame.depth == depth && (gap || frame.isUnseen() || open.size() >= MOST_OPEN);
    }

    private void assume(int depth) {
        open.push(GraphFrame.unseen(depth, above() != null));
    }

    private @Nullable Node above() {
        return open.isEmpty() ? root : open.peek().node;
    }

    private @Nullable Node place(String function) {
        Node above = above();
        Node node = above == null ? null : above.below(function, room);
        faults.beyond += node == null ? 1 : 0;
        return node;
    }

    private void close(@Nullable String name, long ns) {
        GraphFrame frame = open.pop();
        if (!frame.isUnseen()) {
            count(frame.node, ns, frame.belowNs);
            return;
        }
        faults.unbegun++;
        Node node = name == null ? null : place(name);
        if (node == null) {
            dissolve(frame);
        } else {
            node.absorbBelow(Objects.requireNonNull(frame.node, "it has a tree where there is one above"), room);
            count(node, ns, frame.belowNs);
        }
    }

    private void count(@Nullable Node node, long ns, long belowNs) {
        if (node != null) {
            node.calls++;
            node.ns += Math.max(0, ns);
            node.selfNs += Math.max(0, ns - belowNs);
            pass(Math.max(ns, belowNs));
        }
    }

    private void drop() {
        GraphFrame frame = open.pop();
        if (frame.isUnseen()) {
            dissolve(frame);
        } else {
            faults.unended++;
            pass(frame.belowNs);
        }
    }

    /** What is below a call that nothing names is below what is above that. */
    private void dissolve(GraphFrame frame) {
        Node above = above();
        if (above != null && frame.node != null) {
            above.absorbBelow(frame.node, room);
        }
        pass(frame.belowNs);
    }

    private void pass(long ns) {
        if (!open.isEmpty()) {
            open.peek().belowNs += ns;
        }
    }
}
