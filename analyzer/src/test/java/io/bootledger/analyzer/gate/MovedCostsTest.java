package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.rule.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code driver_99_init} takes 10 ms and {@code slow_init} 20 ms. */
class MovedCostsTest {
    private static final InitcallKey FROM = Bench.key("slow_init");
    private static final InitcallKey TO = Bench.key("driver_99_init");
    private static final Map<InitcallKey, String> ONE_LEVEL = Map.of(FROM, "fs", TO, "fs");

    private final Bench bench = new Bench(11);

    @Test
    void whatAnotherInitcallOfTheLevelNoLongerTakesHasMoved() {
        GateResult result = judge(ONE_LEVEL, -8_000, 8_500, 0);

        assertThat(result.verdict()).isEqualTo(Verdict.OK);
        assertThat(result.moved()).singleElement().satisfies(moved -> {
            assertThat(moved.from()).isEqualTo("slow_init");
            assertThat(moved.to()).isEqualTo("driver_99_init");
            assertThat(moved.us()).isBetween(8_000L, 9_000L);
        });
        assertThat(status(result, TO)).isEqualTo(Status.MOVED);
        assertThat(result.culprits()).isEmpty();
    }

    @Test
    void aRiseThatIsMuchLargerThanTheFallIsARise() {
        assertThat(judge(ONE_LEVEL, -8_000, 11_000, 0).verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void whatAnotherLevelNoLongerTakesHasMovedToo() {
        assertThat(judge(Map.of(FROM, "subsys", TO, "fs"), -8_000, 8_000, 0).verdict())
                .isEqualTo(Verdict.OK);
        assertThat(judge(Map.of(), -8_000, 8_000, 0).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void anInitcallThatChangedItsLevelMovesWhatTheLevelsTake() {
        GateResult result = Gate.judge(
                inLevels(Map.of(FROM, "rootfs"), 120_000, 80_000),
                inLevels(Map.of(FROM, "late"), 100_000, 100_000),
                GateSettings.DEFAULT);

        assertThat(result.verdict()).isEqualTo(Verdict.OK);
        assertThat(result.moved()).singleElement().satisfies(moved -> {
            assertThat(moved.scope()).isEqualTo(Scope.LEVEL);
            assertThat(moved.from()).isEqualTo("rootfs");
            assertThat(moved.to()).isEqualTo("late");
        });
        assertThat(Gate.judge(
                                inLevels(Map.of(FROM, "rootfs"), 120_000, 80_000),
                                inLevels(Map.of(FROM, "rootfs"), 100_000, 100_000),
                                GateSettings.DEFAULT)
                        .verdict())
                .isEqualTo(Verdict.REGRESSED);
    }

    private List<BootMeasures> inLevels(Map<InitcallKey, String> levels, long rootfsUs, long lateUs) {
        return bench.boots(6).stream()
                .map(boot -> Bench.placed(
                        boot,
                        new TreeMap<>(Map.of(
                                "rootfs", rootfsUs + boot.totalUs() % 1_000, "late", lateUs + boot.totalUs() % 1_000)),
                        new HashMap<>(levels)))
                .toList();
    }

    @Test
    void aProbeThatIsNoLongerPutOffHasMovedThroughTheLevels() {
        InitcallKey deferred = Bench.key("deferred_probe_initcall");
        List<BootMeasures> baseline = bench.boots(5).stream()
                .map(boot -> placed(with(boot, deferred, 9_000), Map.of(deferred, "late", TO, "device"), 0))
                .toList();
        List<BootMeasures> candidate = bench.boots(5).stream()
                .map(boot ->
                        placed(with(with(boot, deferred, 1_000), TO, 8_000), Map.of(deferred, "late", TO, "device"), 0))
                .toList();

        GateResult result = Gate.judge(baseline, candidate, GateSettings.DEFAULT);

        assertThat(result.moved()).extracting(Moved::from).containsExactly("deferred_probe_initcall");
        assertThat(result.verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void nothingHasMovedWhereTheLevelFailsToo() {
        GateResult result = judge(ONE_LEVEL, -8_000, 8_500, 30_000);

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.moved()).isEmpty();
        assertThat(status(result, TO)).isEqualTo(Status.REGRESSED);
    }

    @Test
    void oneFallPaysForOneRise() {
        InitcallKey other = Bench.key("driver_98_init");
        Map<InitcallKey, String> levels = Map.of(FROM, "fs", TO, "fs", other, "fs");
        List<BootMeasures> candidate = bench.boots(5).stream()
                .map(boot ->
                        placed(inAll(with(with(with(boot, FROM, -8_000), TO, 8_000), other, 8_200), -8_200), levels, 0))
                .toList();

        GateResult result = Gate.judge(baseline(levels), candidate, GateSettings.DEFAULT);

        assertThat(result.moved()).hasSize(1);
        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.culprits()).hasSize(1);
    }

    private GateResult judge(Map<InitcallKey, String> levels, long from, long to, long levelUs) {
        List<BootMeasures> candidate = bench.boots(5).stream()
                .map(boot -> placed(with(with(boot, FROM, from), TO, to), levels, levelUs))
                .toList();
        return Gate.judge(baseline(levels), candidate, GateSettings.DEFAULT);
    }

    private List<BootMeasures> baseline(Map<InitcallKey, String> levels) {
        return bench.boots(5).stream().map(boot -> placed(boot, levels, 0)).toList();
    }

    private static Status status(GateResult result, InitcallKey key) {
        return result.metrics().stream()
                .filter(metric -> metric.id().equals(key.toString()))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private static BootMeasures with(BootMeasures boot, InitcallKey key, long us) {
        SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(boot.initcalls());
        initcalls.merge(key, us, Long::sum);
        return Bench.with(boot, initcalls, us);
    }

    /** The same boot with another total. */
    private static BootMeasures inAll(BootMeasures boot, long us) {
        return Bench.with(boot, boot.initcalls(), us);
    }

    private static BootMeasures placed(BootMeasures boot, Map<InitcallKey, String> levels, long levelUs) {
        SortedMap<String, Long> spans = new TreeMap<>(levels.isEmpty() ? Map.of() : Map.of("fs", 100_000 + levelUs));
        return Bench.placed(boot, spans, new HashMap<>(levels));
    }
}
