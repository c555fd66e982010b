package io.bootledger.traces.functiongraph;

/** What kept a trace from being whole, counted. */
final class GraphFaults {
    /** Events that the kernel says are missing. */
    long lost;

    /** Calls that return without having been entered: they began before the trace. */
    long unbegun;

    /** Calls that were entered and did not return: the trace ends in them, or their end is lost. */
    long unended;

    /** Calls for which there was no room in the tree: their time is that of the function above them. */
    long beyond;

    /** Lines that are cut or otherwise no lines of a function graph. */
    long unread;
}
