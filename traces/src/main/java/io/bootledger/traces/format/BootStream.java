package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.ProbeFinished;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.StageReported;
import io.bootledger.traces.format.ahead.Fingerprint;
import io.bootledger.traces.format.ahead.PreparedLines;
import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.format.frame.LogRecord;
import org.jspecify.annotations.Nullable;

/** Puts the records of a log on the record of the boot they belong to, each once, and tells where a boot begins. */
final class BootStream {
    private static final int A_WORD = 4;

    private final EventSink sink;
    private final ReadingOptions options;
    private final SeenRecords seen = new SeenRecords();
    private final LoaderStages loaders;
    private final HostClock host;
    private BootRecorder boot;
    private @Nullable Doubt doubt;
    private Boundary.Between between = Boundary.Between.NOTHING;
    private int boots;
    private boolean heardRunningKernel;
    private Tally.Kind line = Tally.Kind.IRRELEVANT;
    /** The same, should the records in doubt be a replay. */
    private Tally.Kind lineReplayed = Tally.Kind.IRRELEVANT;

    /** @param lostBegin what of the log is lost before its first line; null where nothing is known to be */
    BootStream(ReadingOptions options, EventSink sink, @Nullable String lostBegin, HostClock host) {
        this.host = host;
        this.loaders = new LoaderStages(this::origin, host);
        this.options = options;
        this.sink = sink;
        this.boot = new BootRecorder(sink, seen, lostBegin, host);
    }

    /**
     * Counts a run of ordinary lines that nobody asked for, where they cannot begin a boot either; false where they need a
     * closer look.
     * A gigabyte of what a machine says once it runs is read by this alone.
     */
    boolean passesOver(PreparedLines lines, int row, long number) {
        long nanos = lines.nanos(row);
        boolean forward = nanos >= boot.lastNanos && nanos > 0;
        if (!forward
                || lines.ordinaryLines(row) == 0
                || !boot.initReached
                || options.allMessages()
                || doubt != null
                || loaders.lines() != null
                || between == Boundary.Between.REBOOT) {
            return false;
        }
        between = Boundary.Between.NOTHING;
        boot.passes(lines.lastNanos(row));
        boot.tally.countIrrelevant(lines.frames(row), number, number + lines.ordinaryLines(row) - 1);
        return true;
    }

    /**
     * Takes a record in printk's frame, as {@link #record} does and its line's end after it, in a fraction of the time; false, and
     * nothing done, where the record may begin or end a boot or belong to none.
     *
     * @param text fingerprint of the text
     * @param event null for an ordinary message
     */
    boolean goesOn(LogRecord record, long text, @Nullable BootEvent event) {
        if (doubt != null
                || loaders.lines() != null
                || between == Boundary.Between.REBOOT
                || record.foreign
                || !boot.goesOn(record.nanos)
                || !isUsual(record, event)
                || loaders.times(boot)
                || event == null && loaders.saidIn(record, boot) != null) {
            return false;
        }
        between = Boundary.Between.NOTHING;
        long stamp = host.read(record);
        long fingerprint = Fingerprint.ofRecord(record.nanos, text);
        boot.tally.countFrames(record.frames);
        if (fingerprint == boot.lastFingerprint) {
            boot.tally.countIrrelevant(record.lineNumber);
            return true;
        }
        boot.noteNext(record.nanos, fingerprint);
        boot.compareClocks(record, stamp);
        if (event != null) {
            boot.tally.countRecognised(record.lineNumber);
            boot.emit(record.nanos, record.caller(), record.priority(), event, origin(record));
        } else {
            boot.tally.countIrrelevant(record.lineNumber);
            emit(record, null);
        }
        return true;
    }

    private static boolean isUsual(LogRecord record, @Nullable BootEvent event) {
        return event == null
                ? !Boundary.announces(record) && !BootRecorder.isLast(record)
                : event instanceof InitcallStarted started && started.pid() != null
                        || event instanceof InitcallFinished
                        || event instanceof ProbeFinished;
    }

    /** Takes a kernel record; {@code event} is null for an ordinary message. */
    void record(LogRecord record, @Nullable BootEvent event) {
        if (event instanceof StageReported stage) {
            take(record, doubt == null && boot.wants(stage) ? loaders.stamped(stage, record) : null);
        } else {
            StageReported loader = event == null && doubt == null ? loaders.saidIn(record, boot) : null;
            if (loader == null && isKernels(record, event)) {
                kernelSpeaks(record);
            } else if (doubt == null || loaders.lines() != null) {
                loaders.time(record, loader, boot);
            }
            take(record, loader != null && boot.wants(loader) ? loaders.stamped(loader, record) : event);
        }
    }

    /** Whether a record behind a loader's words is a kernel's: it says so, or has its first stamp where the clock was ahead. */
    private boolean isKernels(LogRecord record, @Nullable BootEvent event) {
        return event != null && UnprovenBoot.isProof(event)
                || Boundary.announces(record)
                || record.nanos == 0 && loaders.times(boot) && boot.highestNanos > 0;
    }

