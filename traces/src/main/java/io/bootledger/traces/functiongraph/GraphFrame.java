package io.bootledger.traces.functiongraph;

import org.jspecify.annotations.Nullable;

/** A call that has not returned. */
final class GraphFrame {
    final int depth;

    /** Null for a call that the trace does not show: it must be there, since something stands deeper. */
    final @Nullable String function;

    /** Its place in the tree, or, while its function is not known, a tree of its own; null where there was no room. */
    final @Nullable Node node;

    /** What the calls below it took. */
    long belowNs;

    private GraphFrame(int depth, @Nullable String function, @Nullable Node node) {
        this.depth = depth;
        this.function = function;
        this.node = node;
    }

    static GraphFrame of(int depth, String function, @Nullable Node node) {
        return new GraphFrame(depth, function, node);
    }

    static GraphFrame unseen(int depth, boolean hasRoom) {
        return new GraphFrame(depth, null, hasRoom ? new Node() : null);
    }

    boolean isUnseen() {
        return function == null;
    }

    boolean is(int depth, @Nullable String name) {
        return this.depth == depth && (name == null || isUnseen() || name.equals(function));
    }
}
