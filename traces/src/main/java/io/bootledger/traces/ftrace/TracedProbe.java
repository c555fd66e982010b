package io.bootledger.traces.ftrace;

import io.bootledger.traces.event.call.ProbeFinished;
import io.bootledger.traces.event.call.ProbeScheduled;

/**
 * A probe of a trace that has its line, and what became of its task meanwhile.
 *
 * @param durationUs as the line says
 */
record TracedProbe(ProbeFinished line, int pid, long durationUs, Spent spent) {
    ProbeScheduled event() {
        return new ProbeScheduled(line.device(), pid, durationUs, spent.ranUs(), spent.runnableUs(), spent.sleeps());
    }
}
