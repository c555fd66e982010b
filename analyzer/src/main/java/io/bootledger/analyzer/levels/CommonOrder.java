package io.bootledger.analyzer.levels;

import java.util.Arrays;

/**
 * Longest increasing subsequences of pairs (call, entry), by patience sorting. The entries of one call are added from the last to
 * the first, so that no sequence holds two of them.
 */
public final class CommonOrder {
    private int[] calls = new int[1024];
    private int[] entries = new int[1024];
    private int pairs;

    CommonOrder() {}

    /**
     * Which positions keep their order.
     *
     * @param entries positions in another order, each at most once
     * @return for each of them whether it is in one longest sequence that ascends
     */
    public static boolean[] kept(int[] entries) {
        CommonOrder order = new CommonOrder();
        for (int call = 0; call < entries.length; call++) {
            order.add(call, entries[call]);
        }
        int[] chosen = order.longest(entries.length).chosen();
        boolean[] kept = new boolean[entries.length];
        for (int call = 0; call < entries.length; call++) {
            kept[call] = chosen[call] != TableAlignment.NONE;
        }
        return kept;
    }

    void add(int call, int entry) {
        if (pairs == calls.length) {
            calls = Arrays.copyOf(calls, 2 * pairs);
            entries = Arrays.copyOf(entries, 2 * pairs);
        }
        calls[pairs] = call;
        entries[pairs++] = entry;
    }

    TableAlignment.Alignment longest(int size) {
        int[] upTo = lengths(false);
        int[] onward = lengths(true);
        int longest = Arrays.stream(upTo).max().orElse(0);
        int[] chosen = nowhere(size);
        int[] lowest = nowhere(size);
        int[] highest = nowhere(size);
        int wanted = longest;
        int below = Integer.MAX_VALUE;
        for (int pair = pairs - 1; pair >= 0; pair--) {
            if (upTo[pair] + onward[pair] - 1 == longest) {
                int call = calls[pair];
                boolean first = lowest[call] == TableAlignment.NONE;
                lowest[call] = first ? entries[pair] : Math.min(lowest[call], entries[pair]);
                highest[call] = Math.max(highest[call], entries[pair]);
                if (upTo[pair] == wanted && entries[pair] < below && chosen[call] == TableAlignment.NONE) {
                    chosen[call] = entries[pair];
                    below = entries[pair];
                    wanted--;
                }
            }
        }
        return new TableAlignment.Alignment(chosen, lowest, highest);
    }

    /** For each pair the length of the longest sequence that ends with it, or, backwards, that begins with it. */
    private int[] lengths(boolean backwards) {
        int[] lengths = new int[pairs];
        int[] tails = new int[pairs];
        int longest = 0;
        for (int step = 0; step < pairs; step++) {
            int pair = backwards ? pairs - 1 - step : step;
            int entry = backwards ? -entries[pair] : entries[pair];
            int found = Arrays.binarySearch(tails, 0, longest, entry);
            int place = found >= 0 ? found : -found - 1;
            tails[place] = entry;
            longest = Math.max(longest, place + 1);
            lengths[pair] = place + 1;
        }
        return lengths;
    }

    private static int[] nowhere(int size) {
        int[] none = new int[size];
        Arrays.fill(none, TableAlignment.NONE);
        return none;
    }
}
