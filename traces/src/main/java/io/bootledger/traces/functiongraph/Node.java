package io.bootledger.traces.functiongraph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function in one place of the tree: below the same functions, whenever that was. */
final class Node {
    final Map<String, Node> below = new LinkedHashMap<>();

    /** Calls that returned. */
    long calls;

    /** What they took, but for the calls below them. */
    long selfNs;

    /** What they took. */
    long ns;

    /** The function below this one; null where there is none and no room for another. */
    @Nullable
    Node below(String function, Room room) {
        Node node = below.get(function);
        if (node == null && room.take()) {
            node = new Node();
            below.put(function, node);
        }
        return node;
    }

    /** Takes in what was counted elsewhere, and turned out to have been here. */
    void absorb(Node other, Room room) {
        calls += other.calls;
        selfNs += other.selfNs;
        ns += other.ns;
        absorbBelow(other, room);
    }

    void absorbBelow(Node other, Room room) {
        other.below.forEach((function, node) -> {
            Node same = below.putIfAbsent(function, node);
            if (same != null) {
                same.absorb(node, room);
                room.give();
            }
        });
    }

    /** How many nodes of a tree there may be. */
    static final class Room {
        private int left;

        Room(int most) {
            this.left = most;
        }

        boolean take() {
            return left > 0 && left-- > 0;
        }

        void give() {
            left++;
        }
    }
}
