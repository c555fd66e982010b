package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.rule.GateRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            candidate.add(Bench.with(boot, slower, boot.totalUs() / 1_000));
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
                    return Bench.with(boot, initcalls, 0);
                })
                .toList();
    }

    @Test
    void aNewInitcallIsNamedWhereTheTotalGrew() {
        List<BootMeasures> candidate = bench.boots(5).stream()
                .map(boot -> {
                    SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(boot.initcalls());
                    initcalls.put(Bench.key("new_init"), 200_000L);
                    return Bench.with(boot, initcalls, 200_000);
                })
                .toList();

        GateResult result = judge(bench.boots(5), candidate);

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.culprits()).singleElement().satisfies(culprit -> {
            assertThat(culprit.kind()).isEqualTo(Culprit.Kind.ADDED);
            assertThat(culprit.name()).isEqualTo("new_init");
            assertThat(culprit.shiftUs()).isBetween(198_000L, 202_000L);
        });
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
        assertThat(result.reason()).startsWith("1 of 5 candidate boots got no further, ");
        List<BootMeasures> dead = candidate.subList(3, 4);
        assertThat(judge(bench.boots(5), dead).verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(judge(bench.boots(5), dead).reason()).startsWith("the candidate does not boot: ");
        assertThat(judge(dead, dead).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void aCandidateThatSometimesHangsIsNoSilentPass() {
        List<BootMeasures> candidate = new ArrayList<>(bench.boots(6));
        candidate.set(0, Bench.ended(candidate.get(0), BootMeasures.NO_SIGN_OF_INIT, null));

        assertThat(judge(bench.boots(6), candidate).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void whatIsSometimesSlowIsToldOnlyWhereChanceHardlyMakesIt() {
        List<BootMeasures> baseline = bench.boots(10);

        assertThat(sometimesSlow(judge(baseline, sporadic(bench.boots(10), 4)))).containsExactly("slow_init");
        assertThat(sometimesSlow(judge(baseline, sporadic(bench.boots(10), 2)))).isEmpty();
        assertThat(sometimesSlow(judge(bench.boots(12), sporadic(bench.boots(12), 5))))
                .contains("slow_init");
        assertThat(sometimesSlow(judge(bench.boots(6), sporadic(bench.boots(6), 3))))
                .isEmpty();
        assertThat(sometimesSlow(judge(bench.boots(4), sporadic(bench.boots(4), 3))))
                .isEmpty();
    }

    private static List<String> sometimesSlow(GateResult result) {
        return result.metrics().stream()
                .filter(metric -> metric.slowBoots().sometimes())
                .map(Metric::id)
                .toList();
    }

    private static List<BootMeasures> sporadic(List<BootMeasures> boots, int slow) {
        List<BootMeasures> some = new ArrayList<>(boots);
        for (int i = 0; i < slow; i++) {
            SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(some.get(i).initcalls());
            initcalls.merge(Bench.key("slow_init"), 15_000L, Long::sum);
            some.set(i, Bench.with(some.get(i), initcalls, 15_000));
        }
        return some;
    }

    @Test
    void aBootThatIsFasterAsAWholeTradesWhatIsSlowerInIt() {
        List<BootMeasures> candidate = bench.boots(6, us -> us * 3 / 2).stream()
                .map(boot -> Bench.with(boot, boot.initcalls(), -300_000))
                .toList();
        List<BootMeasures> baseline = bench.boots(6);

        GateResult result = judge(baseline, candidate);

        assertThat(result.verdict()).isEqualTo(Verdict.TRADED);
        assertThat(result.failed()).isFalse();
        assertThat(result.culprits()).extracting(Culprit::name).containsExactly("slow_init");
        GateSettings strict = new GateSettings(GateRule.DEFAULT, false, Set.of(), Budgets.NONE, true);
        assertThat(Gate.judge(baseline, candidate, strict).failed()).isTrue();
    }

    @Test
    void whatIsAcceptedIsAcceptedWhereItOnlySeemsSlowerToo() {
        List<BootMeasures> baseline = bench.boots(6);
        List<BootMeasures> candidate = sporadic(bench.boots(6), 4);
        Budgets accepting = new Budgets(
                List.of(),
                List.of(new Budgets.Waiver(MetricPattern.of("total"), 30_000L, null, "ticket 1")),
                null,
                null);

        assertThat(judge(baseline, candidate).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        GateResult accepted = Gate.judge(baseline, candidate, GateSettings.DEFAULT.with(accepting));
        assertThat(accepted.verdict()).isEqualTo(Verdict.OK);
        assertThat(accepted.total()).get().extracting(Metric::status).isEqualTo(Status.WAIVED);
    }

    @Test
    void timeOutsideInitcallsIsACulprit() {
        List<BootMeasures> candidate = gaps(6, 30_000);

        GateResult result = judge(gaps(6, 10_000), candidate);

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.culprits())
                .singleElement()
                .satisfies(culprit -> assertThat(culprit.kind()).isEqualTo(Culprit.Kind.OUTSIDE))
                .satisfies(culprit -> assertThat(culprit.name()).isEqualTo("device"));
    }

    private List<BootMeasures> gaps(int count, long us) {
        List<BootMeasures> boots = new ArrayList<>();
        for (BootMeasures boot : bench.boots(count)) {
            boots.add(boot.with(
                    boot.totalUs(),
                    boot.phases(),
                    boot.levels(),
                    new TreeMap<>(Map.of("device", us + boot.totalUs() % 100)),
                    boot.initcalls()));
        }
        return boots;
    }

    @Test
    void linesOfOursThatCannotBeReadAreSaid() {
        List<BootMeasures> candidate = new ArrayList<>(bench.boots(6));
        candidate.set(1, Bench.garbled(candidate.get(1), 3));

        assertThat(judge(bench.boots(6), candidate).malformed())
                .containsExactly(new GateResult.Malformed("boot 1", true, 3));
    }

    private static GateResult judge(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return Gate.judge(baseline, candidate, GateSettings.DEFAULT);
    }
}
