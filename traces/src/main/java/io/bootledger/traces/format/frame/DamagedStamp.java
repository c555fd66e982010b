package io.bootledger.traces.format.frame;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.message.MessageTable;
import org.jspecify.annotations.Nullable;

/** {@code [    1.2#4567] initcall foo+0x0/0x10 returned 0 after 5 usecs}: a message of ours behind what was printk's prefix. */
public final class DamagedStamp {
    /** printk's prefix with a priority, and with room for a number that no kernel prints. */
    private static final int LONGEST = 64;

    /** The message, as one that is not understood; null where the line is something else. */
    public static @Nullable BootEvent before(LogRecord line, MessageTable messages) {
        int most = Math.min(line.to, line.from + LONGEST);
        int bracket = Ascii.indexOf(line.bytes, line.from, most, ']');
        if (bracket <= line.from || !Ascii.digit(line.bytes[bracket - 1])) {
            return null;
        }
        BootEvent event = messages.read(line.bytes, message(line, bracket + 1), line.to);
        return isOurs(event)
                ? new MessageNotUnderstood(LogText.copyOf(line.bytes, line.from, line.to), "its time stamp is damaged")
                : null;
    }

    private static int message(LogRecord line, int behindStamp) {
        boolean caller = behindStamp < line.to && line.bytes[behindStamp] == '[';
        int behindCaller = caller ? PrintkPrefix.behindCaller(line.bytes, behindStamp, line.to) : -1;
        return behindCaller < 0 ? Ascii.skipBlanks(line.bytes, behindStamp, line.to) : behindCaller;
    }

    /** A message may be damaged as well as its stamp. */
    private static boolean isOurs(@Nullable BootEvent event) {
        return event instanceof InitcallStarted
                || event instanceof InitcallFinished
                || event instanceof MessageNotUnderstood unread && !MessageTable.isBeginning(unread);
    }

    private DamagedStamp() {}
}
