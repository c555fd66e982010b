package io.bootledger.reports.html;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.accounting.Accounting;
import io.bootledger.analyzer.excerpt.LogExcerpt;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.reports.AccountedInitcall;
import io.bootledger.reports.AccountedProbe;
import io.bootledger.reports.BootSpan;
import io.bootledger.reports.ReportedWait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One boot as the page's script reads it. */
final class BootData {
    /** More rows than any kernel has initcalls; a log that claims more is cut here, and the page says so. */
    static final int MOST_ROWS = 10_000;

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, Integer> rowsLeftOut = new LinkedHashMap<>();

    static Map<String, Object> of(BootAnalysis boot, LogExcerpt excerpt) {
        BootData data = new BootData();
        data.facts.put("source", boot.source());
        data.facts.put("kernel", boot.kernel());
        data.facts.put("reading", boot.reading());
        data.facts.put("milestones", boot.milestones());
        data.facts.put("span", BootSpan.of(boot));
        data.tables(boot);
        data.facts.put("rowsLeftOut", data.rowsLeftOut);
        data.facts.put("lines", PackedLines.of(excerpt));
        return data.facts;
    }

    private void tables(BootAnalysis boot) {
        Timeline timeline = boot.timeline();
        List<AccountedInitcall> calls = AccountedInitcall.of(boot);
        List<AccountedProbe> probes = AccountedProbe.of(boot);
        put("phases", Tables.PHASES, boot.phases());
        put("levels", Tables.LEVELS, boot.levels());
        put("initcalls", Tables.INITCALLS, calls);
        facts.put(
                "initcallOrigins",
                Tables.ORIGINS.fill(
                        calls.stream().map(AccountedInitcall::origin).toList(), MOST_ROWS));
        put("blacklisted", Tables.BLACKLISTED, timeline.blacklisted());
        put("probes", Tables.PROBES, probes);
        put("asyncCalls", Tables.ASYNC_CALLS, timeline.asyncCalls());
        accounting(boot.accounting());
        facts.put(
                "probeInsideCertain",
                probes.stream().map(AccountedProbe::certain).toList());
        facts.put("doubts", DoubtData.of(boot));
        put("path", Tables.PATH, boot.accounting().criticalPath());
        put("waits", Tables.WAITS, ReportedWait.of(boot));
        put("failures", Tables.FAILURES, boot.failures());
        put("advice", Tables.ADVICE, boot.advice());
        put("diagnostics", Tables.DIAGNOSTICS, boot.diagnostics());
    }

    private void accounting(Accounting accounting) {
        Ledger ledger = accounting.ledger();
        facts.put("ledger", ledger == null ? null : LedgerData.of(ledger, accounting.observer()));
        put("accounts", Tables.ACCOUNTS, ledger == null ? List.of() : ledger.accounts());
        put("subsystems", Tables.SUBSYSTEMS, accounting.subsystems());
        put("owners", Tables.OWNERS, accounting.owners());
        put("deferrals", Tables.DEFERRALS, accounting.deferrals());
        facts.put("initcallSelfUs", accounting.nesting().initcallSelfUs());
        facts.put("probeSelfUs", accounting.nesting().probeSelfUs());
        facts.put("probeParents", accounting.nesting().parents());
    }

    private <T> void put(String name, ColumnTable<T> table, List<T> records) {
        facts.put(name, table.fill(records, MOST_ROWS));
        if (records.size() > MOST_ROWS) {
            rowsLeftOut.put(name, records.size() - MOST_ROWS);
        }
    }
}
