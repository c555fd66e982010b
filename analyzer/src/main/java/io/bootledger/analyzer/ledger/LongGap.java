package io.bootledger.analyzer.ledger;

import java.util.List;
import java.util.stream.IntStream;

/** Which gaps between initcalls are worth an account of their own. On a slow console each takes milliseconds: printing two lines. */
final class LongGap {
    private static final long LEAST_US = 1_000;
    private static final long TIMES_USUAL = 4;

    private LongGap() {}

    /** The shortest such gap: a millisecond, and four times the boot's median. */
    static long of(List<Moment> moments) {
        long[] gaps = IntStream.range(1, moments.size())
                .filter(i -> moments.get(i) instanceof Moment.Call && moments.get(i - 1) instanceof Moment.Return)
                .mapToLong(i -> moments.get(i).timeUs() - moments.get(i - 1).timeUs())
                .sorted()
                .toArray();
        return gaps.length == 0 ? LEAST_US : Math.max(LEAST_US, TIMES_USUAL * gaps[gaps.length / 2]);
    }
}
