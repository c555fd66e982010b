package io.bootledger.traces.format;

import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.machine.LoaderClockRead;
import io.bootledger.traces.event.machine.LoaderMarked;
import io.bootledger.traces.event.machine.LoaderMarked.Report;
import io.bootledger.traces.event.machine.LoaderReport;
import io.bootledger.traces.event.machine.StageReported;
import io.bootledger.traces.format.frame.LogRecord;
import io.bootledger.traces.stage.LoaderStamps;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stamps of the loaders before one boot, as stretches of lines: a new one begins with each stage, and where the clock goes back;
 * and what their own reports tell.
 */
final class LoaderClock {
    /** As of stages, the last ones are kept. */
    private static final int MOST = 64;

    private static final int SHORTEST_HEAD = 16;
    private static final int LONGEST_HEAD = 60;

    private record Stretch(LoaderClockRead read, Origin origin) {}

    /** Of the last report of each loader. */
    private static final int MOST_MARKS = 512;

    private record Row(LoaderMarked marked, Origin origin) {}

    private final LoaderReport report = new LoaderReport();
    private final List<Row> rows = new ArrayList<>();
    private final Deque<Stretch> stretches = new ArrayDeque<>();
    /** Who speaks; null where no loader does. */
    private @Nullable String stage;
    /** Whether the next stamp goes on the last stretch. */
    private boolean goesOn;

    /** Whether a loader speaks, so that stamps may be its own. */
    boolean runs() {
        return stage != null;
    }

    /** A kernel speaks. */
    void stop() {
        stage = null;
        goesOn = false;
    }

    /**
     * Takes a line.
     *
     * @param said what it tells of its stage; null for nothing
     */
    void take(LogRecord line, @Nullable StageReported said, Origin origin) {
        begin(said);
        String speaker = stage;
        if (speaker == null) {
            return;
        }
        long us = us(speaker, line);
        if (us != LoaderStamps.NONE) {
            add(us, origin);
        }
        goesOn &= said == null || said.kind() != StageReported.Kind.END;
    }

    /** Takes a line that no frame claims, which may be of a loader's report, be it printed again behind the kernel. */
    void report(LogRecord line, Origin origin) {
        String text = new String(line.bytes, line.from, line.to - line.from, StandardCharsets.ISO_8859_1);
        Report begun = LoaderReport.begun(text);
        if (begun != null) {
            rows.removeIf(row -> row.marked().report() == begun);
        }
        LoaderMarked marked = report.take(text);
        if (marked != null && rows.size() < MOST_MARKS) {
            rows.add(new Row(marked, origin));
        }
    }

    /** Whether a line may be of a report: most of user space are none. */
    boolean mayReport(LogRecord line) {
        int length = line.to - line.from;
        return report.isOpen() || length >= SHORTEST_HEAD && length <= LONGEST_HEAD && line.bytes[line.to - 1] == ':';
    }

    private void begin(@Nullable StageReported said) {
        if (said == null) {
            return;
        }
        if (said.kind() == StageReported.Kind.KERNEL) {
            stop();
        } else if (said.kind() == StageReported.Kind.LOADER && !said.stage().equals(stage)) {
            stage = said.stage();
            goesOn = false;
        }
    }

    private static long us(String speaker, LogRecord line) {
        if (line.clock == LogRecord.Clock.KERNEL) {
            return LoaderStamps.read(speaker, line.nanos);
        }
        return line.framed ? LoaderStamps.NONE : LoaderStamps.us(speaker, line.bytes, line.from, line.to);
    }

    private void add(long us, Origin origin) {
        Stretch last = goesOn ? stretches.peekLast() : null;
        if (last != null && us >= last.read().lastUs()) {
            stretches.removeLast();
            stretches.add(new Stretch(new LoaderClockRead(last.read().firstUs(), us, origin.line()), last.origin()));
        } else {
            if (stretches.size() == MOST) {
                stretches.removeFirst();
            }
            stretches.add(new Stretch(new LoaderClockRead(us, us, origin.line()), origin));
        }
        goesOn = true;
    }

    /** Tells the boot. */
    void tell(BootRecorder boot) {
        for (Stretch stretch : stretches) {
            boot.emit(BootClock.UNKNOWN, null, null, stretch.read(), stretch.origin());
        }
        for (Row row : rows) {
            boot.emit(BootClock.UNKNOWN, null, null, row.marked(), row.origin());
        }
    }
}
