package io.bootledger.traces.format.write;

import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.bytes.LineBuffer;
import io.bootledger.traces.format.frame.RecordText;

/** The bytes on a serial line: dmesg's lines, ended by CR LF, as far as the loglevel lets them through. */
final class ConsoleWriter implements LogWriter {
    private final LineBuffer out;
    private final RecordText text;
    private final boolean callers;
    private final int loglevel;

    ConsoleWriter(LineBuffer out, WritingOptions options) {
        this.out = out;
        this.text = new RecordText(options.version());
        this.callers = options.callers();
        this.loglevel = options.consoleLoglevel();
    }

    @Override
    public void accept(RecordedEvent event) {
        if (event.priority() != null && event.priority().severity() >= loglevel) {
            return;
        }
        Caller caller = callers ? event.caller() : null;
        text.lines(event, line -> {
            out.prefix(event.time(), caller).put(line).put("\r\n");
            out.endLine();
        });
    }

    @Override
    public void endBoot() {
        out.flush();
    }
}
