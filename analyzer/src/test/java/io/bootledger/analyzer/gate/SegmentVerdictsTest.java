package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.compare.measure.Segments;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.rule.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SegmentVerdictsTest {
    private static final GateSettings JUDGED = settings(true, true);

    private static GateSettings settings(boolean segments, boolean inTurn) {
        GateRule rule = GateRule.DEFAULT;
        return new GateSettings(
                new GateRule(rule.total(), rule.part(), rule.initcall(), rule.alpha(), segments),
                inTurn,
                Set.of(),
                Budgets.NONE,
                false);
    }

    private final Random random = new Random(3);

    private List<BootMeasures> boots(Bench bench, long userspaceUs) {
        return boots(bench, userspaceUs, null);
    }

    private List<BootMeasures> boots(Bench bench, long userspaceUs, @Nullable Long uncertaintyUs) {
        List<BootMeasures> boots = new ArrayList<>();
        for (BootMeasures boot : bench.boots(6)) {
            Map<String, Long> us = new LinkedHashMap<>();
            us.put("U-Boot", noisy(1_500_000));
            us.put(Segments.KERNEL, boot.knownTotalUs());
            us.put("user space", noisy(userspaceUs));
            boots.add(boot.with(new Segments(us, uncertaintyUs)));
        }
        return boots;
    }

    private long noisy(long us) {
        return Math.round(us * (1 + 0.02 * random.nextGaussian()));
    }

    private static Metric segment(GateResult result, String name) {
        return result.metrics().stream()
                .filter(metric -> metric.scope() == Scope.SEGMENT && metric.id().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSlowerUserSpaceIsToldByNameAndMakesNoKernelRed() {
        Bench bench = new Bench(1);
        GateResult result =
                Gate.judge(boots(bench, 6_000_000), boots(bench, 8_000_000), GateSettings.DEFAULT.inTurn(true));

        assertThat(result.verdict()).isEqualTo(Verdict.OK);
        assertThat(result.culprits()).isEmpty();
        Metric userspace = segment(result, "user space");
        assertThat(userspace.status()).isEqualTo(Status.NOTED);
        assertThat(userspace.shiftUs()).isBetween(1_800_000L, 2_200_000L);
        assertThat(segment(result, "U-Boot").status()).isEqualTo(Status.OK);
        assertThat(result.metrics())
                .noneMatch(
                        metric -> metric.scope() == Scope.SEGMENT && metric.id().equals("kernel"));
        assertThat(result.boots(userspace)).hasSize(12);
    }

    @Test
    void whoAsksThatItCountsGetsARedVerdictThatNamesIt() {
        Bench bench = new Bench(1);
        GateResult result = Gate.judge(boots(bench, 6_000_000), boots(bench, 8_000_000), JUDGED);

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.culprits())
                .singleElement()
                .satisfies(culprit ->
                        assertThat(culprit.kind() + " " + culprit.name()).isEqualTo("segment user space"));
    }

    @Test
    void aFasterKernelPaysForNoSlowerUserSpaceThatCounts() {
        Bench bench = new Bench(1);
        List<BootMeasures> faster = boots(bench, 8_000_000).stream()
                .map(boot -> boot.with(
                        boot.knownTotalUs() - 200_000, boot.phases(), boot.levels(), boot.gaps(), boot.initcalls()))
                .toList();
        List<BootMeasures> before = boots(bench, 6_000_000);

        assertThat(Gate.judge(before, faster, JUDGED).verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(Gate.judge(before, faster, settings(false, true)).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aHostThatMayBeSlowerAsAWholeIsNoUserSpacesFault() {
        Bench bench = new Bench(1);
        List<BootMeasures> slower = boots(bench, 9_000_000).stream()
                .map(SegmentVerdictsTest::halfAsFastAgain)
                .toList();
        List<BootMeasures> before = boots(bench, 6_000_000);

        GateResult result = Gate.judge(before, slower, settings(true, false));
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(segment(result, "user space").status()).isEqualTo(Status.NOTED);
        assertThat(Gate.judge(before, slower, JUDGED).verdict()).isEqualTo(Verdict.REGRESSED);
    }

    private static BootMeasures halfAsFastAgain(BootMeasures boot) {
        SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(boot.initcalls());
        initcalls.replaceAll((key, us) -> us * 3 / 2);
        SortedMap<String, Long> phases = new TreeMap<>(boot.phases());
        phases.replaceAll((name, us) -> us * 3 / 2);
        return boot.with(boot.knownTotalUs() * 3 / 2, phases, boot.levels(), boot.gaps(), initcalls);
    }

    @Test
    void theKernelIsJudgedAsWithoutThem() {
        Bench one = new Bench(2);
        Bench same = new Bench(2);
        GateResult with = Gate.judge(boots(one, 6_000_000), boots(one, 8_000_000), GateSettings.DEFAULT);
        GateResult without = Gate.judge(same.boots(6), same.boots(6), GateSettings.DEFAULT);

        assertThat(with.metrics().stream().filter(metric -> metric.scope() != Scope.SEGMENT))
                .isEqualTo(without.metrics());
        assertThat(with.verdict()).isEqualTo(without.verdict());
    }

    @Test
    void whatNotEveryBootTellsIsNamedAndNotTested() {
        Bench bench = new Bench(1);
        List<BootMeasures> after = new ArrayList<>(boots(bench, 8_000_000));
        after.set(2, after.get(2).with(Segments.UNKNOWN));
        GateResult result = Gate.judge(boots(bench, 6_000_000), after, JUDGED);

        assertThat(result.verdict()).isEqualTo(Verdict.OK);
        assertThat(result.metrics()).noneMatch(metric -> metric.scope() == Scope.SEGMENT);
        assertThat(result.evidence()).isNotNull();
        assertThat(result.evidence().untold()).containsExactly("U-Boot", "user space");
    }

    @Test
    void whatClocksMayBeOffIsNoChange() {
        Bench bench = new Bench(1);
        List<BootMeasures> before = boots(bench, 6_000_000, 2_500_000L);
        GateResult result = Gate.judge(before, boots(bench, 8_000_000, 2_500_000L), JUDGED);

        assertThat(result.verdict()).isEqualTo(Verdict.OK);
        assertThat(segment(result, "user space").marginUs()).isEqualTo(2_500_000L);
    }

    @Test
    void aPatternNamesASegment() {
        assertThat(MetricPattern.of("segment=user space")).isEqualTo(new MetricPattern(Scope.SEGMENT, "user space"));
    }
}
