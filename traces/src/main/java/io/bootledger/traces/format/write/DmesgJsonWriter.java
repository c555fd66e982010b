package io.bootledger.traces.format.write;

import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.bytes.LineBuffer;
import io.bootledger.traces.format.frame.RecordText;
import tools.jackson.core.io.JsonStringEncoder;

/** {@code dmesg --json} of util-linux 2.38: one document for each boot; {@code time} is a number with blanks in front. */
final class DmesgJsonWriter implements LogWriter {
    private final LineBuffer out;
    private final RecordText text;
    private final StringBuilder quoted = new StringBuilder();
    private boolean open;

    DmesgJsonWriter(LineBuffer out, WritingOptions options) {
        this.out = out;
        this.text = new RecordText(options.version());
    }

    @Override
    public void accept(RecordedEvent event) {
        String message = text.of(event);
        if (message == null) {
            return;
        }
        out.put(open ? ",{\n" : "{\n   \"dmesg\": [\n      {\n");
        open = true;
        out.put("         \"pri\": ")
                .put(event.priority() == null ? 6 : event.priority().code(), 1, '0');
        out.put(",\n         \"time\": ").seconds(event.time());
        quoted.setLength(0);
        JsonStringEncoder.getInstance().quoteAsString(message, quoted);
        out.put(",\n         \"msg\": \"").put(quoted.toString()).put("\"\n      }");
        out.endLine();
    }

    @Override
    public void endBoot() {
        if (open) {
            out.put("\n   ]\n}\n");
        }
        open = false;
        out.flush();
    }
}
