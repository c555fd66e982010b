package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.gate.Budgets.Limit;
import io.bootledger.analyzer.gate.Budgets.Severity;
import io.bootledger.analyzer.gate.Budgets.Waiver;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.rule.Scope;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a budget file does to a verdict: limits, and what is accepted. */
class BudgetVerdictsTest {
    private final Bench bench = new Bench(7);

    @Test
    void aBrokenBudgetIsRedForASingleBoot() {
        assertThat(Gate.judge(bench.boots(3), bench.boots(3), limit(10_000, Severity.ERROR))
                        .verdict())
                .isEqualTo(Verdict.REGRESSED);
        assertThat(Gate.judge(bench.boots(1), bench.boots(1), limit(10_000, Severity.ERROR))
                        .verdict())
                .isEqualTo(Verdict.REGRESSED);
        assertThat(Gate.judge(bench.boots(5), bench.boots(5), limit(10_000, Severity.WARN))
                        .verdict())
                .isEqualTo(Verdict.OK);
        assertThat(Gate.judge(bench.boots(5), bench.boots(5), limit(30_000, Severity.ERROR))
                        .budgets())
                .singleElement()
                .satisfies(check -> assertThat(check.broken()).isFalse());
    }

    private static GateSettings limit(long maxUs, Severity severity) {
        Limit limit = new Limit(Scope.INITCALL, "slow_*", maxUs, severity);
        return new GateSettings(
                GateRule.DEFAULT, false, Set.of(), new Budgets(List.of(limit), List.of(), null, null), false);
    }

    @Test
    void aWaivedSlowdownPassesUpToWhatIsWaived() {
        List<BootMeasures> baseline = bench.boots(5);
        List<BootMeasures> slower = bench.boots(5, us -> us * 3 / 2);

        assertThat(Gate.judge(baseline, slower, waive(15_000)).metrics())
                .extracting(Metric::status)
                .contains(Status.WAIVED);
        assertThat(Gate.judge(baseline, slower, waive(15_000)).metrics())
                .filteredOn(metric -> metric.status() == Status.WAIVED)
                .extracting(Metric::acceptedBecause)
                .containsOnly("firmware");
        assertThat(Gate.judge(baseline, slower, waive(5_000)).verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void oneWaiverSettlesAStepOfADeterministicMachineToo() {
        List<BootMeasures> baseline = Collections.nCopies(6, bench.boots(1).get(0));
        List<BootMeasures> slower =
                Collections.nCopies(6, new Bench(7).boots(1, us -> us + 60_000).get(0));

        assertThat(Gate.judge(baseline, slower, waive(50_000)).verdict()).isEqualTo(Verdict.REGRESSED);
        GateResult accepted = Gate.judge(baseline, slower, waive(100_000));
        assertThat(accepted.verdict()).isEqualTo(Verdict.DETERMINISTIC);
        assertThat(accepted.total()).get().extracting(Metric::status).isEqualTo(Status.WAIVED);
    }

    @Test
    void whereABudgetDecidesItComesBeforeWhatBecameSlower() {
        List<BootMeasures> baseline = bench.boots(6);
        List<BootMeasures> candidate = bench.boots(6, us -> us * 3 / 2).stream()
                .map(boot -> Bench.with(boot, boot.initcalls(), -300_000))
                .toList();

        GateResult result = Gate.judge(
                baseline,
                candidate,
                GateSettings.DEFAULT.with(new Budgets(
                        List.of(
                                new Limit(Scope.TOTAL, "total", 1, Severity.ERROR),
                                new Limit(Scope.INITCALL, "driver_9_init", 1, Severity.WARN)),
                        List.of(),
                        null,
                        null)));

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.reason()).isEqualTo(Reasons.BUDGET);
        assertThat(result.culprits()).extracting(Culprit::name).containsExactly("total", "slow_init");
    }

    private static GateSettings waive(long maxShiftUs) {
        Waiver waiver = new Waiver(MetricPattern.of("slow_init"), maxShiftUs, null, "firmware");
        return new GateSettings(
                GateRule.DEFAULT, false, Set.of(), new Budgets(List.of(), List.of(waiver), null, null), false);
    }
}
