package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.failures.Failure.Nearby;
import io.bootledger.traces.event.BootEvent;
import java.util.List;
import java.util.Map;

/**
 * What the log itself calls wrong, besides return values.
 *
 * @param stated panics, oopses, failed init programs, modules rejected or suspicious, failed and pending probes, in order
 * @param nearby error lines around the failing line of that number, for the first failures of a boot
 * @param latest the last error lines of the log
 */
public record Faults(List<Stated> stated, Map<Long, List<Nearby>> nearby, List<Nearby> latest) {
    /**
     * A fault and the line that states it.
     *
     * @param line number of the line
     */
    public record Stated(BootEvent event, long line) {}
}
