package io.bootledger.reports.json;

import io.bootledger.analyzer.schedule.ScheduledCall;
import io.bootledger.analyzer.waits.Bounds;
import io.bootledger.analyzer.waits.CallWaits;
import io.bootledger.analyzer.waits.GapWaits;
import io.bootledger.analyzer.waits.Wait;
import io.bootledger.analyzer.waits.Waits;
import io.bootledger.traces.event.TraceJoined;

/** Writes what the boot thread waited for. */
final class WaitsWriter {
    private final JsonFieldWriter fields;

    WaitsWriter(JsonFieldWriter fields) {
        this.fields = fields;
    }

    void gaps(Waits waits) {
        fields.rows("gaps", waits.gaps(), this::gap);
    }

    private void gap(GapWaits gap) {
        fields.text("name", gap.name());
        fields.text("after", gap.after());
        fields.number("from_us", gap.fromUs());
        fields.number("to_us", gap.toUs());
        fields.rows("waits", gap.waits(), this::claim);
    }

    /** What an initcall or a probe needed itself, and what it waited for. */
    void opened(CallWaits call) {
        fields.object("own", call.own(), this::bounds);
        fields.rows("waits", call.waits(), this::claim);
        fields.object("scheduled", call.scheduled(), this::scheduled);
    }

    private void claim(Wait wait) {
        fields.text("for", wait.what());
        fields.text("by", wait.by());
        bounds(wait.us());
        fields.text("evidence", wait.evidence());
        fields.text("rule", wait.rule());
        fields.number("line", wait.line());
    }

    private void scheduled(ScheduledCall call) {
        fields.number("ran_us", call.ranUs());
        fields.number("runnable_us", call.runnableUs());
        fields.number("asleep_us", call.asleepUs());
    }

    void trace(TraceJoined trace) {
        fields.text("name", trace.trace());
        fields.number("calls", trace.calls());
        fields.number("offset_us", trace.offsetUs());
        fields.number("drift_us", trace.driftUs());
    }

    private void bounds(Bounds us) {
        fields.number("us_low", us.lowUs());
        fields.number("us_high", us.highUs());
    }
}
