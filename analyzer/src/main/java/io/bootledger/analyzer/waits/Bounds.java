package io.bootledger.analyzer.waits;

/** The least and the most that an amount of time can be, in microseconds. */
public record Bounds(long lowUs, long highUs) {
    public Bounds {
        if (lowUs < 0 || highUs < lowUs) {
            throw new IllegalArgumentException("no bounds: " + lowUs + " to " + highUs + " us");
        }
    }

    /** A measured amount. */
    static Bounds exactly(long us) {
        return new Bounds(us, us);
    }

    /** The same, neither end beyond a limit. */
    Bounds atMost(long limitUs) {
        return new Bounds(Math.min(lowUs, limitUs), Math.min(highUs, limitUs));
    }
}
