package io.bootledger.cli.output;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.Grab;

/**
 * Takes what a run finds, boot by boot. Closed without being finished, it leaves nothing behind. What cannot be written is a
 * {@link CommandFailure}.
 */
public interface ResultSink extends AutoCloseable {
    /** A log is opened; it may yield any number of boots. */
    default void log(String name) {}

    /** What else of its machine the log that was just opened brings. */
    default void grab(Grab gathered) {}

    /** Whether the events matter too; they then come in turn with the boots. */
    default boolean takesEvents() {
        return false;
    }

    /** An event of the boot being read. */
    default void event(RecordedEvent event) {}

    /** The boot whose events came just before. */
    void boot(BootAnalysis boot);

    /** Whether it goes on behind a boot of which it could show nothing. */
    default boolean leavesOut() {
        return false;
    }

    /** All logs are read: shows what was made. */
    void finish();

    /** Whether a kernel's log without a boot in it is a result too, which a program can read: no boots. */
    default boolean tellsOfNone() {
        return false;
    }

    @Override
    default void close() {}
}
