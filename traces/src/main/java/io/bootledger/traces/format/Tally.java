package io.bootledger.traces.format;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.format.frame.FormatNames;

/** Counts the lines of one boot: {@code lines = recognised + irrelevant + malformed}. */
final class Tally {
    /** What a line turned out to be. */
    enum Kind {
        IRRELEVANT,
        RECOGNISED,
        MALFORMED;

        /** Of several records in one line: the one that matters most. */
        Kind or(Kind other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    private long firstLine;
    private long lastLine;
    private long recognised;
    private long irrelevant;
    private long malformed;
    private final FormatNames.Counts formats = new FormatNames.Counts();

    void count(Kind kind, long line) {
        switch (kind) {
            case IRRELEVANT -> countIrrelevant(line);
            case RECOGNISED -> countRecognised(line);
            case MALFORMED -> {
                reach(line);
                malformed++;
            }
        }
    }

    void countRecognised(long line) {
        reach(line);
        recognised++;
    }

    void countIrrelevant(long line) {
        reach(line);
        irrelevant++;
    }

    /** Notes that the boot goes as far as this line, or begins there. */
    void reach(long line) {
        firstLine = firstLine == 0 ? line : Math.min(firstLine, line);
        lastLine = Math.max(lastLine, line);
    }

    /** Counts lines of no account. */
    void countIrrelevant(long first, long last) {
        reach(first);
        reach(last);
        irrelevant += last - first + 1;
    }

    /** Counts lines of no account, all in the same frame. */
    void countIrrelevant(long frames, long first, long last) {
        countIrrelevant(first, last);
        formats.count(frames, last - first + 1);
    }

    void countFrames(long frames) {
        formats.count(frames, 1);
    }

    void add(Tally other) {
        firstLine = firstLine == 0 ? other.firstLine : firstLine;
        lastLine = Math.max(lastLine, other.lastLine);
        recognised += other.recognised;
        irrelevant += other.irrelevant;
        malformed += other.malformed;
        formats.add(other.formats);
    }

    /** Counts another's lines as of no account. */
    void addIrrelevant(Tally other) {
        firstLine = firstLine == 0 ? other.firstLine : firstLine;
        lastLine = Math.max(lastLine, other.lastLine);
        irrelevant += other.lines();
    }

    private long lines() {
        return recognised + irrelevant + malformed;
    }

    long firstLine() {
        return firstLine;
    }

    BootRecorded recorded() {
        return new BootRecorded(formats.name(), firstLine, lastLine, lines(), recognised, irrelevant, malformed);
    }
}
