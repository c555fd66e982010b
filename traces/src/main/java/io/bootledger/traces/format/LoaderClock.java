package io.bootledger.traces.format;

import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.machine.LoaderClockRead;
import io.bootledger.traces.event.machine.StageReported;
import io.bootledger.traces.format.frame.LogRecord;
import io.bootledger.traces.stage.LoaderStamps;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The stamps of the loaders before one boot, as stretches of lines: a new one begins with each stage, and where the clock goes back. */
final class LoaderClock {
    /** As of stages, the last ones are kept. */
    private static final int MOST = 64;

    private record Stretch(LoaderClockRead read, Origin origin) {}

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
    }
}
