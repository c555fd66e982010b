package io.bootledger.traces.format.write;

import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.bytes.LineBuffer;
import io.bootledger.traces.format.frame.RecordText;
import java.nio.charset.StandardCharsets;

/** {@code 6,12,345678,-,caller=T1;text} ({@code kernel/printk/printk.c}, {@code info_print_ext_header}). */
final class KmsgWriter implements LogWriter {
    private static final String HEX = "0123456789abcdef";
    private static final Priority INFO = new Priority(6);

    private final LineBuffer out;
    private final RecordText text;
    private final boolean callers;

    KmsgWriter(LineBuffer out, WritingOptions options) {
        this.out = out;
        this.text = new RecordText(options.version());
        this.callers = options.callers();
    }

    @Override
    public void accept(RecordedEvent event) {
        String message = text.of(event);
        if (message == null) {
            return;
        }
        Priority priority = event.priority() == null ? INFO : event.priority();
        out.put(priority.code(), 1, '0').put(',').put(event.sequence(), 1, '0').put(',');
        out.put(event.time() == null ? 0 : event.time().micros(), 1, '0').put(",-");
        if (callers && event.caller() != null) {
            out.put(",caller=").put(event.caller().toString());
        }
        escaped(out.put(';'), message);
        out.put('\n').endLine();
    }

    /** Everything but printable ASCII is escaped, and so is the backslash ({@code msg_add_ext_text}). */
    private static void escaped(LineBuffer out, String message) {
        for (byte next : message.getBytes(StandardCharsets.UTF_8)) {
            if (next >= ' ' && next < 0x7f && next != '\\') {
                out.put((char) next);
            } else {
                out.put("\\x").put(HEX.charAt(next >> 4 & 0xf)).put(HEX.charAt(next & 0xf));
            }
        }
    }

    @Override
    public void endBoot() {
        out.flush();
    }
}
