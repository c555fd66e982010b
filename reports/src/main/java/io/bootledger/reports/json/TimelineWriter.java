package io.bootledger.reports.json;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.knowledge.CodeOrigin;
import io.bootledger.analyzer.probes.ProbeThread;
import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.analyzer.timeline.Blacklisted;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.AccountedProbe;

/** Writes what ran when. */
final class TimelineWriter {
    private final JsonFieldWriter fields;
    private final WaitsWriter waits;

    TimelineWriter(JsonFieldWriter fields) {
        this.fields = fields;
        this.waits = new WaitsWriter(fields);
    }

    void write(BootAnalysis boot) {
        fields.rows("initcalls", AccountedInitcall.of(boot), this::initcall);
        fields.rows("blacklisted", boot.timeline().blacklisted(), this::blacklisted);
        fields.rows("probes", AccountedProbe.of(boot), this::probe);
        fields.rows("async_calls", boot.timeline().asyncCalls(), this::asyncCall);
    }

    private void initcall(AccountedInitcall accounted) {
        Initcall call = accounted.call();
        fields.number("ordinal", call.ordinal());
        fields.text("function", call.function());
        fields.text("symbol", call.symbol().text());
        fields.text("module", call.module());
        fields.text("level", call.level());
        fields.flag("level_sync", call.levelSync());
        fields.text("level_evidence", call.levelEvidence());
        fields.flag("level_certain", call.levelCertain());
        fields.number("pid", call.pid());
        fields.number("start_us", call.startUs());
        fields.number("end_us", call.endUs());
        fields.number("duration_us", call.durationUs());
        fields.number("self_us", accounted.selfUs());
        fields.object("own", accounted.waits().own(), waits::bounds);
        fields.rows("waits", accounted.waits().waits(), waits::claim);
        fields.object("scheduled", accounted.waits().scheduled(), waits::scheduled);
        fields.text("duration_evidence", call.durationEvidence());
        fields.text("doubt", accounted.doubt());
        fields.number("reported_us", call.reportedUs());
        fields.number("return", call.returnValue());
        fields.text("errno", call.errno());
        fields.text("outcome", call.outcome());
        fields.text("misbehaved", call.misbehaved());
        fields.number("line", call.line());
        fields.number("end_line", call.endLine());
        CodeOrigin origin = accounted.origin();
        fields.text("file", origin.file());
        fields.text("kconfig", origin.kconfig());
        fields.text("owner", origin.owner());
    }

    private void blacklisted(Blacklisted call) {
        fields.text("function", call.function());
        fields.number("time_us", call.timeUs());
        fields.number("line", call.line());
    }

    private void probe(AccountedProbe accounted) {
        Probe probe = accounted.probe();
        fields.number("ordinal", accounted.ordinal());
        fields.text("device", probe.device());
        fields.text("driver", probe.driver());
        fields.number("start_us", probe.startUs());
        fields.number("end_us", probe.endUs());
        fields.number("duration_us", probe.durationUs());
        fields.number("self_us", accounted.selfUs());
        fields.text("doubt", accounted.doubt());
        fields.number("return", probe.returnValue());
        fields.text("errno", probe.errno());
        fields.text("outcome", probe.outcome());
        fields.number("line", probe.line());
        fields.object("thread", accounted.thread(), this::thread);
        fields.object("inside", isLoose(accounted) ? null : accounted, this::inside);
    }

    private static boolean isLoose(AccountedProbe probe) {
        return probe.insideInitcall() == null && probe.insideProbe() == null;
    }

    private void inside(AccountedProbe probe) {
        fields.number("initcall", probe.insideInitcall());
        fields.number("probe", probe.insideProbe());
        fields.flag("certain", probe.certain());
    }

    private void thread(ProbeThread thread) {
        fields.text("kind", thread.kind());
        fields.text("evidence", thread.evidence());
        fields.text("rule", thread.rule());
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
