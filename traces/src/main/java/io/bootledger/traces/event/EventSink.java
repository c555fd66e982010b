package io.bootledger.traces.event;

/** Takes the events of one boot after another, in order: the last event of a boot is its {@link BootRecorded}. */
@FunctionalInterface
public interface EventSink {
    void accept(RecordedEvent event);
}
