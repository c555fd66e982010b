package io.bootledger.reports.html;

import static io.bootledger.reports.html.ColumnTable.column;
import static io.bootledger.reports.html.ColumnTable.word;

import io.bootledger.analyzer.advice.Advice;
import io.bootledger.analyzer.axis.AxisStage;
import io.bootledger.analyzer.axis.UnitTime;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.knowledge.CodeOrigin;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.OwnedTime;
import io.bootledger.analyzer.ledger.RollUp;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.path.PathEntry;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.timeline.AsyncCall;
import io.bootledger.analyzer.timeline.Blacklisted;
import io.bootledger.analyzer.whatif.WhatIf;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.AccountedProbe;
import io.bootledger.reports.BootBill;
import io.bootledger.reports.DeferralWords;
import io.bootledger.reports.ReportedWait;
import io.bootledger.reports.WaitWords;
import io.bootledger.reports.table.TableRows;
import java.util.Locale;

/** What the page knows of each kind of record; the script's column names are these. */
final class Tables {
    static final ColumnTable<Phase> PHASES = ColumnTable.of(
            word("phase", Phase::kind),
            column("title", phase -> phase.kind().title()),
            column("startUs", Phase::startUs),
            column("endUs", Phase::endUs),
            column("note", Phase::note));

    static final ColumnTable<AxisStage> STAGES = ColumnTable.of(
            column("name", AxisStage::name),
            column("startUs", AxisStage::fromUs),
            column("endUs", AxisStage::untilUs),
            column(
                    "stampsUs",
                    stage -> stage.loader() == null ? null : stage.loader().tookUs()),
            column("clock", stage -> stage.clock().toString()),
            column("uncertaintyUs", AxisStage::uncertaintyUs),
            column("evidence", AxisStage::evidence),
            column("lines", stage -> stage.firstLine() + "-" + stage.lastLine()));

    static final ColumnTable<UnitTime> UNITS = ColumnTable.of(
            column("name", UnitTime::name),
            column("startUs", UnitTime::startUs),
            column("activeUs", UnitTime::activeUs),
            column("durationUs", UnitTime::tookUs),
            column("after", unit -> String.join(" ", unit.after())),
            column("requires", unit -> String.join(" ", unit.requires())));

    static final ColumnTable<LevelSummary> LEVELS = ColumnTable.of(
            word("level", LevelSummary::level),
            column("count", LevelSummary::count),
            column("durationUs", LevelSummary::durationUs),
            column("startUs", LevelSummary::startUs),
            column("endUs", LevelSummary::endUs));

    static final ColumnTable<AccountedInitcall> INITCALLS = ColumnTable.of(TableRows.INITCALLS);

    static final ColumnTable<Blacklisted> BLACKLISTED = ColumnTable.of(
            column("function", Blacklisted::function),
            column("timeUs", Blacklisted::timeUs),
            column("line", Blacklisted::line));

    static final ColumnTable<AccountedProbe> PROBES = ColumnTable.of(TableRows.PROBES);

    static final ColumnTable<AsyncCall> ASYNC_CALLS = ColumnTable.of(
            column("function", AsyncCall::function),
            column("cookie", AsyncCall::cookie),
            column("pid", AsyncCall::pid),
            column("startUs", AsyncCall::startUs),
            column("endUs", AsyncCall::endUs),
            column("durationUs", AsyncCall::durationUs),
            column("line", AsyncCall::line));

    static final ColumnTable<Account> ACCOUNTS = ColumnTable.of(
            word("account", Account::kind),
            column("name", Account::name),
            word("level", Account::level),
            word("evidence", Account::evidence),
            column("us", Account::us),
            column("doubtfulUs", Account::doubtfulUs));

    static final ColumnTable<BootBill.Item> BILL = ColumnTable.of(
            word("account", BootBill.Item::kind),
            column("name", BootBill.Item::name),
            word("level", BootBill.Item::level),
            column("us", BootBill.Item::us),
            column("doubtfulUs", BootBill.Item::doubtfulUs),
            column("sumUs", BootBill.Item::sumUs));

