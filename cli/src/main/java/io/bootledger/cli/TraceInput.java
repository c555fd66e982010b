package io.bootledger.cli;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceContents;
import io.bootledger.traces.input.TraceReader;
import java.io.IOException;
import java.util.Set;

/** Reads what a command was given for a log, and says what of it is lost or passed over. */
final class TraceInput {
    static TraceContents read(LogSource source, ReadingOptions reading, EventSink sink, Messages messages)
            throws IOException {
        TraceContents contents = TraceReader.read(source, reading, sink);
        messages.sayDamage(source);
        if (!contents.unknown().isEmpty()) {
            messages.say(passedOver(source.name(), contents.unknown()));
        }
        return contents;
    }

    /** Names the events that only a newer version knows. */
    static String passedOver(String name, Set<String> unknown) {
        return name + ": a newer Bootledger wrote events that this one passes over: " + String.join(", ", unknown);
    }

    private TraceInput() {}
}
