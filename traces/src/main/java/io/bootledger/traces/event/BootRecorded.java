package io.bootledger.traces.event;

/**
 * The last event of every boot: how its part of the log was read. {@code lines = recognised + irrelevant + malformed}. Its time
 * is that of the last record, whether or not that became an event.
 *
 * @param format the frames seen, most frequent first, for example {@code dmesg} or {@code console+caller}
 * @param firstLine number of the boot's first line in the log, from 1
 * @param lastLine number of its last line
 * @param lines lines read
 * @param recognised lines that became an event other than an ordinary message
 * @param irrelevant lines that say nothing about the boot's structure
 * @param malformed lines that look like ours and were not understood
 */
public record BootRecorded(
        String format, long firstLine, long lastLine, long lines, long recognised, long irrelevant, long malformed)
        implements BootEvent {

    /** Whether this can be said of a boot at all: what others wrote need not. */
    public boolean addsUp() {
        return firstLine >= 0
                && firstLine <= lastLine
                && recognised >= 0
                && irrelevant >= 0
                && malformed >= 0
                && lines == recognised + irrelevant + malformed;
    }
}
