package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallFinished;
import io.bootledger.traces.event.InitcallStarted;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.message.MessageTable;
import org.jspecify.annotations.Nullable;

/** {@code [    1.2#4567] initcall foo+0x0/0x10 returned 0 after 5 usecs}: a message of ours behind what was printk's prefix. */
final class DamagedStamp {
    /** printk's prefix with a priority and a caller. */
    private static final int LONGEST = 32;

    /** The message, as one that is not understood; null where the line is something else. */
    static @Nullable BootEvent before(LogRecord line, MessageTable messages) {
        int most = Math.min(line.to, line.from + LONGEST);
        int bracket = Ascii.indexOf(line.bytes, line.from, most, ']');
        if (bracket <= line.from || !Ascii.digit(line.bytes[bracket - 1])) {
            return null;
        }
        int message = Ascii.skipBlanks(line.bytes, bracket + 1, line.to);
        BootEvent event = messages.read(line.bytes, message, line.to);
        return event instanceof InitcallStarted || event instanceof InitcallFinished
                ? new MessageNotUnderstood(LogText.copyOf(line.bytes, line.from, line.to), "its time stamp is damaged")
                : null;
    }

    private DamagedStamp() {}
}
