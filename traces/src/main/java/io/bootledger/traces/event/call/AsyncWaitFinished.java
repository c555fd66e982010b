package io.bootledger.traces.event.call;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.ReportedDuration;

/**
 * The wait for async work is over: {@code async_continuing @ 1 after 117 usec}.
 */
public record AsyncWaitFinished(int pid, ReportedDuration reported) implements BootEvent {}
