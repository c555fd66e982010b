package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.rule.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SightTest {
    private static final String LONGEST = "slow_init";

    private final Bench bench = new Bench(11);

    @Test
    void whatIsPromisedIsFoundAndNamedAndLessIsNot() {
        List<BootMeasures> baseline = bench.boots(6);
        List<BootMeasures> candidate = bench.boots(6);
        long promised = promised(baseline, candidate, Scope.INITCALL, LONGEST);

        for (long us : List.of(promised, 2 * promised, 10 * promised)) {
            GateResult slower = judge(baseline, slowed(candidate, us));
            assertThat(slower.verdict()).isEqualTo(Verdict.REGRESSED);
            assertThat(slower.culprits()).extracting(Culprit::name).containsExactly(LONGEST);
        }
        assertThat(judge(baseline, slowed(candidate, promised * 8 / 10)).verdict())
                .isEqualTo(Verdict.OK);
    }

    @Test
    void aRiseOfTheTotalIsPromisedWhereverItIs() {
        List<BootMeasures> baseline = bench.boots(6);
        List<BootMeasures> candidate = bench.boots(6);
        long promised = promised(baseline, candidate, Scope.TOTAL, "total");

        assertThat(judge(baseline, Injection.total(promised).into(candidate)).verdict())
                .isEqualTo(Verdict.REGRESSED);
        assertThat(judge(baseline, Injection.total(promised * 8 / 10).into(candidate))
                        .verdict())
                .isEqualTo(Verdict.OK);
    }

    @Test
    void whatIsSlowedForProofIsFoundExactlyWhenThatIsPromised() {
        for (double noise : new double[] {0, 0.2, 0.5, 1, 2}) {
            List<BootMeasures> baseline = noisy(bench.boots(6), noise, 0);
            List<BootMeasures> candidate = noisy(bench.boots(6), noise, 3);
            SelfTest test =
                    SelfTest.of(baseline, candidate, GateSettings.DEFAULT).orElseThrow();

            assertThat(test.passed())
                    .as("noise %s, %s", noise, test.smallestUs())
                    .isEqualTo(test.smallestUs() != null && test.smallestUs() <= test.slowedByUs());
        }
    }

    /** The longest initcall takes so much longer in every third boot, by its own time. */
    private static List<BootMeasures> noisy(List<BootMeasures> boots, double noise, int phase) {
        List<BootMeasures> noisy = new ArrayList<>();
        for (int i = 0; i < boots.size(); i++) {
            noisy.addAll(slowed(boots.subList(i, i + 1), Math.round((i + phase) % 4 * noise * 20_000)));
        }
        return noisy;
    }

    @Test
    void bootsThatCannotShowAnythingPromiseNothing() {
        BootMeasures one = bench.boots(1).get(0);

        assertThat(judge(bench.boots(3), bench.boots(3)).sight().rises()).isEmpty();
        assertThat(judge(List.of(one, one), List.of(one, one)).sight().rises()).isEmpty();
        assertThat(judge(bench.boots(6), slowed(bench.boots(6), 90_000)).sight().smallestUs(Scope.INITCALL, LONGEST))
                .isEmpty();
    }

    @Test
    void theSmallestAmountIsFoundFromWhereverTheSearchBegins() {
        for (double near : new double[] {1, 10, 44, 47, 470_000, 1e14}) {
            for (long enough : new long[] {0, 11, 47, 4_700, 9_100_000}) {
                assertThat(PreferredAmounts.smallest(near, us -> us >= enough)).contains(Math.max(10, enough));
            }
            assertThat(PreferredAmounts.smallest(near, us -> false)).isEqualTo(Optional.empty());
        }
        assertThat(IntStream.of(100, 101).mapToObj(us -> PreferredAmounts.smallest(us, amount -> amount > 100)))
                .containsOnly(Optional.of(110L));
    }

    private static long promised(List<BootMeasures> baseline, List<BootMeasures> candidate, Scope scope, String id) {
        return judge(baseline, candidate).sight().smallestUs(scope, id).orElseThrow();
    }

    private static List<BootMeasures> slowed(List<BootMeasures> boots, long us) {
        return Injection.initcall(Bench.key(LONGEST), us).into(boots);
    }

    private static GateResult judge(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return Gate.judge(baseline, candidate, GateSettings.DEFAULT);
    }
}
