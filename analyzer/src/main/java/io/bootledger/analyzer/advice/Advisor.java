package io.bootledger.analyzer.advice;

import static io.bootledger.analyzer.advice.RequiredEvidence.COMMAND_LINE;
import static io.bootledger.analyzer.advice.RequiredEvidence.INITCALLS;
import static io.bootledger.analyzer.advice.RequiredEvidence.LEDGER;
import static io.bootledger.analyzer.advice.RequiredEvidence.OBSERVER;
import static io.bootledger.analyzer.advice.RequiredEvidence.PROBES;
import static io.bootledger.analyzer.advice.RequiredEvidence.VERSION;
import static io.bootledger.analyzer.advice.Rule.Place.BY_GAIN;
import static io.bootledger.analyzer.advice.Rule.Place.FIRST;
import static io.bootledger.analyzer.advice.Rule.Place.LAST;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Judges a boot by every rule. */
public final class Advisor {
    private static final List<Rule> RULES = List.of(
            new Rule(FIRST, Set.of(), LogRules::initcallsNotRecorded),
            new Rule(FIRST, Set.of(), LogRules::noTimeStamps),
            new Rule(FIRST, Set.of(INITCALLS), LogRules::wallClockOnly),
            new Rule(FIRST, Set.of(), LogRules::headLost),
            new Rule(FIRST, Set.of(), LogRules::messagesLost),
            new Rule(FIRST, Set.of(PROBES, INITCALLS), LogRules::probesWithoutCaller),
            new Rule(BY_GAIN, Set.of(OBSERVER, LEDGER), ConsoleRule::consoleCost),
            new Rule(BY_GAIN, Set.of(PROBES, LEDGER), ConsoleRule::consoleProbes),
            new Rule(BY_GAIN, Set.of(INITCALLS, LEDGER), InitcallRules::slowInitcalls),
            new Rule(BY_GAIN, Set.of(PROBES, LEDGER), ProbeRules::wastedAttempts),
            new Rule(BY_GAIN, Set.of(PROBES, LEDGER), ProbeRules::longDeferrals),
            new Rule(BY_GAIN, Set.of(PROBES, LEDGER), ProbeRules::deferredProbeInitcall),
            new Rule(BY_GAIN, Set.of(PROBES, LEDGER, VERSION, COMMAND_LINE), ProbeRules::asyncCandidates),
            new Rule(BY_GAIN, Set.of(LEDGER), AccountRules::longAccounts),
            new Rule(LAST, Set.of(), LogRules::stampsInDoubt),
            new Rule(LAST, Set.of(INITCALLS, VERSION), LogRules::levelsInferred),
            new Rule(LAST, Set.of(INITCALLS), LogRules::unitUnknown));

    private Advisor() {}

    /** All advice for a boot: what undermines the numbers first, then the largest gain. */
    public static List<Advice> of(AdviceBasis grounds) {
        List<Advice> all = new ArrayList<>(judged(FIRST, grounds));
        judged(BY_GAIN, grounds).stream()
                .sorted(Comparator.comparing(Advice::gainUs, Comparator.nullsLast(Comparator.reverseOrder())))
                .forEach(all::add);
        all.addAll(judged(LAST, grounds));
        return List.copyOf(all);
    }

    private static List<Advice> judged(Rule.Place place, AdviceBasis grounds) {
        return RULES.stream()
                .filter(rule -> rule.place() == place)
                .flatMap(rule -> rule.judge(grounds).stream())
                .map(advice -> advice.doubted(restsOnDoubt(advice, grounds)))
                .toList();
    }

    /** Advice about the boot is measured by the lines it shows. */
    private static boolean restsOnDoubt(Advice advice, AdviceBasis grounds) {
        return advice.kind() == Advice.Kind.BOOT
                && advice.lines().stream().anyMatch(line -> grounds.doubts().at(line) != null);
    }
}
