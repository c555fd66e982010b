package io.bootledger.analyzer.replay;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.RecordedEvent;

/** Counts the lines of a boot's first events, by what they say. */
final class PrefixCount {
    private enum Kind {
        IRRELEVANT,
        MALFORMED,
        RECOGNISED
    }

    private long line;
    private Kind kind = Kind.IRRELEVANT;
    private long recognised;
    private long malformed;

    void see(RecordedEvent event) {
        long at = event.origin().line();
        if (at <= 0) {
            return;
        }
        if (at != line) {
            close();
            line = at;
            kind = Kind.IRRELEVANT;
        }
        Kind said = kind(event.event());
        kind = said.compareTo(kind) > 0 ? said : kind;
    }

    private static Kind kind(BootEvent event) {
        if (event instanceof MessageLogged) {
            return Kind.IRRELEVANT;
        }
        return event instanceof MessageNotUnderstood ? Kind.MALFORMED : Kind.RECOGNISED;
    }

    private void close() {
        recognised += kind == Kind.RECOGNISED ? 1 : 0;
        malformed += kind == Kind.MALFORMED ? 1 : 0;
        kind = Kind.IRRELEVANT;
    }

    /** What reading these lines alone would have counted; the frames are those of the whole boot. */
    BootRecorded recorded(BootRecorded whole) {
        close();
        long last = Math.max(line, whole.firstLine());
        long lines = line == 0 ? 0 : last - whole.firstLine() + 1;
        return new BootRecorded(
                whole.format(),
                whole.firstLine(),
                last,
                lines,
                recognised,
                Math.max(0, lines - recognised - malformed),
                malformed);
    }
}
