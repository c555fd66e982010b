package io.bootledger.analyzer.levels.known;

/** What earlier kernels say about the functions of one name. */
public final class KnownFunction {
    public static final int NO_RANK = -1;

    private final int[] counts;
    private final int rank;
    private final int total;

    /**
     * @param counts how many facts there are for each half-level, by its index
     * @param rank where its object file stands in link order, 0 to 999; {@link #NO_RANK} when not known
     */
    KnownFunction(int[] counts, int rank) {
        this.counts = counts;
        this.rank = rank;
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        this.total = sum;
    }

    public int count(int halfLevel) {
        return counts[halfLevel];
    }

    public int total() {
        return total;
    }

    public int rank() {
        return rank;
    }

    /** The facts of both. */
    KnownFunction and(KnownFunction other) {
        int[] sum = counts.clone();
        for (int at = 0; at < sum.length; at++) {
            sum[at] += other.counts[at];
        }
        return new KnownFunction(sum, rank == NO_RANK ? other.rank : rank);
    }
}
