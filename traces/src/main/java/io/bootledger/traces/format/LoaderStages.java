package io.bootledger.traces.format;

import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.StageReported;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What loaders said since the last record of a kernel: the first of the boot that begins next, should one begin. */
final class LoaderStages {
    /** A machine may start again and again before its kernel runs: the last ones are kept. */
    private static final int MOST = 64;

    private record Spoken(StageReported stage, Origin origin) {}

    private final Deque<Spoken> spoken = new ArrayDeque<>();
    /** The lines since the first of them, where they stand behind those of a boot; null where the boot that comes is the first. */
    private @Nullable Tally lines;

    static boolean isBeforeKernel(StageReported stage) {
        return stage.kind() != StageReported.Kind.USERSPACE && stage.kind() != StageReported.Kind.LOGIN;
    }

    void hear(StageReported stage, Origin origin, boolean behindBoot) {
        if (behindBoot && lines == null) {
            lines = new Tally();
        }
        Spoken last = spoken.peekLast();
        if (last != null && BootRecorder.isSame(last.stage(), stage)) {
            return;
        }
        add(new Spoken(stage, origin));
    }

    private void add(Spoken next) {
        if (spoken.size() == MOST) {
            spoken.removeFirst();
        }
        spoken.add(next);
    }

    /** Puts before them what a boot said that proved to be none. */
    void follow(List<RecordedEvent> before) {
        List<Spoken> behind = List.copyOf(spoken);
        spoken.clear();
        for (RecordedEvent event : before) {
            add(new Spoken((StageReported) event.event(), event.origin()));
        }
        behind.forEach(this::add);
    }

    /** The lines that count for whichever boot they prove to be of; null where there are none. */
    @Nullable
    Tally lines() {
        return lines;
    }

    /** Hands the lines over; null where there are none. */
    @Nullable
    Tally takeLines() {
        Tally taken = lines;
        lines = null;
        return taken;
    }

    /** The boot before goes on, so they were no loader's words. */
    void forget() {
        spoken.clear();
        lines = null;
    }

    /** Tells a boot that has just begun. */
    void tell(BootRecorder boot) {
        for (Spoken next = spoken.poll(); next != null; next = spoken.poll()) {
            boot.emit(BootClock.UNKNOWN, null, null, next.stage(), next.origin());
        }
    }
}