    /** What a loader has stamped before is no record of this kernel's. */
    private void kernelSpeaks(LogRecord record) {
        boolean loadersClock = doubt == null && loaders.times(boot) && boot.opened;
        if (loadersClock && record.clock == LogRecord.Clock.KERNEL && record.nanos < boot.lastNanos) {
            nextBoot(true);
        }
        loaders.kernelSpeaks();
    }

    private void take(LogRecord record, @Nullable BootEvent event) {
        long fingerprint = Fingerprint.ofRecord(record);
        host.read(record);
        countFrames(record.frames);
        if (doubt == null && repeats(record, event, fingerprint)) {
            return;
        }
        if (doubt == null) {
            decideBoundary(record, event);
        }
        if (doubt != null) {
            hold(doubt, record, event instanceof StageReported ? null : event, fingerprint);
        } else {
            put(record, event, fingerprint);
        }
    }

    /** Takes text that no frame claims: the kernel's in a log without stamps, else of no account unless a boot begins or ends so. */
    void text(LogRecord record, @Nullable BootEvent event) {
        if (between == Boundary.Between.NOTHING && !record.isGlued() && saysMoreThanNoise(record)) {
            between = Boundary.Between.TEXT;
        }
        if (!boot.opened || loaders.lines() != null) {
            host.readBeforeKernel(record);
        }
        boolean kernels = doubt != null ? doubt.text() : !boot.stamped;
        boolean recorded = kernels && boot.opened;
        StageReported stage = doubt == null || loaders.lines() != null ? loaders.hear(record, recorded, boot) : null;
        BootEvent said = event == null || event instanceof StageReported ? stage : event;
        if (kernels && (boot.opened || said != null && !(said instanceof MessageNotUnderstood))
                || said instanceof KernelStarted
                || said instanceof KernelPanicked) {
            take(record, said);
        }
    }

    /** A line that changes its speed writes a few wrong characters. */
    private static boolean saysMoreThanNoise(LogRecord record) {
        int letters = 0;
        for (int at = record.from; at < record.to && letters < A_WORD; at++) {
            boolean letter = record.bytes[at] >= 0 && Ascii.letter(record.bytes[at]);
            letters = letter ? letters + 1 : 0;
        }
        return letters == A_WORD;
    }

    /** Whether two consoles wrote the record, one after the other. */
    private boolean repeats(LogRecord record, @Nullable BootEvent event, long fingerprint) {
        return fingerprint == boot.lastFingerprint
                && between != Boundary.Between.REBOOT
                && record.clock != LogRecord.Clock.DELTA
                && record.sequence < 0
                && (boot.stamped || !(event instanceof ProbeFinished));
    }

    /** The log says that the next record is of another boot. */
    void rebootSaid() {
        between = boot.opened ? Boundary.Between.REBOOT : between;
    }

    /** So many bytes at the end of a line were not read. */
    void lineCut(long number, long bytes) {
        if (boot.opened) {
            boot.lineCut(number, bytes);
        }
    }

    /** The line goes on a message of the line before, which is of account. */
    void lineJoins() {
        line = line.or(Tally.Kind.RECOGNISED);
        lineReplayed = lineReplayed.or(Tally.Kind.RECOGNISED);
    }

    /** A line ends. */
    void lineEnds(long number) {
        if (doubt == null) {
            loaders.tally(boot).count(line, number);
        } else {
            doubt.asBoot.count(line, number);
            doubt.asReplay.count(lineReplayed, number);
        }
        line = Tally.Kind.IRRELEVANT;
        lineReplayed = Tally.Kind.IRRELEVANT;
    }

    /** Takes empty lines, if any, that follow an empty line. */
    void emptyLines(long first, long last) {
        if (last < first) {
            return;
        }
        if (doubt == null) {
            loaders.tally(boot).countIrrelevant(first, last);
        } else {
            doubt.asBoot.countIrrelevant(first, last);
            doubt.asReplay.countIrrelevant(first, last);
        }
    }

    /**
     * Ends the last boot.
     *
     * @param lastLine of the log
     * @param cut how it is known that the log went on behind it; null where nothing says so
     */
    void end(long lastLine, @Nullable String cut) {
        if (doubt != null) {
            settle(doubt, doubt.atEnd());
        }
        loaders.countLinesBefore(boot);
        loaders.forget(boot);
        if (cut != null && boot.opened) {
            boot.cutShort(lastLine, cut);
        }
        endBoot(false);
    }

    /** Whether kernels spoke that were not booting. */
    boolean heardRunningKernel() {
        return heardRunningKernel;
    }

    /** Whether the boot's records have stamps. */
    boolean isStamped() {
        return boot.stamped;
    }

    int boots() {
        return boots;
    }

    private void countFrames(long frames) {
        if (doubt == null) {
            boot.tally.countFrames(frames);
        } else {
            doubt.asBoot.countFrames(frames);
            doubt.asReplay.countFrames(frames);
        }
    }

