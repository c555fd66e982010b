package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.BootMeasures;
import io.bootledger.analyzer.compare.InitcallKey;
import io.bootledger.analyzer.gate.Budgets.Limit;
import io.bootledger.analyzer.gate.Budgets.Severity;
import io.bootledger.analyzer.gate.Budgets.Waiver;
import io.bootledger.analyzer.gate.Metric.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GateTest {
    private final Bench bench = new Bench(7);

    @Test
    void anUnchangedKernelPasses() {
        assertThat(judge(bench.boots(5), bench.boots(5)).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void anInitcallSlowerByHalfIsNamed() {
        GateResult result = judge(bench.boots(5), bench.boots(5, us -> us * 3 / 2));

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.culprits()).extracting(Culprit::name).containsExactly("slow_init");
    }

    @Test
    void aFasterKernelPasses() {
        GateResult result = judge(bench.boots(5), bench.boots(5, us -> us / 2));

        assertThat(result.verdict()).isEqualTo(Verdict.OK);
        assertThat(result.metrics()).extracting(Metric::status).contains(Status.IMPROVED);
    }

    @Test
    void aThousandthIsNotWorthAWord() {
        List<BootMeasures> baseline = bench.boots(5);
        List<BootMeasures> candidate = new ArrayList<>();
        for (BootMeasures boot : baseline) {
            SortedMap<InitcallKey, Long> slower = new TreeMap<>();
            boot.initcalls().forEach((key, us) -> slower.put(key, us + us / 1_000));
            candidate.add(boot.with(slower, boot.totalUs() / 1_000));
        }

        assertThat(judge(baseline, candidate).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void anInitcallThatFlipsByOneTickIsNotFlaggedAmongInitcallsOfAFinerClock() {
        GateResult result = judge(ticking(bench.boots(5), 0), ticking(bench.boots(5), 4_000));

        assertThat(result.verdict()).isEqualTo(Verdict.OK);
        assertThat(result.culprits()).isEmpty();
    }

    private static List<BootMeasures> ticking(List<BootMeasures> boots, long us) {
        return boots.stream()
                .map(boot -> {
                    SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(boot.initcalls());
                    initcalls.put(Bench.key("tick_init"), us);
                    return boot.with(initcalls, us);
                })
                .toList();
    }

    @Test
    void aNewInitcallIsNamedWhereTheTotalGrew() {
        List<BootMeasures> candidate = bench.boots(5).stream()
                .map(boot -> {
                    SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(boot.initcalls());
                    initcalls.put(Bench.key("new_init"), 200_000L);
                    return boot.with(initcalls, 200_000);
                })
                .toList();

        GateResult result = judge(bench.boots(5), candidate);

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.culprits()).containsExactly(new Culprit(Culprit.Kind.ADDED, "new_init", 200_000L));
    }

    @Test
    void whatFailsInEveryCandidateBootAndInNoOtherIsRed() {
        List<BootMeasures> failing = bench.boots(5).stream()
                .map(boot -> Bench.failing(boot, "initcall usb_init (EIO)"))
                .toList();

        GateResult result = judge(bench.boots(5), failing);

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.culprits().get(0).name()).isEqualTo("initcall usb_init (EIO)");
        assertThat(judge(failing, failing).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aCandidateThatPanicsIsRedEvenIfOnlyOnce() {
        List<BootMeasures> candidate = new ArrayList<>(bench.boots(5));
        candidate.set(3, Bench.ended(candidate.get(3), "the kernel panicked: oops", "oops"));

        GateResult result = judge(bench.boots(5), candidate);

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.reason()).contains("does not boot");
        List<BootMeasures> dead = candidate.subList(3, 4);
        assertThat(judge(bench.boots(5), dead).verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(judge(dead, dead).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void aCandidateThatSometimesHangsIsNoSilentPass() {
        List<BootMeasures> candidate = new ArrayList<>(bench.boots(5));
        candidate.set(0, Bench.ended(candidate.get(0), BootMeasures.NO_SIGN_OF_INIT, null));

        assertThat(judge(bench.boots(5), candidate).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aCandidateThatIsSometimesSlowIsWorthAWord() {
        List<BootMeasures> candidate = new ArrayList<>(bench.boots(5));
        candidate.set(2, candidate.get(2).with(new TreeMap<>(candidate.get(2).initcalls()), 300_000));

        GateResult result = judge(bench.boots(5), candidate);

        assertThat(result.verdict()).isEqualTo(Verdict.OK);
        assertThat(result.total().orElseThrow().slowBoots()).isEqualTo(new SlowBoots(0, 1));
        assertThat(result.total().orElseThrow().sometimesSlow()).isTrue();
        assertThat(result.total().orElseThrow().sometimesSlowP()).isEqualTo(0.5);
    }

    @Test
    void anInitcallThatIsSometimesSlowIsToldOnlyWhereChanceHardlyMakesIt() {
        List<BootMeasures> baseline = bench.boots(10);

        assertThat(sometimesSlow(judge(baseline, sporadic(bench.boots(10), 4)))).containsExactly("slow_init");
        assertThat(sometimesSlow(judge(baseline, sporadic(bench.boots(10), 2)))).isEmpty();
    }

    private static List<String> sometimesSlow(GateResult result) {
        return result.metrics().stream()
                .filter(metric -> metric.scope() == Scope.INITCALL && metric.sometimesSlow())
                .map(Metric::id)
                .toList();
    }

    private static List<BootMeasures> sporadic(List<BootMeasures> boots, int slow) {
        List<BootMeasures> some = new ArrayList<>(boots);
        for (int i = 0; i < slow; i++) {
            SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(some.get(i).initcalls());
            initcalls.merge(Bench.key("slow_init"), 15_000L, Long::sum);
            some.set(i, some.get(i).with(initcalls, 15_000));
        }
        return some;
    }

    @Test
    void aMachineThatIsSlowerAsAWholeIsTheCandidatesFaultOnlyWhenBootedInTurn() {
        List<BootMeasures> slower = bench.boots(5).stream()
                .map(boot -> {
                    SortedMap<InitcallKey, Long> initcalls = new TreeMap<>();
                    boot.initcalls().forEach((key, us) -> initcalls.put(key, us * 6 / 5));
                    return boot.with(initcalls, boot.totalUs() / 5);
                })
                .toList();
        List<BootMeasures> baseline = bench.boots(5);

        assertThat(judge(baseline, slower).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(baseline, slower).globalShift()).isTrue();
        GateSettings inTurn = new GateSettings(GateRule.DEFAULT, true, Set.of(), Budgets.NONE);
        assertThat(Gate.judge(baseline, slower, inTurn).verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void aBrokenBudgetIsRedForASingleBoot() {
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
        return new GateSettings(GateRule.DEFAULT, false, Set.of(), new Budgets(List.of(limit), List.of(), null, null));
    }

    @Test
    void aWaivedSlowdownPassesUpToWhatIsWaived() {
        List<BootMeasures> baseline = bench.boots(5);
        List<BootMeasures> slower = bench.boots(5, us -> us * 3 / 2);

        assertThat(Gate.judge(baseline, slower, waive(15_000)).metrics())
                .extracting(Metric::status)
                .contains(Status.WAIVED);
        assertThat(Gate.judge(baseline, slower, waive(5_000)).verdict()).isEqualTo(Verdict.REGRESSED);
    }

    private static GateSettings waive(long maxShiftUs) {
        Waiver waiver = new Waiver(MetricPattern.of("slow_init"), maxShiftUs, null, "firmware");
        return new GateSettings(GateRule.DEFAULT, false, Set.of(), new Budgets(List.of(), List.of(waiver), null, null));
    }

    private static GateResult judge(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return Gate.judge(baseline, candidate, GateSettings.DEFAULT);
    }
}
