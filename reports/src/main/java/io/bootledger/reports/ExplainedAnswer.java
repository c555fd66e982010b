package io.bootledger.reports;

import io.bootledger.analyzer.explain.Answer;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.RecordedEvent;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of the report to be explained to people or programs.
 *
 * @param source name of the log
 * @param events of the boot, by their lines, as far as they are kept
 * @param typeName the name of an event's type on file
 */
public record ExplainedAnswer(
        String source, Answer answer, Map<Long, RecordedEvent> events, Function<BootEvent, String> typeName) {
    /** What stands in a line; null where it is not kept. */
    public @Nullable RecordedEvent event(long line) {
        return events.get(line);
    }
}
