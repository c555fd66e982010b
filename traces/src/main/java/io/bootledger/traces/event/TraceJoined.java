package io.bootledger.traces.event;

/**
 * A trace of the same boot stands beside the log: the events behind this one come from it. Not of one line.
 *
 * @param trace name of its file
 * @param calls how many initcalls both hold
 * @param offsetUs what its clock shows more than the log's, at the call in the middle
 * @param driftUs how far that changes between the first and the last tenth of the calls
 */
public record TraceJoined(String trace, int calls, long offsetUs, long driftUs) implements BootEvent {
    /** Whether it can be: what others wrote need not, and nothing is less than nothing. */
    public boolean addsUp() {
        return calls >= 0;
    }
}
