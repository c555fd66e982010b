package io.bootledger.simulator.scenario;

import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.KernelOopsed;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.message.MessageTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns the records of a simulated boot into the events that reading its log would give: numbered without gaps, each at its line, with
 * the callers only where that kernel prints them, and with the account of the reading at the end.
 */
final class BootEvents implements EventSink {
    private final EventSink events;
    private final MessageTable messages = new MessageTable();
    private final KernelVersion version;
    private final boolean callers;
    private long number;
    private @Nullable BootTime time;
    private long irrelevant;

    BootEvents(EventSink events, KernelConfig kernel) {
        this.events = events;
        this.version = kernel.version();
        this.callers = kernel.callerIds();
    }

    /** The lines of a record that are not its first are messages of their own. */
    @Override
    public void accept(RecordedEvent record) {
        String text = messages.write(record.event(), version);
        if (text != null) {
            put(record, asRead(record.event(), text));
            Arrays.stream(text.split("\n", -1)).skip(1).forEach(line -> put(record, message(line)));
        }
    }

    private BootEvent asRead(BootEvent event, String text) {
        if (event instanceof KernelPanicked panic) {
            return new KernelPanicked(panic.reason().strip());
        }
        if (event instanceof KernelOopsed oops) {
            return new KernelOopsed(oops.text().strip());
        }
        return event instanceof MessageLogged ? message(text) : event;
    }

    /** Some tell a fact. Blanks around a message are taken for those that a frame leaves. */
    private BootEvent message(String text) {
        LogText line = LogText.of(text.lines().findFirst().orElse("").strip());
        byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
        BootEvent told = messages.read(bytes, 0, bytes.length);
        return told == null ? new MessageLogged(line) : told;
    }

    private void put(RecordedEvent record, BootEvent event) {
        time = record.time();
        irrelevant += event instanceof MessageLogged ? 1 : 0;
        events.accept(new RecordedEvent(
                number,
                record.time(),
                callers ? record.caller() : null,
                record.priority(),
                event,
                new Origin(++number, null)));
    }

    /** The boot is over. */
    void end() {
        BootRecorded account = new BootRecorded("simulated", 1, number, number, number - irrelevant, irrelevant, 0);
        events.accept(new RecordedEvent(number, time, null, null, account, new Origin(0, null)));
    }
}
