package io.bootledger.analyzer.ledger;

/**
 * Straightens time stamps that step back. Lines stand in the order in which they were printed, but their stamps come from each
 * CPU's own clock ({@code kernel/printk}, {@code local_clock}), and a clock may be set anew. The longest run of stamps that agrees
 * with the order is believed; each other stamp is moved to the nearest moment that the believed ones around it allow. So no time
 * is invented: the first and the last believed stamp stay where they are.
 */
final class StraightClock {
    private StraightClock() {}

    /** The stamps, in line order, made non-decreasing. */
    static long[] straighten(long[] stamps) {
        if (ascends(stamps)) {
            return stamps.clone();
        }
        boolean[] believed = longestAscent(stamps);
        long[] straight = stamps.clone();
        long floor = firstBelieved(stamps, believed);
        for (int i = 0; i < straight.length; i++) {
            floor = believed[i] ? stamps[i] : floor;
            straight[i] = floor;
        }
        return straight;
    }

    private static boolean ascends(long[] stamps) {
        for (int i = 1; i < stamps.length; i++) {
            if (stamps[i] < stamps[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private static long firstBelieved(long[] stamps, boolean[] believed) {
        for (int i = 0; i < stamps.length; i++) {
            if (believed[i]) {
                return stamps[i];
            }
        }
        return 0;
    }

    /** Patience sorting: marks one longest non-decreasing subsequence. */
    private static boolean[] longestAscent(long[] stamps) {
        int[] tails = new int[stamps.length];
        int[] before = new int[stamps.length];
        int length = 0;
        for (int i = 0; i < stamps.length; i++) {
            int place = placeOf(stamps, tails, length, stamps[i]);
            before[i] = place == 0 ? -1 : tails[place - 1];
            tails[place] = i;
            length = Math.max(length, place + 1);
        }
        boolean[] chosen = new boolean[stamps.length];
        for (int i = tails[length - 1]; i >= 0; i = before[i]) {
            chosen[i] = true;
        }
        return chosen;
    }

    /** The first pile whose top is greater than the stamp. */
    private static int placeOf(long[] stamps, int[] tails, int length, long stamp) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stamps[tails[middle]] <= stamp) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
