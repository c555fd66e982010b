package io.bootledger.traces.format;

import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.StageReported;
import io.bootledger.traces.format.frame.LogRecord;
import io.bootledger.traces.stage.StageTable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells who speaks, other than a kernel. What loaders said since the last record of one is the first of the boot that begins next, should
 * one begin, and their lines are its lines.
 */
final class LoaderStages {
    /** A machine may start again and again before its kernel runs: the last ones are kept. */
    private static final int MOST = 64;

    private record Spoken(StageReported stage, Origin origin) {}

    private final Function<LogRecord, Origin> origins;
    private final Deque<Spoken> spoken = new ArrayDeque<>();
    /** The lines since the first of them, where they stand behind those of a boot; null where the boot that comes is the first. */
    private @Nullable Tally lines;
    /** The same of a boot that has begun, until its first record's line is counted. */
    private @Nullable Tally linesBefore;

    private final HostClock host;
    private LoaderClock clock = new LoaderClock();

    /** @param origins where a record stands */
    LoaderStages(Function<LogRecord, Origin> origins, HostClock host) {
        this.host = host;
        this.origins = origins;
    }

    /** A stage with the host's stamp of its line. */
    StageReported stamped(StageReported stage, LogRecord record) {
        long nanos = host.read(record);
        return nanos == HostClock.UNKNOWN ? stage : stage.stampedByHost(nanos / 1_000);
    }

    static boolean isBeforeKernel(StageReported stage) {
        return stage.kind() != StageReported.Kind.USERSPACE && stage.kind() != StageReported.Kind.LOGIN;
    }

    /** A loader may have stamps of its own, so that its lines look like a kernel's until a kernel boots. */
    @Nullable
    StageReported saidIn(LogRecord record, BootRecorder boot) {
        return boot.isProven() ? null : StageTable.beforeKernel(record.bytes, record.from, record.to);
    }

    /**
     * Takes text that no frame claims.
     *
     * @param recorded whether it goes on the record of the boot
     * @return who speaks, where that is to be told by its record
     */
    @Nullable
    StageReported hear(LogRecord text, boolean recorded, BootRecorder boot) {
        StageReported loader = StageTable.beforeKernel(text.bytes, text.from, text.to);
        boolean before = boot.isProven() || !boot.opened;
        if (loader != null && before && !recorded) {
            hear(stamped(loader, text), origins.apply(text), boot.opened);
        }
        time(text, loader, boot);
        LoaderClock reported = boot.opened && lines == null ? boot.loaderClock : clock;
        if (reported.mayReport(text)) {
            reported.report(text, origins.apply(text));
        }
        if (loader != null && before) {
            return null;
        }
        StageReported stage = loader != null || !boot.listens(recorded) || lines != null
                ? loader
                : StageTable.behindKernel(text.bytes, text.from, text.to);
        if (stage == null || !boot.wants(stage)) {
            return null;
        }
        if (recorded) {
            return stamped(stage, text);
        }
        Long lastUs = loader == null ? boot.lastUs() : null;
        StageReported said = boot.clocks.holds() ? stamped(stage, text) : stage;
        StageReported told = new StageReported(said.stage(), said.kind(), said.text(), lastUs, said.hostUs());
        boot.emit(BootClock.UNKNOWN, null, null, told, origins.apply(text));
        return null;
    }

    private void hear(StageReported stage, Origin origin, boolean behindBoot) {
        if (behindBoot && lines == null) {
            lines = new Tally();
            clock = new LoaderClock();
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

    /** Where lines are counted while nothing is in doubt: behind a boot the words of a loader are the next one's, should there be one. */
    Tally tally(BootRecorder boot) {
        countLinesBefore(boot);
        return lines == null ? boot.tally : lines;
    }

    /** Counts the lines before the boot's first record as its own. */
    void countLinesBefore(BootRecorder boot) {
        if (linesBefore != null) {
            boot.tally.add(linesBefore);
            linesBefore = null;
        }
    }

    /** Whether loaders' own stamps are read. */
    boolean times(BootRecorder boot) {
        return clock.runs() && !boot.isProven();
    }

    /**
     * Takes the stamp of a line before a kernel's first.
     *
     * @param said what it tells of its stage; null for nothing
     */
    void time(LogRecord line, @Nullable StageReported said, BootRecorder boot) {
        if ((said != null || clock.runs()) && (!boot.isProven() || lines != null)) {
            clock.take(line, said, origins.apply(line));
        }
    }

    /** A kernel speaks, whose stamps are no loader's. */
    void kernelSpeaks() {
        clock.stop();
    }

    /**
     * Another boot begins: the lines are its own.
     *
     * @param was whether there was one before, and not only loaders
     */
    void next(boolean was) {
        if (was && lines == null) {
            clock = new LoaderClock();
        }
        linesBefore = lines;
        lines = null;
    }

    /** The boot before goes on, so they were no loader's words. */
    void forget(BootRecorder boot) {
        if (lines != null) {
            boot.tally.addIrrelevant(lines);
            spoken.clear();
            clock = new LoaderClock();
            lines = null;
        }
    }

    /** Tells a boot that has just begun. */
    void tell(BootRecorder boot) {
        boot.loaderClock = clock;
        for (Spoken next = spoken.poll(); next != null; next = spoken.poll()) {
            boot.emit(BootClock.UNKNOWN, null, null, next.stage(), next.origin());
        }
    }
}
