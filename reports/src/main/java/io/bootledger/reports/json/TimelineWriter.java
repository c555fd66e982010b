package io.bootledger.reports.json;

import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.analyzer.timeline.Blacklisted;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.analyzer.timeline.Timeline;

/** Writes what ran when. */
final class TimelineWriter {
    private final Fields fields;

    TimelineWriter(Fields fields) {
        this.fields = fields;
    }

    void write(Timeline timeline) {
        fields.rows("initcalls", timeline.initcalls(), this::initcall);
        fields.rows("blacklisted", timeline.blacklisted(), this::blacklisted);
        fields.rows("probes", timeline.probes(), this::probe);
        fields.rows("async_calls", timeline.asyncCalls(), this::asyncCall);
    }

    private void initcall(Initcall call) {
        fields.number("ordinal", call.ordinal());
        fields.text("function", call.function());
        fields.text("symbol", call.symbol().text());
        fields.text("module", call.module());
        fields.text("level", call.level());
        fields.text("level_evidence", call.levelEvidence());
        fields.number("pid", call.pid());
        fields.number("start_us", call.startUs());
        fields.number("end_us", call.endUs());
        fields.number("duration_us", call.durationUs());
        fields.text("duration_evidence", call.durationEvidence());
        fields.number("reported_us", call.reportedUs());
        fields.number("return", call.returnValue());
        fields.text("errno", call.errno());
        fields.text("outcome", call.outcome());
        fields.text("misbehaved", call.misbehaved());
        fields.number("line", call.line());
        fields.number("end_line", call.endLine());
    }

    private void blacklisted(Blacklisted call) {
        fields.text("function", call.function());
        fields.number("time_us", call.timeUs());
        fields.number("line", call.line());
    }

    private void probe(Probe probe) {
        fields.text("device", probe.device());
        fields.text("driver", probe.driver());
        fields.number("start_us", probe.startUs());
        fields.number("end_us", probe.endUs());
        fields.number("duration_us", probe.durationUs());
        fields.number("return", probe.returnValue());
        fields.text("errno", probe.errno());
        fields.text("outcome", probe.outcome());
        fields.number("line", probe.line());
    }

    private void asyncCall(AsyncCall call) {
        fields.number("cookie", call.cookie());
        fields.text("function", call.function());
        fields.number("pid", call.pid());
        fields.number("start_us", call.startUs());
        fields.number("end_us", call.endUs());
        fields.number("duration_us", call.durationUs());
        fields.number("line", call.line());
    }
}
