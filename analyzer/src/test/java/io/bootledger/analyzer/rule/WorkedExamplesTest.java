package io.bootledger.analyzer.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bootledger.analyzer.compare.Owners;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.CallCourse;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.statistics.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The rule's worked examples, to the last digit: forty initcalls of 2 to 80 ms, and noise that repeats. They divide by the boots' factors
 * always, and tell durations at ordinary speed.
 */
class WorkedExamplesTest {
    private static final String NEW = "new";
    private static final long NEVER = -70_000;

    @Test
    void anUnchangedKernel() {
        Judged judged = judged(boots(1, 5, .06, Map.of()), boots(6, 5, .06, Map.of()));

        assertThat(judged.slower()).isEmpty();
        assertThat(judged.faster()).isEmpty();
        judged.says("total", 2146796.0, 2144910.0, -1886.0, 5658.0, 0, 1, 32009);
        judged.says("f37", 72389.5, 73865.1, 1475.6, 3160.4, 0, 1, 3160);
        judged.says("device", 1645377.2, 1647888.3, 1331.1, 10074.3, 0, 1, 24631);
        judged.says("f32", 63054.5, 64299.9, 1212.2, 3658.1, 0, 1, 3658);
    }

    @Test
    void anInitcallThatIsHalfAsSlowAgain() {
        Judged judged = judged(boots(1, 5, .06, Map.of()), boots(6, 5, .06, Map.of("f20", 20_000L)));

        assertThat(judged.slower()).containsExactly("f20");
        assertThat(judged.faster()).isEmpty();
        judged.says("f20", 39469.1, 60765.6, 20567.8, 3947.8, 29.5580, 0.00397, 3948);
        judged.says("device", 1646056.2, 1666464.2, 19305.5, 13528.7, 1.4553, 0.00794, 25401);
        judged.says("total", 2146796.0, 2164910.0, 18114.0, 7587.0, 1.1127, 0.00794, 33004);
    }

    @Test
    void fiveMillisecondsOnAQuietMachine() {
        Judged judged = judged(boots(1, 5, .002, Map.of()), boots(6, 5, .002, Map.of("f40", 5_000L)));

        assertThat(judged.slower()).containsExactlyInAnyOrder("f40", "device", "total");
        judged.says("f40", 80020.5, 84979.7, 4964.8, 1000.0, 9.7053, 0.00397, 1000);
        judged.says("device", 1645057.2, 1650010.0, 4952.8, 2000.0, 2.1021, 0.00397, 2000);
        judged.says("total", 2145058.0, 2149998.0, 4940.0, 2000.0, 1.6873, 0.00397, 2000);
    }

    @Test
    void aNewInitcallBesideALargerOneThatIsGone() {
        Judged judged = judged(boots(1, 5, .02, Map.of()), boots(6, 5, .02, Map.of(NEW, 20_000L, "f30", NEVER)));

        assertThat(judged.slower()).containsExactly(NEW);
        assertThat(judged.faster()).containsExactlyInAnyOrder("f30", "total", "device");
        judged.says("f30", 59847.5, 0, -59847.5, 1000.0, -247.7689, 0.00397, 1000);
        judged.says("total", 2145599.0, 2094970.0, -50629.0, 2526.0, -7.8311, 0.00397, 2526);
        judged.says("device", 1645295.5, 1595976.9, -49542.2, 6560.8, -10.0238, 0.00397, 6561);
        judged.says(NEW, 0, 20002.5, 20002.5, 1000.0, 66.7924, 0.00397, 1000);
    }

    @Test
    void threeAgainstThree() {
        Judged judged = judged(boots(1, 3, .06, Map.of()), boots(6, 3, .06, Map.of("f20", 20_000L)));

        assertThat(judged.certainty()).isEqualTo(Certainty.FEW);
        assertThat(judged.slower()).isEmpty();
        judged.says("f20", 39220.8, 60823.9, 20662.3, 3755.0, 24.8862, 0.05, Double.POSITIVE_INFINITY);
        judged.says("f32", 62596.5, 64861.3, 2258.9, 2141.5, 2.4034, 0.05, Double.POSITIVE_INFINITY);
        judged.says("f37", 72177.3, 73795.5, 1609.9, 1599.7, 1.5646, 0.15, Double.POSITIVE_INFINITY);
        judged.says("device", 1645425.5, 1667205.9, 21780.4, 2000.0, 1.1570, 0.5, Double.POSITIVE_INFINITY);
    }

    @Test
    void bootsThatAreOneBoot() {
        List<BootMeasures> baseline = Collections.nCopies(5, boot(1, .06, Map.of()));
        Judged judged = judged(baseline, Collections.nCopies(5, boot(1, .06, Map.of("f20", 5_000L))));

        assertThat(judged.certainty()).isEqualTo(Certainty.DETERMINISTIC);
        judged.says("f20", 39086.0, 44086.0, 5000.0, 1000.0, 9.9539, 0.00397, 1000);
        judged.says("device", 1646796.0, 1651796.0, 5000.0, 2000.0, 2.1591, 0.00397, 2000);
        judged.says("total", 2146796.0, 2151796.0, 5000.0, 2000.0, 1.7247, 0.00397, 2000);
    }

