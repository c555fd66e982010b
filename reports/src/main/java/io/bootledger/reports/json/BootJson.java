package io.bootledger.reports.json;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.advice.Advice;
import io.bootledger.analyzer.axis.AxisLedger;
import io.bootledger.analyzer.axis.HostAlignment;
import io.bootledger.analyzer.axis.SecondFile;
import io.bootledger.analyzer.axis.StartupFinished;
import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.path.PathEntry;
import io.bootledger.analyzer.phases.Handover;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.reading.Kernel;
import io.bootledger.analyzer.reading.Reading;
import io.bootledger.analyzer.whatif.WhatIf;
import io.bootledger.reports.AccountedLevel;
import io.bootledger.reports.BootBill;
import io.bootledger.reports.table.Column;
import io.bootledger.reports.table.TableRows;
import io.bootledger.reports.text.BootAnswer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes one boot, view by view. */
final class BootJson {
    /** What is cheaper, nobody mends first. */
    private static final int MOST_BILLED = 20;

    private final JsonFieldWriter fields;

    private BootJson(JsonFieldWriter fields) {
        this.fields = fields;
    }

    static void write(JsonFieldWriter fields, BootAnalysis boot) {
        BootJson writer = new BootJson(fields);
        fields.row(() -> writer.views(boot));
    }

    private void views(BootAnalysis boot) {
        fields.text("source", boot.source());
        fields.text("answer", BootAnswer.of(boot).text());
        fields.rows("bill", bill(boot.accounting().ledger()), this::billed);
        fields.object("kernel", () -> kernel(boot.kernel()));
        fields.object("reading", () -> reading(boot.reading()));
        fields.object("milestones", () -> milestones(boot.milestones()));
        fields.rows(
                "phases", boot.phases(), phase -> phase(phase, boot.accounting().doubts()));
        fields.rows("axis", boot.axis().stages(), stage -> fields.columns(TableRows.AXIS.in(Column.Form.JSON), stage));
        fields.object("axis_ledger", boot.axis().ledger(), this::axisLedger);
        fields.object("host_clock", boot.axis().host(), this::hostClock);
        fields.object("startup_finished", boot.axis().startup(), this::startup);
        fields.rows("second_files", boot.axis().beside(), this::secondFile);
        fields.rows("levels", AccountedLevel.of(boot), this::level);
        new TimelineWriter(fields).write(boot);
        WaitsWriter waits = new WaitsWriter(fields);
        waits.gaps(boot.accounting().waits());
        fields.object("trace", boot.accounting().schedule().joined(), waits::trace);
        new FunctionGraphWriter(fields).write(boot.accounting().functionGraph());
        new AccountingWriter(fields).write(boot.accounting());
        fields.rows("critical_path", boot.accounting().criticalPath(), this::step);
        fields.rows("whatif", boot.accounting().whatIfs(), this::whatIf);
        fields.rows("failures", boot.failures(), this::failure);
        fields.rows("advice", boot.advice(), this::advice);
        fields.rows("diagnostics", boot.diagnostics(), this::diagnostic);
    }

    private static List<BootBill.Item> bill(@Nullable Ledger ledger) {
        List<BootBill.Item> items =
                ledger == null ? List.of() : BootBill.of(ledger).items();
        return items.subList(0, Math.min(MOST_BILLED, items.size()));
    }

    private void billed(BootBill.Item item) {
        fields.text("account", item.kind());
        fields.text("name", item.name());
        fields.text("level", item.level());
        fields.number("us", item.us());
        fields.number("doubtful_us", item.doubtfulUs());
        fields.number("sum_us", item.sumUs());
    }

    private void kernel(Kernel kernel) {
        fields.text("release", kernel.release());
        fields.text("machine", kernel.machine());
        fields.text("command_line", kernel.commandLine());
    }

    private void reading(Reading reading) {
        fields.text("format", reading.format());
        fields.number("first_line", reading.firstLine());
        fields.number("lines", reading.lines());
        fields.number("recognised", reading.recognised());
        fields.number("irrelevant", reading.irrelevant());
        fields.number("malformed", reading.malformed());
        fields.flag("head_lost", reading.headLost());
        fields.flag("unordered", reading.unordered());
        fields.flag("initcall_debug", reading.initcallDebug());
    }

    private void milestones(Milestones milestones) {
        fields.number("first_us", milestones.firstUs());
        fields.number("first_initcall_us", milestones.firstInitcallUs());
        fields.number("last_initcall_us", milestones.lastInitcallUs());
        fields.number("init_memory_freed_us", milestones.initMemoryFreedUs());
        fields.number("init_memory_freed_kib", milestones.initMemoryFreedKib());
        fields.number("write_protected_us", milestones.writeProtectedUs());
        fields.number("init_started_us", milestones.initStartedUs());
        fields.text("init", milestones.init());
        Handover handover = milestones.handover();
        fields.number("handover_us", milestones.handoverUs());
        fields.text("handover", handover == null ? null : handover.milestone());
        fields.text("panic", milestones.panic());
        fields.number("last_us", milestones.lastUs());
    }

