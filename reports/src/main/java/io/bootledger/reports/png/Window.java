package io.bootledger.reports.png;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.reports.BootSpan;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The time that a picture shows: up to init, and of what comes after as much as does not squeeze the boot itself.
 *
 * @param cut whether more happened afterwards
 */
record Window(long fromUs, long toUs, boolean cut) {
    static Window of(BootAnalysis boot, BootSpan span) {
        long most = span.toUs() + Math.max(1, span.totalUs() / 3);
        long last = Math.max(span.toUs() + span.totalUs() / 25, lastUs(boot));
        return new Window(span.fromUs(), Math.max(span.fromUs() + 1, Math.min(most, last)), last > most);
    }

    private static long lastUs(BootAnalysis boot) {
        return Stream.of(
                        boot.timeline().initcalls().stream().map(Initcall::endUs),
                        boot.timeline().probes().stream().map(Probe::endUs),
                        boot.timeline().asyncCalls().stream().map(AsyncCall::endUs))
                .flatMap(ends -> ends)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
