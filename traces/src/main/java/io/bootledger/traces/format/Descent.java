package io.bootledger.traces.format;

import io.bootledger.traces.format.frame.Framing;
import io.bootledger.traces.format.frame.LogRecord;

/** Whether a log's newest line comes first, as {@code journalctl -r} and the consoles of log stores write it. */
final class Descent {
    private static final int ENOUGH = 64;
    private static final int FEWEST = 3;
    /** CPUs whose clocks differ, and the head of an older boot behind a newer one, make the exceptions. */
    private static final int FOR_EACH_EXCEPTION = 4;

    static boolean of(FirstLines lines, Framing framing) {
        int up = 0;
        int down = 0;
        long before = -1;
        LogRecord.Clock clockBefore = LogRecord.Clock.NONE;
        for (int line = 0; line < lines.size() && up + down < ENOUGH; line++) {
            LogRecord record = lines.peeled(line, framing);
            long stamp = record.clock == LogRecord.Clock.NONE ? record.nanosOfDay : record.nanos;
            if (!record.framed || stamp < 0) {
                continue;
            }
            if (before >= 0 && record.clock == clockBefore) {
                up += stamp > before ? 1 : 0;
                down += stamp < before ? 1 : 0;
            }
            before = stamp;
            clockBefore = record.clock;
        }
        return down >= FEWEST && down > up * FOR_EACH_EXCEPTION;
    }

    private Descent() {}
}
