package io.bootledger.reports.json;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.probes.ProbeThread;
import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.analyzer.timeline.Blacklisted;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.AccountedProbe;
import io.bootledger.reports.table.Column;
import io.bootledger.reports.table.Column.Form;
import io.bootledger.reports.table.TableRows;
import java.util.List;

/** Writes what ran when. */
final class TimelineWriter {
    private static final List<Column<AccountedInitcall>> INITCALLS = TableRows.INITCALLS.in(Form.JSON);
    private static final List<Column<AccountedProbe>> PROBES = TableRows.PROBES.in(Form.JSON);

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
        fields.columns(INITCALLS, accounted);
        waits.opened(accounted.waits());
    }

    private void blacklisted(Blacklisted call) {
        fields.text("function", call.function());
        fields.number("time_us", call.timeUs());
        fields.number("line", call.line());
    }

    private void probe(AccountedProbe accounted) {
        fields.columns(PROBES, accounted);
        waits.opened(accounted.waits());
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
