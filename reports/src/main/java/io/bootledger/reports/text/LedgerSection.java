package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.clock.DoubtfulStretch;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.LedgerKind;
import io.bootledger.reports.text.page.BlockBar;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The ledger: the sorts of time, below each its share of the ten largest accounts, and the total that they add up to. */
final class LedgerSection {
    private static final int LARGEST = 10;
    private static final int LONGEST_BAR = 16;
    private static final int BESIDE_BAR = 60;

    static void write(BootAnalysis boot, Page page) {
        Ledger ledger = boot.accounting().ledger();
        if (boot.accounting().functionGraph().isAll(boot.timeline())) {
            return;
        }
        page.title("Where every microsecond went");
        if (ledger == null) {
            page.note(
                    boot.reading().unordered()
                            ? "These lines stand in no order of time, so nothing is added up over them; analyze the log as it was"
                                    + " printed."
                            : "The log has no time stamps, so only the kernel's own durations are known;"
                                    + " boot with printk.time=1 to see the whole boot.");
            return;
        }
        page.table(table(ledger, Math.min(LONGEST_BAR, page.width() - BESIDE_BAR)));
        doubts(boot, ledger, page);
        notes(boot, page);
        ObserverSentence.write(boot, ledger, page);
    }

    private static TextTable table(Ledger ledger, int bar) {
        List<LedgerKind> kinds = LedgerKind.of(ledger);
        Set<Account> largest = largest(ledger);
        long longest = kinds.stream().mapToLong(LedgerKind::us).max().orElse(0);
        TextTable table =
                new TextTable().right("ms").right("%").left("").left("level").elastic("account");
        for (LedgerKind kind : kinds) {
            row(
                    table,
                    ledger,
                    kind.us(),
                    kind.doubtfulUs(),
                    BlockBar.of(kind.us(), longest, bar),
                    Cell.of(""),
                    Cell.of(kind.title()));
            List<Account> shown = kind.accounts().stream()
                    .filter(account -> largest.contains(account) && account.us() < kind.us())
                    .toList();
            shown.forEach(account -> row(
                    table,
                    ledger,
                    account.us(),
                    account.doubtfulUs(),
                    BlockBar.of(account.us(), longest, bar),
                    Cell.of(account.level() == null ? "" : account.level().toString(), Ink.FAINT),
                    Cell.of("  " + account.name() + surety(account), Ink.FAINT)));
        }
        table.row(
                Cell.of(millis(ledger.totalUs(), ledger.doubtfulUs()), Ink.TITLE),
                Cell.of(ledger.totalUs() == 0 ? "" : "100.0"),
                Cell.of(""),
                Cell.of(""),
                Cell.of("= " + span(ledger)));
        return table;
    }

    /** What two lines show needs no word. */
    private static String surety(Account account) {
        return account.evidence() == CauseEvidence.LIKELY ? " (" + account.evidence() + ")" : "";
    }

    private static String span(Ledger ledger) {
        String from = ledger.fromUs() == 0 ? "" : "from " + DurationText.exactSeconds(ledger.fromUs()) + " s ";
        return from + "until " + ledger.ends().words() + " at " + DurationText.exactSeconds(ledger.toUs()) + " s";
    }

    private static Set<Account> largest(Ledger ledger) {
        return ledger.accounts().stream()
                .sorted(Comparator.comparingLong(Account::us).reversed())
                .limit(LARGEST)
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    private static String millis(long us, long doubtfulUs) {
        return (doubtfulUs > 0 ? Wording.DOUBTFUL : "") + DurationText.exactMillis(us);
    }

    private static void row(TextTable table, Ledger ledger, long us, long doubtfulUs, Cell bar, Cell level, Cell name) {
        table.row(
                Cell.of(millis(us, doubtfulUs), name.ink()),
                Cell.of(DurationText.percent(us, ledger.totalUs()), name.ink()),
                bar,
                level,
                name);
    }

    private static void doubts(BootAnalysis boot, Ledger ledger, Page page) {
        if (ledger.doubtfulUs() > 0) {
            page.note(Wording.DOUBTFUL + " told by clocks in doubt, " + DurationText.rounded(ledger.doubtfulUs())
                    + " in all" + missing(boot) + ".");
        }
    }

    private static String missing(BootAnalysis boot) {
        long us = boot.accounting().doubts().stretches().stream()
                .map(DoubtfulStretch::missingUs)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return us == 0 ? "" : ", which took " + DurationText.rounded(us) + " more";
    }

    /** What is known of markers that are missing, and what the log holds beyond the account. */
    private static void notes(BootAnalysis boot, Page page) {
        for (Phase phase : boot.phases()) {
            if (phase.note() != null) {
                page.note(phase.kind().title() + ": " + phase.note());
            }
            Long start = phase.startUs();
            Long end = phase.endUs();
            if (phase.kind() == Phase.Kind.AFTER_INIT && start != null && end != null && end > start) {
                page.note("The log goes on for " + DurationText.rounded(end - start) + ": modules, user space.");
            }
        }
    }

    private LedgerSection() {}
}
