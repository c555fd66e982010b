package io.bootledger.reports.html;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.accounting.Accounting;
import io.bootledger.analyzer.axis.Axis;
import io.bootledger.analyzer.excerpt.LogExcerpt;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.probes.Nesting.Parent;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.AccountedProbe;
import io.bootledger.reports.BootBill;
import io.bootledger.reports.BootSpan;
import io.bootledger.reports.EndedBy;
import io.bootledger.reports.LogName;
import io.bootledger.reports.ReportedWait;
import io.bootledger.reports.text.BootAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One boot as the page's script reads it: what it sums up is summed up here, over all rows, also those that do not fit. */
final class BootData {
    /** More rows than any kernel has initcalls; of a log that claims more the shortest are left out, and the page says so. */
    static final int MOST_ROWS = 10_000;
    /** Of the bill and of what-ifs: what is cheaper, nobody mends first. */
    private static final int MOST_ITEMS = 200;

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, Integer> rowsLeftOut = new LinkedHashMap<>();
    private final BootAnalysis boot;
    private final KeptRows calls;
    private final KeptRows probes;

    private BootData(BootAnalysis boot) {
        this.boot = boot;
        Timeline timeline = boot.timeline();
        this.calls = KeptRows.of(timeline.initcalls(), MOST_ROWS, call -> length(call.durationUs(), call.outcome()));
        this.probes = KeptRows.of(timeline.probes(), MOST_ROWS, probe -> length(probe.durationUs(), probe.outcome()));
    }

    static Map<String, Object> of(BootAnalysis boot, LogExcerpt excerpt) {
        BootData data = new BootData(boot);
        data.facts.put("source", LogName.of(boot.source()));
        data.facts.put("kernel", boot.kernel());
        data.facts.put("reading", boot.reading());
        data.facts.put("milestones", boot.milestones());
        data.facts.put("span", BootSpan.of(boot));
        data.facts.put("answer", BootAnswer.of(boot));
        data.tables();
        data.facts.put("rowsLeftOut", data.rowsLeftOut);
        data.facts.put("lines", PackedLines.of(excerpt));
        return data.facts;
    }

    /** What went wrong always stays. */
    private static long length(@Nullable Long durationUs, Outcome outcome) {
        boolean wrong = outcome == Outcome.FAILED || outcome == Outcome.UNFINISHED;
        return wrong ? Long.MAX_VALUE : durationUs == null ? 0 : durationUs;
    }

    private void tables() {
        List<AccountedInitcall> accounted = AccountedInitcall.of(boot);
        put("phases", Tables.PHASES, boot.phases());
        Axis axis = boot.axis();
        put("stages", Tables.STAGES, axis.isMoreThanKernel() ? axis.stages() : List.of());
        put(
                "units",
                Tables.UNITS,
                axis.beside().stream().flatMap(file -> file.units().stream()).toList());
        put("levels", Tables.LEVELS, boot.levels());
        put("initcalls", Tables.INITCALLS, accounted, calls);
        facts.put(
                "initcallOrigins",
                Tables.ORIGINS.fill(
                        calls.of(accounted).stream()
                                .map(AccountedInitcall::origin)
                                .toList(),
                        MOST_ROWS));
        put("blacklisted", Tables.BLACKLISTED, boot.timeline().blacklisted());
        List<AccountedProbe> probed = AccountedProbe.of(boot);
        put("probes", Tables.PROBES, probed, probes);
        put("asyncCalls", Tables.ASYNC_CALLS, boot.timeline().asyncCalls());
        accounting(boot.accounting());
        facts.put(
                "probeInsideCertain",
                probes.of(probed).stream().map(AccountedProbe::certain).toList());
        facts.put("doubts", DoubtData.of(boot, calls, probes));
        put("path", Tables.PATH, boot.accounting().criticalPath());
        put(
                "waits",
                Tables.WAITS,
                ReportedWait.of(boot).stream().map(this::placed).toList());
        facts.put(
                "waitEnds",
                ReportedWait.of(boot).stream()
                        .<@Nullable List<Object>>map(this::ended)
                        .toList());
        put("failures", Tables.FAILURES, boot.failures());
        put("advice", Tables.ADVICE, boot.advice());
        put("diagnostics", Tables.DIAGNOSTICS, boot.diagnostics());
    }

    private ReportedWait placed(ReportedWait wait) {
        return new ReportedWait(
                calls.placeOf(wait.initcall()),
                probes.placeOf(wait.probe()),
                wait.where(),
                wait.tookUs(),
                wait.claim());
    }

    /** What ended a wait: which call of the page, and when; null where that is not known. */
    private @Nullable List<Object> ended(ReportedWait wait) {
        EndedBy ended = EndedBy.of(boot, wait);
        if (ended == null) {
            return null;
        }
        boolean async = ended.kind() == EndedBy.Kind.ASYNC;
        Integer place = async ? Integer.valueOf(ended.place()) : probes.placeOf(ended.place());
        return place == null || place >= MOST_ROWS ? null : List.of(async ? "asyncCalls" : "probes", place, ended.us());
    }

    private void accounting(Accounting accounting) {
        Ledger ledger = accounting.ledger();
        BootBill bill = ledger == null ? null : BootBill.of(ledger);
        facts.put("ledger", ledger == null ? null : LedgerData.of(ledger, accounting.observer()));
        put("accounts", Tables.ACCOUNTS, ledger == null ? List.of() : FoldedAccounts.of(ledger, MOST_ROWS));
        facts.put("billItems", bill == null ? 0 : bill.items().size());
        facts.put("bill", Tables.BILL.fill(bill == null ? List.of() : bill.items(), MOST_ITEMS));
        facts.put("whatIfs", Tables.WHAT_IFS.fill(accounting.whatIfs(), MOST_ITEMS));
        put("subsystems", Tables.SUBSYSTEMS, accounting.subsystems());
        put("owners", Tables.OWNERS, accounting.owners());
        put("deferrals", Tables.DEFERRALS, accounting.deferrals());
        facts.put("initcallSelfUs", calls.of(accounting.nesting().initcallSelfUs()));
        facts.put("probeSelfUs", probes.of(accounting.nesting().probeSelfUs()));
        facts.put(
                "probeParents",
                probes.of(accounting.nesting().parents()).stream()
                        .<@Nullable Parent>map(this::placed)
                        .toList());
    }

    private @Nullable Parent placed(@Nullable Parent parent) {
        if (parent == null) {
            return null;
        }
        KeptRows kept = parent.kind() == Parent.Kind.INITCALL ? calls : probes;
        Integer place = kept.placeOf(parent.index());
        return place == null ? null : new Parent(parent.kind(), place);
    }

    private <T> void put(String name, ColumnTable<T> table, List<T> records) {
        facts.put(name, table.fill(records, MOST_ROWS));
        if (records.size() > MOST_ROWS) {
            rowsLeftOut.put(name, records.size() - MOST_ROWS);
        }
    }

    private <T> void put(String name, ColumnTable<T> table, List<T> records, KeptRows kept) {
        put(name, table, kept.of(records));
        if (kept.places().size() < records.size()) {
            rowsLeftOut.put(name, records.size() - kept.places().size());
        }
    }
}
