package io.bootledger.analyzer.failures;

import io.bootledger.traces.event.RecordedEvent;
import java.util.List;
import java.util.Map;

/**
 * What the log itself calls wrong, besides return values.
 *
 * @param stated panics, oopses, failed init programs, modules rejected or suspicious, failed and pending probes, in order
 * @param around by line number of what failed, the messages before and after it, for the first failures of a boot; nobody has
 *     judged yet whether they are errors
 * @param latest the last messages of the log
 */
public record Faults(List<RecordedEvent> stated, Map<Long, List<RecordedEvent>> around, List<RecordedEvent> latest) {}
