package io.bootledger.traces.format;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.format.ahead.PreparedLines;
import io.bootledger.traces.format.ahead.ReadAhead;
import io.bootledger.traces.format.frame.LearntFrames;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a log, in any form, into the events of its boots. */
public final class LogReader {
    /**
     * Reads a whole log and closes it. Each boot's events go to the sink in order, numbered from 0, and end with a
     * {@code BootRecorded}; a log without any kernel line yields no event.
     *
     * @return what the log turned out to hold, for the caller to say when it is no boot
     */
    public static LogContents read(LogSource source, ReadingOptions options, EventSink sink) throws IOException {
        return read(source, options, sink, true);
    }

    /** The same without what is there for speed only: line by line. */
    static LogContents readLineByLine(LogSource source, ReadingOptions options, EventSink sink) throws IOException {
        return read(source, options, sink, false);
    }

    private static LogContents read(LogSource source, ReadingOptions options, EventSink sink, boolean prepares)
            throws IOException {
        try (source) {
            LogHead head = LogHead.of(source);
            LearntFrames learnt = head.learnt();
            boolean ahead = prepares && learnt.areNone();
            if (!learnt.newestFirst()) {
                BootStream boots = new BootStream(options, sink, null, new HostClock(source.hostStamps()));
                return read(new ReadAhead(head.stream(), ahead), learnt, boots, source::lostEnd);
            }
            try (TurnedRound turned = TurnedRound.of(head.stream())) {
                ReadAhead input = new ReadAhead(turned, ahead);
                BootStream boots =
                        new BootStream(options, turned.numbering(sink), source.lostEnd(), new HostClock(null));
                return read(input, learnt, boots, () -> null);
            }
        }
    }

    /** @param lostEnd what is lost behind the last byte, asked when that was read */
    private static LogContents read(
            ReadAhead log, LearntFrames learnt, BootStream boots, Supplier<@Nullable String> lostEnd)
            throws IOException {
        try (ReadAhead input = log) {
            LineReader reader = new LineReader(boots, learnt);
            PreparedLines lines;
            while ((lines = input.next()) != null) {
                reader.read(lines);
                input.giveBack(lines);
            }
            reader.end(input.skipped(), input.endsInMidLine(), lostEnd.get());
            return new LogContents(
                    boots.boots(), reader.lines(), input.bytesRead(), boots.heardRunningKernel(), input.kind());
        }
    }

    private LogReader() {}
}