    private void phase(Phase phase, ClockDoubts doubts) {
        fields.text("phase", phase.kind());
        fields.number("start_us", phase.startUs());
        fields.number("end_us", phase.endUs());
        fields.number("doubtful_us", doubts.within(phase.startUs(), phase.endUs()));
        fields.text("note", phase.note());
    }

    private void axisLedger(AxisLedger ledger) {
        fields.number("from_us", ledger.fromUs());
        fields.number("until_us", ledger.untilUs());
        fields.number("total_us", ledger.totalUs());
        fields.rows("entries", ledger.entries(), entry -> {
            fields.text("name", entry.name());
            fields.text("kind", entry.kind());
            fields.number("us", entry.us());
            fields.number("uncertainty_us", entry.uncertaintyUs());
        });
        fields.texts("unknown", ledger.unknown());
    }

    private void secondFile(SecondFile file) {
        fields.text("file", file.name());
        fields.object("startup_finished", file.startup(), this::startup);
        fields.rows("units", file.units(), unit -> {
            fields.text("name", unit.name());
            fields.number("start_us", unit.startUs());
            fields.number("active_us", unit.activeUs());
            fields.number("took_us", unit.tookUs());
            fields.texts("after", unit.after());
            fields.texts("requires", unit.requires());
            fields.text("last_before", file.lastBefore(unit));
        });
        fields.texts("critical_chain", file.chain());
        fields.rows("marks", file.marks(), mark -> {
            fields.text("clock", mark.clock());
            fields.text("name", mark.name());
            fields.number("us", mark.us());
            fields.number("took_us", mark.tookUs());
        });
    }

    private void hostClock(HostAlignment host) {
        fields.number("lines", host.lines());
        fields.number("ahead_us", host.aheadUs());
        fields.number("uncertainty_us", host.uncertaintyUs());
        fields.number("first_line", host.firstLine());
        fields.number("loaders_last_us", host.loadersLastUs());
    }

    private void startup(StartupFinished startup) {
        fields.rows("parts", startup.parts(), part -> {
            fields.text("name", part.name());
            fields.number("us", part.us());
        });
        fields.number("total_us", startup.totalUs());
        fields.number("line", startup.line());
    }

    private void level(AccountedLevel accounted) {
        LevelSummary level = accounted.summary();
        fields.text("level", level.level());
        fields.number("count", level.count());
        fields.number("likely", accounted.likely());
        fields.number("duration_us", level.durationUs());
        fields.number("self_us", accounted.selfUs());
        fields.number("doubtful_us", accounted.doubtfulUs());
        fields.number("ledger_us", accounted.ledgerUs());
        fields.number("start_us", level.startUs());
        fields.number("end_us", level.endUs());
    }

    private void step(PathEntry step) {
        fields.number("from_us", step.fromUs());
        fields.number("to_us", step.toUs());
        fields.text("owner", step.owner());
        fields.text("kind", step.kind());
        fields.text("evidence", step.evidence());
        fields.number("line", step.line());
    }

    private void whatIf(WhatIf change) {
        fields.text("action", change.action());
        fields.text("target", change.target());
        fields.number("gain_low_us", change.gainLowUs());
        fields.number("gain_high_us", change.gainHighUs());
        fields.flag("doubtful", change.doubtful());
        fields.text("next_barrier", change.nextBarrier());
        fields.flag("safe", change.action().isSafe());
    }

    private void failure(Failure failure) {
        fields.text("kind", failure.kind());
        fields.text("name", failure.name());
        fields.text("module", failure.module());
        fields.number("return", failure.returnValue());
        fields.text("errno", failure.errno());
        fields.text("outcome", failure.outcome());
        fields.text("severity", failure.severity());
        fields.text("explanation", failure.explanation());
        fields.number("line", failure.line());
        fields.rows("nearby", failure.nearby(), this::nearby);
    }

    private void nearby(Failure.Nearby nearby) {
        fields.number("line", nearby.line());
        fields.text("text", nearby.text());
    }

    private void advice(Advice advice) {
        fields.text("kind", advice.kind());
        fields.text("code", advice.code());
        fields.text("title", advice.title());
        fields.text("explanation", advice.explanation());
        fields.text("solution", advice.solution());
        fields.number("gain_us", advice.gainUs());
        fields.flag("doubtful", advice.doubtful());
        fields.numbers("lines", advice.lines());
        fields.text("risk", advice.risk());
        fields.text("source", advice.source());
    }

    private void diagnostic(Diagnostic diagnostic) {
        fields.text("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
        fields.text("code", diagnostic.code());
        fields.number("line", diagnostic.line());
        fields.text("text", diagnostic.text());
    }
}
