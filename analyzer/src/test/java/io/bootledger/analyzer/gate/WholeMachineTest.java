package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.rule.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the machine as a whole does is no change of the kernel, and hides none. */
class WholeMachineTest {
    private final Bench bench = new Bench(7);

    @Test
    void aMachineThatIsSlowerAsAWholeIsTheCandidatesFaultOnlyWhenBootedInTurn() {
        List<BootMeasures> slower = bench.boots(5).stream()
                .map(boot -> {
                    SortedMap<InitcallKey, Long> initcalls = new TreeMap<>();
                    boot.initcalls().forEach((key, us) -> initcalls.put(key, us * 6 / 5));
                    return Bench.with(boot, initcalls, boot.totalUs() / 5);
                })
                .toList();
        List<BootMeasures> baseline = bench.boots(5);

        assertThat(judge(baseline, slower).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(baseline, slower).globalShift()).isTrue();
        GateSettings inTurn = new GateSettings(GateRule.DEFAULT, true, Set.of(), Budgets.NONE, false);
        assertThat(Gate.judge(baseline, slower, inTurn).verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void shortInitcallsThatChangeMakeNoOtherMachineOfOneWithALongInitcall() {
        List<BootMeasures> baseline = withLong(bench.boots(6), 100);
        List<BootMeasures> quicker = withLong(bench.boots(6), 97);

        GateResult result = judge(baseline, quicker);

        assertThat(result.environmentPerMille()).isEqualTo(1_000);
        assertThat(result.verdict()).isEqualTo(Verdict.OK);
        assertThat(judge(quicker, baseline).metrics())
                .filteredOn(metric -> metric.id().equals("long_init"))
                .extracting(Metric::status, Metric::shiftUs)
                .containsExactly(tuple(Status.OK, 0L));
    }

    private static List<BootMeasures> withLong(List<BootMeasures> boots, int percent) {
        return boots.stream()
                .map(boot -> {
                    SortedMap<InitcallKey, Long> initcalls = new TreeMap<>();
                    boot.initcalls().forEach((key, us) -> initcalls.put(key, us * percent / 100));
                    initcalls.put(Bench.key("long_init"), 12_000_000L);
                    return Bench.with(boot, initcalls, 12_000_000 - boot.totalUs() * (100 - percent) / 100);
                })
                .toList();
    }

    private static List<BootMeasures> withLong(long us, List<BootMeasures> boots) {
        return boots.stream()
                .map(boot -> {
                    SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(boot.initcalls());
                    initcalls.put(Bench.key("long_init"), us);
                    return Bench.with(boot, initcalls, us);
                })
                .toList();
    }

    @Test
    void whatTookNoLongerInTheBootsThemselvesIsNotRedForTheirMachineBeingFaster() {
        List<BootMeasures> candidate = bench.boots(6).stream()
                .map(boot -> {
                    SortedMap<InitcallKey, Long> initcalls = new TreeMap<>();
                    boot.initcalls().forEach((key, us) -> initcalls.put(key, us * 4 / 5));
                    initcalls.put(Bench.key("slow_init"), boot.initcalls().get(Bench.key("slow_init")));
                    return Bench.with(boot, initcalls, -boot.totalUs() / 5);
                })
                .toList();

        GateResult result = judge(bench.boots(6), candidate);

        assertThat(result.environmentPerMille()).isLessThan(850);
        assertThat(result.verdict()).isEqualTo(Verdict.OK);
        assertThat(result.metrics()).extracting(Metric::status).doesNotContain(Status.REGRESSED);
    }

    /** All of the candidate's boots are slower, the typical one by less than the margin of a millisecond. */
    @Test
    void whatGrewByLessThanItsMarginIsNeverRed() {
        GateResult result = judge(twoKinds(10_000, 10_000), twoKinds(10_900, 14_000));

        assertThat(result.metrics())
                .filteredOn(metric -> metric.id().equals("two_kinds_init"))
                .singleElement()
                .satisfies(metric -> {
                    assertThat(metric.p()).isLessThan(GateRule.ALPHA);
                    assertThat(metric.shiftUs()).isEqualTo(900).isLessThan(metric.marginUs());
                    assertThat(metric.status()).isEqualTo(Status.OK);
                });
        assertThat(result.verdict()).isEqualTo(Verdict.OK);
    }

    /** Four boots of the one kind and two of the other. */
    private List<BootMeasures> twoKinds(long us, long otherUs) {
        List<BootMeasures> boots = new ArrayList<>();
        for (BootMeasures boot : bench.boots(6)) {
            SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(boot.initcalls());
            initcalls.put(Bench.key("two_kinds_init"), boots.size() < 4 ? us : otherUs);
            boots.add(Bench.with(boot, initcalls, 0));
        }
        return boots;
    }

    /** What it took would make the totals seem faster than the machine. */
    @Test
    void anInitcallThatIsGoneHidesNoSlowerHost() {
        List<BootMeasures> baseline = withLong(bench.boots(6), 100);
        List<BootMeasures> candidate = bench.boots(6).stream()
                .map(boot -> {
                    SortedMap<InitcallKey, Long> initcalls = new TreeMap<>();
                    boot.initcalls().forEach((key, us) -> initcalls.put(key, us * 6 / 5));
                    return Bench.with(boot, initcalls, boot.totalUs() / 5);
                })
                .toList();

        GateResult result = judge(baseline, candidate);

        assertThat(result.environmentPerMille()).isBetween(1_190L, 1_210L);
        assertThat(result.failed()).isFalse();
        assertThat(result.metrics())
                .filteredOn(metric -> metric.scope() == Scope.INITCALL)
                .noneMatch(metric -> metric.status() == Status.REGRESSED);
    }

    @Test
    void aMachineThatIsSlowerWhileSomethingElseMakesUpForItIsATrade() {
        List<BootMeasures> baseline = withLong(2_000_000, bench.boots(6));
        List<BootMeasures> candidate = withLong(1_733_000, bench.boots(6)).stream()
                .map(boot -> {
                    SortedMap<InitcallKey, Long> initcalls = new TreeMap<>();
                    boot.initcalls().forEach((key, us) -> initcalls.put(key, us * 11 / 10));
                    return Bench.with(boot, initcalls, boot.totalUs() / 10);
                })
                .toList();

        GateResult inTurn = Gate.judge(baseline, candidate, GateSettings.DEFAULT.inTurn(true));

        assertThat(inTurn.verdict()).isEqualTo(Verdict.TRADED);
        assertThat(inTurn.culprits()).extracting(Culprit::kind).containsExactly(Culprit.Kind.MACHINE);
        GateResult inBlocks = judge(baseline, candidate);
        assertThat(inBlocks.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(inBlocks.reason()).contains("the host may have caused");
        assertThat(inBlocks.culprits()).extracting(Culprit::kind).containsExactly(Culprit.Kind.MACHINE);
        Budgets accepting = new Budgets(
                List.of(),
                List.of(new Budgets.Waiver(MetricPattern.of("the machine as a whole"), null, null, "meant")),
                null,
                null);
        GateResult accepted =
                Gate.judge(baseline, candidate, new GateSettings(GateRule.DEFAULT, true, Set.of(), accepting, true));
        assertThat(accepted.failed()).isFalse();
        assertThat(accepted.total()).get().extracting(Metric::status).isEqualTo(Status.WAIVED);
    }

    private static GateResult judge(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return Gate.judge(baseline, candidate, GateSettings.DEFAULT);
    }
}