    @Test
    void threeNewBootsAgainstTwentyOldOnes() {
        Judged judged = judged(boots(1, 20, .06, Map.of()), boots(21, 3, .06, Map.of("f20", 20_000L)));

        assertThat(judged.slower()).containsExactlyInAnyOrder("total", "f20", "device");
        judged.says("total", 2145429.0, 2166245.0, 20625.5, 8193.0, 1.5180, 0.0004, 8193);
        judged.says("f20", 39958.0, 60863.8, 20542.2, 3676.9, 28.5986, 0.0004, 3677);
        judged.says("device", 1645596.3, 1663669.5, 17024.5, 10693.4, 1.6723, 0.0004, 10693);
        judged.says("f36", 72460.3, 69906.3, -1984.5, 4353.6, 0, 1, 4354);
    }

    @Test
    void tenAgainstTenAmongDrawnArrangements() {
        Judged judged = judged(boots(1, 10, .06, Map.of()), boots(11, 10, .06, Map.of()));

        assertThat(judged.slower()).isEmpty();
        judged.says("device", 1645477.2, 1644437.2, -1900.9, 8197.6, 0, 1, 8198);
        judged.says("f33", 67027.5, 65112.9, -1838.0, 4457.8, 0, 1, 4458);
        judged.says("f36", 71816.5, 73191.8, 1466.0, 3184.8, 0, 1, 3185);
    }

    private static Judged judged(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        MetricTable table = MetricTable.of(baseline, candidate, Owners.of(baseline, candidate));
        double[] factors = factors(table);
        return new Judged(table, factors, new FamilyTest(table, GateRule.DEFAULT, factors, 1).findings());
    }

    /** Every initcall takes long enough. */
    private static double[] factors(MetricTable table) {
        List<double[]> initcalls = table.rows().stream()
                .filter(row -> row.scope() == Scope.INITCALL && row.everywhere())
                .map(MetricTable.Row::us)
                .toList();
        return IntStream.range(0, table.design().size())
                .mapToDouble(boot -> Median.of(initcalls.stream()
                        .mapToDouble(us -> us[boot] / Median.of(us))
                        .toArray()))
                .toArray();
    }

    private record Judged(MetricTable table, double[] factors, List<Finding> findings) {
        Certainty certainty() {
            return Certainty.of(table, GateRule.DEFAULT);
        }

        List<String> slower() {
            return flagged(1);
        }

        List<String> faster() {
            return flagged(-1);
        }

        private List<String> flagged(int direction) {
            return findings.stream()
                    .filter(finding -> finding.direction() == direction)
                    .map(finding -> finding.metric().id())
                    .toList();
        }

        void says(
                String id,
                double before,
                double after,
                double shift,
                double margin,
                double t,
                double p,
                double detectable) {
            Finding finding = findings.stream()
                    .filter(one -> one.metric().id().equals(id))
                    .findFirst()
                    .orElseThrow();
            double[] us = finding.metric().us();
            double[] ordinary = finding.metric().scope() == Scope.TOTAL
                    ? us
                    : IntStream.range(0, us.length)
                            .mapToDouble(boot -> us[boot] / factors[boot])
                            .toArray();
            double[] a = Arrays.copyOf(ordinary, table.design().earlier());
            double[] b = Arrays.copyOfRange(ordinary, table.design().earlier(), us.length);
            assertThat(Median.of(a)).isCloseTo(before, within(0.06));
            assertThat(Median.of(b)).isCloseTo(after, within(0.06));
            assertThat(Median.shift(a, b)).isCloseTo(shift, within(0.06));
            assertThat(finding.metric().marginUs()).isCloseTo(margin, within(0.06));
            assertThat(finding.t()).isCloseTo(t, within(1e-3));
            assertThat(finding.p()).isCloseTo(p, within(1e-5));
            if (Double.isInfinite(detectable)) {
                assertThat(finding.detectableUs()).isInfinite();
            } else {
                assertThat(finding.detectableUs()).isCloseTo(detectable, within(0.6));
            }
        }
    }

    private static List<BootMeasures> boots(int first, int count, double noise, Map<String, Long> changes) {
        List<BootMeasures> boots = new ArrayList<>();
        for (int seed = first; seed < first + count; seed++) {
            boots.add(boot(seed, noise, changes));
        }
        return boots;
    }

    private static BootMeasures boot(int seed, double noise, Map<String, Long> changes) {
        SortedMap<InitcallKey, Long> initcalls = new TreeMap<>();
        long sum = 0;
        for (int i = 1; i <= 40; i++) {
            int stray = Math.floorMod(seed * 7_919 + i * 104_729 + seed * i * 31, 1_000);
            long us = Math.round(2_000L * i * (1 + noise * (stray / 1_000.0 - 0.5)));
            initcalls.put(key(String.format("f%02d", i)), us);
            sum += us;
        }
        for (Map.Entry<String, Long> change : changes.entrySet()) {
            initcalls.merge(key(change.getKey()), change.getValue(), Long::sum);
            sum += change.getValue();
        }
        initcalls.values().removeIf(us -> us <= 0);
        return new BootMeasures(
                "boot " + seed,
                null,
                null,
                null,
                new TreeMap<>(),
                sum + 505_000,
                new TreeMap<>(),
                new TreeMap<>(Map.of("device", sum + 5_000)),
                new TreeMap<>(),
                initcalls,
                CallCourse.EMPTY,
                0);
    }

    private static InitcallKey key(String name) {
        return new InitcallKey(name, null, 1);
    }
}
