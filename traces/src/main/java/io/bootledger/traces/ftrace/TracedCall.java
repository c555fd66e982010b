package io.bootledger.traces.ftrace;

import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.call.InitcallScheduled;

/** An initcall of a trace, added up while it runs. */
final class TracedCall {
    final InitcallSymbol symbol;
    final int pid;
    final long startUs;
    final Spent spent = new Spent();
    private long endUs = -1;

    TracedCall(InitcallSymbol symbol, int pid, long startUs) {
        this.symbol = symbol;
        this.pid = pid;
        this.startUs = startUs;
    }

    void end(long us) {
        endUs = us;
    }

    long endUs() {
        return endUs;
    }

    long durationUs() {
        return endUs - startUs;
    }

    /** @param scheduled whether the trace has the scheduler's events at all */
    InitcallScheduled event(boolean scheduled) {
        return new InitcallScheduled(
                symbol,
                pid,
                durationUs(),
                scheduled ? spent.ranUs() : null,
                scheduled ? spent.runnableUs() : null,
                spent.sleeps());
    }
}
