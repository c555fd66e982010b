package io.bootledger.cli.input;

import io.bootledger.cli.output.Messages;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceContents;
import io.bootledger.traces.input.TraceReader;
import java.io.IOException;

/** Reads what a command was given for a log, and says what of it is lost or passed over. */
final class TraceInput {
    static TraceContents read(LogSource source, ReadingOptions reading, EventSink sink, Messages messages)
            throws IOException {
        TraceContents contents = TraceReader.read(source, reading, sink);
        messages.sayDamage(source);
        messages.sayPassedOver(source.name(), contents.unknown());
        return contents;
    }

    private TraceInput() {}
}
