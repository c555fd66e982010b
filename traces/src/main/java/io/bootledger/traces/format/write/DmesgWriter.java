package io.bootledger.traces.format.write;

import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.bytes.LineBuffer;
import io.bootledger.traces.format.frame.RecordText;

/** {@code [    0.000000] text}, as {@code syslog(2)} hands it out. */
final class DmesgWriter implements LogWriter {
    private final LineBuffer out;
    private final RecordText text;
    private final boolean callers;

    DmesgWriter(LineBuffer out, WritingOptions options) {
        this.out = out;
        this.text = new RecordText(options.version());
        this.callers = options.callers();
    }

    @Override
    public void accept(RecordedEvent event) {
        Caller caller = callers ? event.caller() : null;
        text.lines(event, line -> {
            out.prefix(event.time(), caller).put(line).put('\n');
            out.endLine();
        });
    }

    @Override
    public void endBoot() {
        out.flush();
    }
}
