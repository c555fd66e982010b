package io.bootledger.simulator.scenario;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;

/**
 * Turns the records of a simulated boot into the events that reading its log would give: numbered without gaps, each at its line, with
 * the callers only where that kernel prints them, and with the account of the reading at the end.
 */
final class BootEvents implements EventSink {
    private final EventSink events;
    private final boolean callers;
    private long number;
    private long irrelevant;

    BootEvents(EventSink events, boolean callers) {
        this.events = events;
        this.callers = callers;
    }

    @Override
    public void accept(RecordedEvent record) {
        irrelevant += record.event() instanceof MessageLogged ? 1 : 0;
        events.accept(new RecordedEvent(
                number,
                record.time(),
                callers ? record.caller() : null,
                record.priority(),
                record.event(),
                new Origin(++number, null)));
    }

    /** The boot is over. */
    void end() {
        BootRecorded account = new BootRecorded("simulated", 1, number, number, number - irrelevant, irrelevant, 0);
        events.accept(new RecordedEvent(number, null, null, null, account, new Origin(0, null)));
    }
}
