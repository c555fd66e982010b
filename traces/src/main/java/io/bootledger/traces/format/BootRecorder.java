package io.bootledger.traces.format;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.ConsoleEnabled;
import io.bootledger.traces.event.machine.HostClockRead;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.KernelStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.StageReported;
import io.bootledger.traces.event.machine.UserspaceReported;
import io.bootledger.traces.format.bytes.Ascii;
import io.bootledger.traces.format.bytes.Chunks;
import io.bootledger.traces.format.frame.Framing;
import io.bootledger.traces.format.frame.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One boot while it is read: numbers its events and knows how far it came. */
final class BootRecorder {
    private static final byte[] REBOOT = "reboot: ".getBytes(StandardCharsets.US_ASCII);

    /** An early console is enabled among the first records, or there is none and nothing will be replayed. */
    private static final int HEAD = 512;

    private static final int MOST_STAGES = 256;

    private static final long LEAP = 10_000_000_000L;
    private static final int MOST_LEAPT = 3;

    private final UnprovenBoot events;
    private final SeenRecords seen;
    private final BootClock clock = new BootClock();
    final Tally tally = new Tally();
    final HostOffset clocks;
    LoaderClock loaderClock = new LoaderClock();

    private long sequence;
    /** Of the lines that its events stand in; the next boot may begin, and be counted, in the same. */
    private long farthestLine;

    private int headLeft = HEAD;
    /** Whether anything in the log came from a kernel yet; until then there may be no boot at all. */
    boolean opened;

    @Nullable
    KernelStarted banner;

    boolean announced;
    boolean stamped;
    boolean initReached;
    private boolean userSpaceSpoke;
    private boolean panicked;
    private boolean earlyConsole;
    private boolean traced;
    private boolean called;
    private boolean returnedFirst;
    private long firstNanos = BootClock.UNKNOWN;
    private long firstSequence = -1;
    /** Boot time of the last record that has one. */
    private long lastTime = BootClock.UNKNOWN;

    /** What was said last by somebody other than the kernel, and how often. */
    private @Nullable StageReported lastStage;

    private int stages;

    private long beforeLeap = BootClock.UNKNOWN;
    private int sinceLeap;

    long lastNanos = BootClock.UNKNOWN;
    long highestNanos = BootClock.UNKNOWN;
    long lastSequence = -1;
    long bootId;
    long lastFingerprint;

    /** What of the log is lost before its first line; null where nothing is known to be. */
    final @Nullable String lostBegin;

    BootRecorder(EventSink sink, SeenRecords seen, @Nullable String lostBegin, HostClock host) {
        this.clocks = new HostOffset(host);
        this.lostBegin = lostBegin;
        this.events = new UnprovenBoot(sink);
        this.seen = seen;
        seen.clear();
    }

    /** Whether a console may still replay what an early console showed. */
    boolean mayReplay() {
        return earlyConsole && !initReached && !panicked;
    }

    /** Whether the kernel is done booting, or will never be. */
    boolean over() {
        return initReached || panicked;
    }

    /** Whether it is known that a kernel boots. */
    boolean isProven() {
        return events.isProven();
    }

    /** What loaders said among the records, should these prove to be of no boot. */
    List<RecordedEvent> stages() {
        return events.stages();
    }

    /**
     * Whether who runs behind the kernel may be news: behind a prompt, and behind so many that they cannot be a boot's, nobody is.
     *
     * @param recorded whether the line may be the kernel's own; others speak before init is known to run too, as the kernel's console
     *     may be quiet
     */
    boolean listens(boolean recorded) {
        return (initReached || userSpaceSpoke || !recorded && opened) && stages < MOST_STAGES && !prompted();
    }

    private boolean prompted() {
        return lastStage != null && lastStage.kind() == StageReported.Kind.LOGIN;
    }

    /** Whether a stage is news. */
    boolean wants(StageReported stage) {
        return stages < MOST_STAGES && (lastStage == null || !prompted() && !isSame(lastStage, stage));
    }

    static boolean isSame(StageReported one, StageReported other) {
        return one.kind() == other.kind() && one.stage().equals(other.stage());
    }

    /** Microseconds of the last record that has a time; null where none has. */
    @Nullable
    Long lastUs() {
        return lastTime == BootClock.UNKNOWN ? null : Long.valueOf(lastTime / 1_000);
    }

    boolean hasSeen(long fingerprint) {
        return seen.contains(fingerprint);
    }

    private void advance(long nanos) {
        if (nanos - lastNanos > LEAP) {
            beforeLeap = lastNanos;
            sinceLeap = 0;
        }
        sinceLeap++;
        lastNanos = nanos;
        highestNanos = Math.max(highestNanos, nanos);
    }

    /**
     * Whether the clock goes on where it stood before it leapt ahead for a record or two: a digit of theirs was damaged. They are
     * forgotten then.
     */
    boolean leaptBefore(long nanos) {
        boolean leapt = sinceLeap <= MOST_LEAPT && beforeLeap >= 0 && nanos >= beforeLeap;
        if (leapt) {
            highestNanos = nanos;
            sinceLeap = MOST_LEAPT + 1;
        }
        return leapt;
    }

    /** Notes the last stamp of records of which nothing else matters. */
    void passes(long nanos) {
        advance(nanos);
        lastFingerprint = 0;
        time(LogRecord.Clock.KERNEL, nanos);
    }

