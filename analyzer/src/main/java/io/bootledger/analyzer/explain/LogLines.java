package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.ledger.Entry;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.RecordedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a boot's log, as far as {@link LogEventsProjection} kept their events. */
final class LogLines {
    private final List<RecordedEvent> events;

    LogLines(List<RecordedEvent> events) {
        this.events = events;
    }

    /** A line as the ledger numbers it, which calls the ends of the log by 0 and the largest number. */
    long of(long line) {
        return line == 0 ? first() : line == Long.MAX_VALUE ? last() : line;
    }

    private long first() {
        return events.isEmpty() ? 0 : events.get(0).origin().line();
    }

    private long last() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).origin().line();
    }

    /** The lines that bound a ledger. */
    List<Long> span(Ledger ledger) {
        long end = ledger.entries().stream().mapToLong(Entry::toLine).max().orElse(Long.MAX_VALUE);
        return List.of(first(), of(end));
    }

    /** The last line of that stamp whose event is of one of these kinds; without kinds, of any. */
    List<Long> at(@Nullable Long us, List<Class<? extends BootEvent>> kinds) {
        if (us == null) {
            return List.of();
        }
        return events.stream()
                .filter(event -> event.time() != null && event.time().micros() == us)
                .filter(event -> kinds.isEmpty() || kinds.contains(event.event().getClass()))
                .reduce((one, other) -> other)
                .map(event -> List.of(event.origin().line()))
                .orElse(List.of());
    }
}