    private void put(LogRecord record, @Nullable BootEvent event, long fingerprint) {
        note(record, fingerprint);
        boot.compareClocks(record, host.read(record));
        emit(record, event);
    }

    private void note(LogRecord record, long fingerprint) {
        boolean begins = !boot.opened;
        boot.note(record, fingerprint);
        if (begins) {
            boot.clocks.begins(host.lastBeforeKernel());
            loaders.tell(boot);
        }
    }

    private void emit(LogRecord record, @Nullable BootEvent event) {
        long time = boot.time(record.clock, record.nanos);
        BootEvent wanted = event == null ? ordinary(record) : event;
        if (wanted != null) {
            line = line.or(kind(event));
            boot.emit(time, record.caller(), record.priority(), wanted, origin(record));
        }
    }

    private static Tally.Kind kind(@Nullable BootEvent event) {
        if (event == null || event instanceof MessageLogged || event instanceof StageReported) {
            return Tally.Kind.IRRELEVANT;
        }
        return event instanceof MessageNotUnderstood ? Tally.Kind.MALFORMED : Tally.Kind.RECOGNISED;
    }

    private @Nullable BootEvent ordinary(LogRecord record) {
        return options.allMessages() || !boot.initReached
                ? new MessageLogged(LogText.copyOf(record.bytes, record.from, record.to))
                : null;
    }

    private void emit(PendingRecord sighting) {
        BootEvent event = sighting.event();
        if (event != null) {
            long time = boot.time(sighting.clock(), sighting.nanos());
            boot.emit(time, sighting.caller(), sighting.priority(), event, sighting.origin());
        }
    }

    private PendingRecord sighting(LogRecord record, @Nullable BootEvent event, long fingerprint) {
        return new PendingRecord(
                record.clock,
                record.nanos,
                record.caller(),
                record.priority(),
                event,
                origin(record),
                fingerprint,
                record.clock == LogRecord.Clock.KERNEL);
    }

    private Origin origin(LogRecord record) {
        LogText text = options.lineText() ? LogText.copyOf(record.bytes, record.lineFrom, record.lineTo) : null;
        return new Origin(record.lineNumber, text);
    }

    /** On the line where one boot began no other begins: of two banners in a line one is damage. */
    private void decideBoundary(LogRecord record, @Nullable BootEvent event) {
        if (!boot.opened || boot.tally.firstLine() == 0) {
            return;
        }
        switch (Boundary.before(record, event, boot, between)) {
            case CERTAIN -> nextBoot(event instanceof KernelStarted);
            case PERHAPS -> doubt = new Doubt(boot, record.framed, between);
            case NONE -> loaders.forget(boot);
        }
        between = Boundary.Between.NOTHING;
        boot.announced |= Boundary.announces(record);
    }

    private void hold(Doubt open, LogRecord record, @Nullable BootEvent event, long fingerprint) {
        BootEvent wanted = event == null ? ordinaryInDoubt(record) : event;
        Doubt.Verdict verdict = open.add(record, sighting(record, wanted, fingerprint), event);
        line = line.or(kind(event));
        lineReplayed = boot.hasSeen(fingerprint) ? lineReplayed : lineReplayed.or(kind(event));
        if (verdict != Doubt.Verdict.OPEN) {
            settle(open, verdict);
        }
    }

    private BootEvent ordinaryInDoubt(LogRecord record) {
        return new MessageLogged(LogText.copyOf(record.bytes, record.from, record.to));
    }

    private void settle(Doubt settled, Doubt.Verdict verdict) {
        doubt = null;
        if (verdict == Doubt.Verdict.NEW_BOOT) {
            nextBoot(settled.beginsWithItsHead());
            loaders.countLinesBefore(boot);
        } else {
            loaders.forget(boot);
        }
        boot.tally.add(verdict == Doubt.Verdict.REPLAY ? settled.asReplay : settled.asBoot);
        line = verdict == Doubt.Verdict.REPLAY ? lineReplayed : line;
        for (Doubt.Held held : settled.held()) {
            boolean replayed = verdict == Doubt.Verdict.REPLAY && held.replayed();
            if (!replayed && (held.record().framed || verdict == Doubt.Verdict.NEW_BOOT)) {
                note(held.record(), held.sighting().fingerprint());
                emit(held.sighting());
            }
        }
    }

    /** @param whole whether the log shows it from its first words on */
    private void nextBoot(boolean whole) {
        BootRecorder before = boot;
        loaders.countLinesBefore(boot);
        boolean was = endBoot(whole);
        boot = new BootRecorder(sink, seen, was ? null : before.lostBegin, host);
        if (!was) {
            boot.tally.addIrrelevant(before.tally);
            loaders.follow(before.stages());
        }
        loaders.next(was);
    }

    private boolean endBoot(boolean otherFollows) {
        heardRunningKernel |= boot.opened && !boot.isBoot(false);
        if (!boot.isBoot(otherFollows)) {
            return false;
        }
        boots++;
        boot.end();
        return true;
    }
}
