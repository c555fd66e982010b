package io.bootledger.fuzz.law;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.ledger.Posting;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.reading.Reading;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.reports.AccountedLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds within the analysis of a boot. */
public final class BootLaws {
    public static void hold(BootAnalysis boot) {
        lines(boot.reading());
        spans(boot);
        ledger(boot.accounting().ledger());
        levels(boot);
        phases(boot);
        boot.failures().forEach(failure -> failure(failure, boot.reading()));
        boot.diagnostics().forEach(one -> Law.holds(!one.text().isBlank(), () -> one.code() + " says nothing"));
        boot.advice()
                .forEach(one -> Law.holds(
                        one.gainUs() == null || one.gainUs() >= 0,
                        () -> one.code() + " would lose " + one.gainUs() + " us"));
    }

    private static void lines(Reading reading) {
        Law.holds(
                reading.lines() == reading.recognised() + reading.irrelevant() + reading.malformed()
                        && reading.recognised() >= 0
                        && reading.irrelevant() >= 0
                        && reading.malformed() >= 0,
                () -> "lines read are not recognised + irrelevant + malformed: " + reading);
    }

    private static void spans(BootAnalysis boot) {
        List<Initcall> calls = boot.timeline().initcalls();
        List<@Nullable Long> self = boot.accounting().nesting().initcallSelfUs();
        Law.holds(self.size() == calls.size(), () -> calls.size() + " initcalls have " + self.size() + " self times");
        for (int at = 0; at < calls.size(); at++) {
            Initcall call = calls.get(at);
            share(call.function(), self.get(at), call.durationUs());
            Law.holds(
                    call.startUs() == null
                            || call.endUs() == null
                            || call.startUs() <= call.endUs()
                            || !boot.diagnostics().isEmpty(),
                    () -> call.function() + " ends before it starts, and nothing is said of it");
        }
        List<Probe> probes = boot.timeline().probes();
        for (int at = 0; at < probes.size(); at++) {
            share(
                    probes.get(at).device(),
                    boot.accounting().nesting().probeSelfUs().get(at),
                    probes.get(at).durationUs());
        }
    }

    private static void share(String name, @Nullable Long self, @Nullable Long duration) {
        Law.holds(duration == null || duration >= 0, () -> name + " took " + duration + " us");
        Law.holds(
                self == null || duration != null && self >= 0 && self <= duration,
                () -> name + " took " + duration + " us, of which itself " + self);
    }

    private static void ledger(@Nullable Ledger ledger) {
        if (ledger == null) {
            return;
        }
        Law.holds(ledger.totalUs() >= 0, () -> "the ledger runs from " + ledger.fromUs() + " to " + ledger.toUs());
        Law.holds(
                ledger.accounts().stream().mapToLong(Account::us).sum() == ledger.totalUs()
                        && ledger.postings().stream().mapToLong(Posting::us).sum() == ledger.totalUs(),
                () -> "the books do not balance");
        ledger.accounts().forEach(account -> Law.holds(account.us() >= 0, () -> "booked below zero: " + account));
    }

    /** Over an excerpt whose lines stand in no order nothing is added up. */
    private static void levels(BootAnalysis boot) {
        if (boot.reading().unordered()) {
            Law.holds(
                    boot.levels().isEmpty() && boot.accounting().ledger() == null,
                    () -> "lines without order are added up");
            return;
        }
        Ledger ledger = boot.accounting().ledger();
        long counted = 0;
        long booked = 0;
        for (AccountedLevel level : AccountedLevel.of(boot)) {
            LevelSummary summary = level.summary();
            counted += summary.count();
            booked += level.ledgerUs() == null ? 0 : level.ledgerUs();
            Law.holds(
                    level.selfUs() >= 0 && level.selfUs() <= summary.durationUs() && level.likely() <= summary.count(),
                    () -> "a level is more than itself: " + level);
        }
        long placed = boot.timeline().initcalls().stream()
                .filter(call -> call.level() != null)
                .count();
        Law.holds(counted == placed, () -> placed + " initcalls at levels are counted as " + counted(boot));
        long all = booked;
        Law.holds(
                ledger == null || all <= ledger.totalUs(),
                () -> "the levels take " + all + " us of " + (ledger == null ? null : ledger.totalUs()));
    }

    private static List<Integer> counted(BootAnalysis boot) {
        return boot.levels().stream().map(LevelSummary::count).toList();
    }

    private static void phases(BootAnalysis boot) {
        Phase before = null;
        for (Phase phase : boot.phases()) {
            Phase last = before;
            Law.holds(
                    phase.startUs() == null || phase.endUs() == null || phase.startUs() <= phase.endUs(),
                    () -> "a phase ends before it begins: " + phase);
            Law.holds(
                    last == null || java.util.Objects.equals(last.endUs(), phase.startUs()),
                    () -> last + " is not followed at once by " + phase);
            before = phase;
        }
        Ledger ledger = boot.accounting().ledger();
        long within = boot.phases().stream()
                .filter(phase -> phase.kind() != Phase.Kind.AFTER_INIT)
                .filter(phase -> phase.startUs() != null && phase.endUs() != null)
                .mapToLong(phase -> phase.endUs() - phase.startUs())
                .sum();
        Law.holds(
                ledger == null || within <= Math.max(ledger.totalUs(), lasted(boot)),
                () -> "the phases until init take " + within + " us of " + lasted(boot));
    }

    private static long lasted(BootAnalysis boot) {
        Long first = boot.milestones().firstUs();
        Long last = boot.milestones().lastUs();
        return first == null || last == null ? 0 : last - first;
    }

    private static void failure(Failure failure, Reading reading) {
        Law.holds(
                failure.line() >= reading.firstLine(),
                () -> failure.kind() + " at line " + failure.line() + " of a boot that begins at "
                        + reading.firstLine());
        Law.holds(!failure.explanation().isBlank(), () -> failure.kind() + " is not explained");
    }

    private BootLaws() {}
}
