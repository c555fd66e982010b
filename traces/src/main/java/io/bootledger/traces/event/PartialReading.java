package io.bootledger.traces.event;

import io.bootledger.traces.event.machine.BesideKernel;
import io.bootledger.traces.event.machine.StageReported;
import org.jspecify.annotations.Nullable;

/** Follows a boot's events, and ends the boot behind any of them: with the account that reading its lines that far would have given. */
public final class PartialReading {
    private enum Kind {
        IRRELEVANT,
        MALFORMED,
        RECOGNISED
    }

    private @Nullable BootTime time;
    private long sequence;
    private long firstLine;
    private long line;
    private Kind kind = Kind.IRRELEVANT;
    private long recognised;
    private long malformed;
    private long unplaced;

    /** Takes the next event, which is not the boot's last. */
    public void see(RecordedEvent event) {
        sequence = event.sequence() + 1;
        time = event.time() == null ? time : event.time();
        long at = event.origin().line();
        if (at == 0 && event.event() instanceof MessageNotUnderstood) {
            unplaced++;
        }
        if (at <= 0 || isAboutOthers(event.event())) {
            return;
        }
        firstLine = firstLine == 0 ? at : Math.min(firstLine, at);
        if (at != line) {
            close();
            line = at;
        }
        Kind said = kind(event.event());
        kind = said.compareTo(kind) > 0 ? said : kind;
    }

    /** Whether it says what is not there, or tells of many lines, and its line is counted for what is. */
    private static boolean isAboutOthers(BootEvent event) {
        return event instanceof MessagesLost
                || event instanceof LogTruncated
                || event instanceof BesideKernel && !(event instanceof StageReported);
    }

    private static Kind kind(BootEvent event) {
        if (event instanceof MessageLogged || event instanceof StageReported) {
            return Kind.IRRELEVANT;
        }
        return event instanceof MessageNotUnderstood ? Kind.MALFORMED : Kind.RECOGNISED;
    }

    private void close() {
        recognised += kind == Kind.RECOGNISED ? 1 : 0;
        malformed += kind == Kind.MALFORMED ? 1 : 0;
        kind = Kind.IRRELEVANT;
    }

    /** Position of the next event in the boot's stream. */
    public long next() {
        return sequence;
    }

    /** The line of the last event that has one; 0 before the first. */
    public long lastLine() {
        return line;
    }

    /** The end of the boot behind the last event. Its frames are not known. */
    public RecordedEvent end() {
        return end("events", firstLine);
    }

    /** The same of a boot whose whole account is known: its frames, and where it begins. */
    public RecordedEvent end(BootRecorded whole) {
        return end(whole.format(), whole.firstLine());
    }

    private RecordedEvent end(String format, long first) {
        close();
        long end = Math.max(line, first);
        long lines = line == 0 ? 0 : end - first + 1;
        long irrelevant = Math.max(0, lines - recognised - malformed);
        long misread = malformed + unplaced;
        BootRecorded account = new BootRecorded(
                format, first, end, recognised + misread + irrelevant, recognised, irrelevant, misread);
        return new RecordedEvent(sequence, time, null, null, account, new Origin(0, null));
    }
}