    /** Notes the stamp and number of a record, and that it was seen; true when it merely repeats the one before. */
    void note(LogRecord record, long fingerprint) {
        opened = true;
        if (record.clock == LogRecord.Clock.KERNEL) {
            stamped = true;
            advance(record.nanos);
            if (firstNanos == BootClock.UNKNOWN) {
                begin(lastNanos);
            }
        }
        traced |= (record.frames & Framing.FTRACE) != 0;
        bootId = record.bootId == 0 ? bootId : record.bootId;
        if (record.sequence >= 0) {
            noteSequence(record);
        }
        lastFingerprint = fingerprint;
        panicked |= isLast(record);
        remember(fingerprint);
    }

    /** The same of a record in the kernel's frame that goes on where the boot stands. */
    void noteNext(long nanos, long fingerprint) {
        advance(nanos);
        lastFingerprint = fingerprint;
        lastTime = clock.kernel(nanos);
        remember(fingerprint);
    }

    /** Takes the host's stamp of a record, while the kernel boots: behind that a log may go on for days. */
    void compareClocks(LogRecord record, long hostNanos) {
        if (!initReached && !userSpaceSpoke) {
            clocks.compare(record, hostNanos);
        }
    }

    private void remember(long fingerprint) {
        if (!initReached && (earlyConsole || headLeft-- > 0)) {
            seen.add(fingerprint);
        }
    }

    /** Whether the kernel says that it goes down. */
    static boolean isLast(LogRecord record) {
        return Ascii.startsWith(record.bytes, record.from, record.to, REBOOT);
    }

    /** Whether a record of that stamp goes on where the boot stands. */
    boolean goesOn(long nanos) {
        return stamped && nanos >= lastNanos;
    }

    private void begin(long nanos) {
        firstNanos = nanos;
        if (sequence == 0) {
            events.begins(nanos);
        }
    }

    private void noteSequence(LogRecord record) {
        long lost = lastSequence < 0 ? 0 : record.sequence - lastSequence - 1;
        firstSequence = firstSequence < 0 ? record.sequence : firstSequence;
        lastSequence = record.sequence;
        if (lost > 0) {
            emit(time(record.clock, record.nanos), new MessagesLost(lost), new Origin(record.lineNumber, null));
        }
    }

    long time(LogRecord.Clock source, long nanos) {
        long time = clock.nanos(source, nanos);
        lastTime = time == BootClock.UNKNOWN ? lastTime : time;
        return time;
    }

    void emit(long nanos, @Nullable Caller caller, @Nullable Priority priority, BootEvent event, Origin origin) {
        follow(event);
        farthestLine = Math.max(farthestLine, origin.line());
        events.accept(new RecordedEvent(sequence++, BootClock.time(nanos), caller, priority, event, origin));
    }

    private void emit(long nanos, BootEvent event, Origin origin) {
        emit(nanos, null, null, event, origin);
    }

    private void follow(BootEvent event) {
        if (event instanceof InitcallStarted) {
            called = true;
        } else if (event instanceof InitcallFinished) {
            returnedFirst |= !called;
            called = true;
        } else if (event instanceof KernelStarted started) {
            banner = banner == null ? started : banner;
        } else if (event instanceof ConsoleEnabled console) {
            clocks.consoleSpeaks();
            earlyConsole |= console.bootConsole() || console.console().startsWith("early");
        } else if (event instanceof InitProcessStarted
                || event instanceof MemoryFreed freed && freed.kind().isFreedAfterInitcalls()) {
            lastStage = initReached ? lastStage : null;
            initReached = true;
        } else if (event instanceof KernelPanicked) {
            panicked = true;
        } else if (event instanceof StageReported stage) {
            lastStage = stage;
            stages++;
            userSpaceSpoke |= !LoaderStages.isBeforeKernel(stage);
        } else if (event instanceof UserspaceReported) {
            userSpaceSpoke = true;
        }
    }

    /**
     * Whether there is a boot at all: words of a kernel that are of its boot.
     *
     * @param otherFollows whether a whole boot comes after it, of which the log may have shown some lines before
     */
    boolean isBoot(boolean otherFollows) {
        return opened && (events.isProven() || !events.isLate() && !otherFollows);
    }

    /** A line is longer than any that is read. */
    void lineCut(long line, long bytes) {
        String cut = "line %d is longer than %d bytes: the %d bytes behind these were not read";
        emit(BootClock.UNKNOWN, new LogTruncated(cut.formatted(line, Chunks.LONGEST, bytes)), new Origin(line, null));
    }

    /** The log went on behind its last line. */
    void cutShort(long line, String how) {
        emit(BootClock.UNKNOWN, new LogTruncated(how), new Origin(line, null));
    }

    /** Ends the boot's stream. */
    void end() {
        events.release();
        if (farthestLine > 0) {
            tally.reach(farthestLine);
        }
        String lost = headLost();
        if (lost != null) {
            emit(BootClock.UNKNOWN, new LogTruncated(lost), new Origin(tally.firstLine(), null));
        }
        loaderClock.tell(this);
        HostClockRead read = clocks.read();
        if (read != null) {
            emit(BootClock.UNKNOWN, read, new Origin(Math.max(clocks.sinceLine(), tally.firstLine()), null));
        }
        emit(lastTime, tally.recorded(), new Origin(0, null));
    }

    private @Nullable String headLost() {
        if (lostBegin != null) {
            return lostBegin;
        }
        if (banner != null || traced) {
            return null;
        }
        if (firstSequence > 0) {
            return "the log begins with record " + firstSequence + " of the kernel's buffer";
        }
        if (firstNanos > 0) {
            return "the log begins " + firstNanos / 1_000
                    + " us after the kernel's clock started, without its first words";
        }
        return returnedFirst ? "the log begins with the return of an initcall whose call is missing" : null;
    }
}
