package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.failures.Failure.Nearby;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Picks the error lines to show beside a failure: those inside its span first, then the closest, at most three, in order. */
final class NearbyLines {
    private static final int SHOWN = 3;
    /** Lines outside the span that are still near. */
    private static final int REACH = 20;

    private final Faults faults;

    NearbyLines(Faults faults) {
        this.faults = faults;
    }

    /** Beside a failure that ends at the last line of its span. */
    List<Nearby> within(long firstLine, long lastLine) {
        return closest(faults.nearby().getOrDefault(lastLine, List.of()).stream(), firstLine, lastLine);
    }

    /** Beside a call that never returned: its span is the rest of the log. */
    List<Nearby> since(long line) {
        return closest(faults.latest().stream(), line, Long.MAX_VALUE);
    }

    private static List<Nearby> closest(Stream<Nearby> lines, long firstLine, long lastLine) {
        return lines.filter(near -> distance(near.line(), firstLine, lastLine) <= REACH)
                .sorted(Comparator.comparingLong(near -> distance(near.line(), firstLine, lastLine)))
                .limit(SHOWN)
                .sorted(Comparator.comparingLong(Nearby::line))
                .toList();
    }

    private static long distance(long line, long firstLine, long lastLine) {
        return Math.max(0, Math.max(firstLine - line, line - lastLine));
    }
}
