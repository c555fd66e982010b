package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.Later;
import io.bootledger.analyzer.failures.Failure.Nearby;
import io.bootledger.traces.event.RecordedEvent;
import java.util.Comparator;
import java.util.List;

/**
 * Picks the error lines to show beside a failure: those inside its span first, then the closest, at most three, in order. Picked
 * when someone looks: of thousands of boots in one log most failures are only counted.
 */
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
        List<RecordedEvent> around = faults.around().get(lastLine);
        return around == null ? List.of() : Later.list(() -> closest(around, firstLine, lastLine, lastLine));
    }

    /** Beside a call that never returned: its span is the rest of the log. */
    List<Nearby> since(long line) {
        return Later.list(() -> closest(faults.latest(), line, Long.MAX_VALUE, 0));
    }

    private static List<Nearby> closest(List<RecordedEvent> messages, long firstLine, long lastLine, long ownLine) {
        return messages.stream()
                .filter(message -> distance(message, firstLine, lastLine) <= REACH)
                .filter(message -> message.origin().line() != ownLine && ErrorLine.is(message))
                .sorted(Comparator.comparingLong(message -> distance(message, firstLine, lastLine)))
                .limit(SHOWN)
                .map(ErrorLine::shown)
                .sorted(Comparator.comparingLong(Nearby::line))
                .toList();
    }

    private static long distance(RecordedEvent message, long firstLine, long lastLine) {
        long line = message.origin().line();
        return Math.max(0, Math.max(firstLine - line, line - lastLine));
    }
}