    static final ColumnTable<WhatIf> WHAT_IFS = ColumnTable.of(
            word("action", WhatIf::action),
            column("target", WhatIf::target),
            column("words", WhatIf::words),
            column("leastUs", WhatIf::gainLowUs),
            column("mostUs", WhatIf::gainHighUs),
            column("doubtful", WhatIf::doubtful),
            column("barrier", WhatIf::nextBarrier));

    static final ColumnTable<CodeOrigin> ORIGINS = ColumnTable.of(
            column("file", CodeOrigin::file),
            column("kconfig", CodeOrigin::kconfig),
            column("owner", CodeOrigin::owner));

    static final ColumnTable<OwnedTime> OWNERS = ColumnTable.of(
            column("name", OwnedTime::owner),
            column("us", OwnedTime::us),
            column("doubtfulUs", OwnedTime::doubtfulUs),
            column("people", time -> String.join(", ", time.people())));

    static final ColumnTable<RollUp> SUBSYSTEMS = ColumnTable.of(
            column("name", RollUp::name), column("us", RollUp::us), column("doubtfulUs", RollUp::doubtfulUs));

    static final ColumnTable<Deferral> DEFERRALS = ColumnTable.of(
            column("device", Deferral::device),
            column("attempts", Deferral::attempts),
            column("wastedUs", Deferral::wastedUs),
            column("firstUs", Deferral::firstUs),
            column("waitedUs", Deferral::waitedUs),
            column("boundUs", Deferral::boundUs),
            column("waitedFor", DeferralWords::of),
            column("supplier", Deferral::supplier));

    /** A stretch of the critical path, the last first. */
    static final ColumnTable<PathEntry> PATH = ColumnTable.of(
            column("startUs", PathEntry::fromUs),
            column("endUs", PathEntry::toUs),
            column("owner", PathEntry::owner),
            word("does", PathEntry::kind),
            word("evidence", PathEntry::evidence),
            column("line", entry -> entry.line() == 0 ? null : entry.line()));

    static final ColumnTable<ReportedWait> WAITS = ColumnTable.of(
            column("initcall", ReportedWait::initcall),
            column("probe", ReportedWait::probe),
            column("where", ReportedWait::where),
            column("tookUs", ReportedWait::tookUs),
            column("words", wait -> WaitWords.of(wait.claim())),
            column("leastUs", wait -> wait.claim().us().lowUs()),
            column("mostUs", wait -> wait.claim().us().highUs()),
            column("by", wait -> wait.claim().by()),
            word("evidence", wait -> wait.claim().evidence()),
            column("rule", wait -> wait.claim().rule()),
            column("line", wait -> wait.claim().line()));

    static final ColumnTable<Failure> FAILURES = ColumnTable.of(
            word("severity", Failure::severity),
            word("kind", Failure::kind),
            column("name", Failure::name),
            column("module", Failure::module),
            column("returnValue", Failure::returnValue),
            column("errno", Failure::errno),
            word("outcome", Failure::outcome),
            column("explanation", Failure::explanation),
            column("line", Failure::line),
            column(
                    "nearby",
                    failure ->
                            failure.nearby().stream().map(Failure.Nearby::line).toList()));

    static final ColumnTable<Advice> ADVICE = ColumnTable.of(
            word("kind", Advice::kind),
            column("code", Advice::code),
            column("title", Advice::title),
            column("explanation", Advice::explanation),
            column("solution", Advice::solution),
            column("gainUs", Advice::gainUs),
            column("doubtful", Advice::doubtful),
            column("lines", Advice::lines),
            column("risk", Advice::risk),
            column("source", Advice::source));

    static final ColumnTable<Diagnostic> DIAGNOSTICS = ColumnTable.of(
            column("severity", each -> each.severity().name().toLowerCase(Locale.ROOT)),
            column("code", Diagnostic::code),
            column("line", Diagnostic::line),
            column("text", Diagnostic::text));

    private Tables() {}
}
