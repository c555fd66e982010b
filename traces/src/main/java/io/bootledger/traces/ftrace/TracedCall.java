package io.bootledger.traces.ftrace;

import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.call.InitcallScheduled;
import java.util.List;

/** An initcall of a trace, added up while it runs. */
final class TracedCall {
    final InitcallSymbol symbol;
    final int pid;
    final long startUs;
    final Spent spent = new Spent();
    private long endUs = -1;
    private boolean lossy;
    private boolean wokenByNobody;

    TracedCall(InitcallSymbol symbol, int pid, long startUs) {
        this.symbol = symbol;
        this.pid = pid;
        this.startUs = startUs;
    }

    void end(long us) {
        endUs = us;
    }

    /** Events are missing while it runs: when it returned is known, and what its task did is not. */
    void lose() {
        lossy = true;
    }

    void wokenByNobody() {
        wokenByNobody = true;
    }

    long endUs() {
        return endUs;
    }

    long durationUs() {
        return endUs - startUs;
    }

    /**
     * @param scheduled whether the trace has the scheduler's events at all
     * @param explained whether it shows what a sleep was for
     * @param lacksWakings whether wakings are missing in it
     */
    InitcallScheduled event(boolean scheduled, boolean explained, boolean lacksWakings) {
        boolean known = scheduled && !lossy && !(wokenByNobody && lacksWakings);
        return new InitcallScheduled(
                symbol,
                pid,
                durationUs(),
                known ? spent.ranUs() : null,
                known ? spent.runnableUs() : null,
                known ? explained ? spent.sleeps() : spent.sleep() : List.of());
    }
}
