package io.bootledger.analyzer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.calibration.Calibration.Detectable;
import io.bootledger.analyzer.calibration.Calibration.Sessions;
import io.bootledger.analyzer.calibration.Calibration.SizeSpread;
import io.bootledger.analyzer.calibration.Calibration.Spread;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.CallCourse;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.gate.Gate;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.rule.GateRule;
import io.bootledger.analyzer.statistics.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CalibratingTest {
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void bootsThatHardlyDifferSuitTheDefaults() {
        Calibration calibration = calibrate(List.of(boots(40, 1.0, 0.01, 1)));

        assertThat(calibration.boots()).isEqualTo(40);
        assertThat(calibration.splits().boots()).isEqualTo(new Design(10, 10));
        assertThat(calibration.splits().red().hits()).isZero();
        assertThat(calibration.suggested()).isEqualTo(GateRule.DEFAULT);
        assertThat(calibration.heldOut().red().of()).isEqualTo(100);
        assertThat(calibration.heldOut().red().hits()).isLessThanOrEqualTo(5);
        assertThat(calibration.spreads()).extracting(Spread::id).containsExactly("total", "initcalls", "device");
        assertThat(calibration.spreads().get(0).perMille()).isBetween(7L, 13L);
        assertThat(calibration.sizes()).extracting(SizeSpread::fromUs).containsExactly(10_000L, 1_000L);
        assertThat(calibration.quantumUs()).isEqualTo(1);
        assertThat(calibration.ticking()).isZero();

        List<Detectable> detectable = calibration.detectable();
        assertThat(detectable).extracting(Detectable::boots).containsExactly(5, 6, 10, 20);
        assertThat(detectable).extracting(Detectable::repeated).containsExactly(false, false, false, false);
        assertThat(detectable.get(3).perMille()).isBetween(20L, 40L);
        assertThat(detectable.get(0).perMille()).isGreaterThan(detectable.get(3).perMille());
    }

    @Test
    void boundlessNoiseHidesEverything() {
        DrawnComparisons wild = new DrawnComparisons(boots(12, 1.0, 3, 1), Dealing.RANDOM, 1);

        assertThat(LeastRise.of(wild, new Design(6, 6), Gate::judge, GateSettings.DEFAULT))
                .isNull();
    }

    @Test
    void sessionsAreToldApartFromTheNoiseInThem() {
        List<BootMeasures> monday = boots(10, 1.0, 0.01, 1);

        assertThat(Spreads.between(List.of(monday))).isNull();
        assertThat(Spreads.between(List.of(monday, boots(10, 1.0, 0.01, 1))).perMille())
                .isLessThan(10);
        Sessions apart = Spreads.between(List.of(monday, boots(10, 1.1, 0.01, 1)));
        assertThat(apart.count()).isEqualTo(2);
        assertThat(apart.perMille()).isBetween(55L, 80L);
        assertThat(new MarginLadder(GateRule.DEFAULT, apart).rule().total().perMille())
                .isGreaterThanOrEqualTo(200);
    }

    @Test
    void theSameBootsGiveTheSameAnswer() {
        List<BootMeasures> ticking = boots(8, 1.0, 0.01, 4_000);
        Calibration calibration = calibrate(List.of(ticking));

        assertThat(calibration).isEqualTo(calibrate(List.of(ticking)));
        assertThat(calibration.quantumUs()).isEqualTo(4_000);
    }

    @Test
    void marginsRiseWhereUnchangedBootsFail() {
        MarginLadder ladder = new MarginLadder(GateRule.DEFAULT, null);

        assertThat(ladder.climb(rates(5, 0, 0, 0))).isTrue();
        assertThat(ladder.rule().total().perMille()).isEqualTo(30);
        ladder.climb(rates(1, 4, 0, 0));
        assertThat(ladder.rule().part().perMille()).isEqualTo(70);
        ladder.climb(rates(1, 0, 4, 0));
        assertThat(ladder.rule().initcall().perMille()).isEqualTo(150);
        ladder.climb(rates(5, 1, 0, 5));
        assertThat(ladder.rule().total().perMille()).isEqualTo(30);
        assertThat(ladder.rule().part().perMille()).isEqualTo(100);
    }

    private static Rates rates(int total, int part, int initcall, int global) {
        Share none = new Share(0, 100);
        return new Rates(
                new Design(5, 5),
                new Share(5, 100),
                new Share(5, 100),
                new Share(total, 100),
                new Share(part, 100),
                new Share(initcall, 100),
                none,
                new Share(global, 100),
                none,
                none,
                500);
    }

    private static Calibration calibrate(List<List<BootMeasures>> sessions) {
        return Calibrating.of(sessions, GateSettings.DEFAULT, Gate::judge, 1);
    }

    private List<BootMeasures> boots(int count, double slower, double noise, long tickUs) {
        List<BootMeasures> boots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boots.add(boot("boot " + i, slower, noise, tickUs));
        }
        return boots;
    }

    private BootMeasures boot(String name, double slower, double noise, long tickUs) {
        SortedMap<InitcallKey, Long> initcalls = new TreeMap<>();
        for (int i = 1; i <= 20; i++) {
            initcalls.put(new InitcallKey("driver_" + i + "_init", null, 1), us(1_000L * i, slower, noise, tickUs));
        }
        long total = us(1_000_000, slower, noise, tickUs);
        return new BootMeasures(
                name,
                null,
                null,
                null,
                new TreeMap<>(),
                total,
                one("initcalls", total / 2),
                one("device", total / 4),
                one("device", total / 8),
                initcalls,
                CallCourse.EMPTY,
                0);
    }

    private static SortedMap<String, Long> one(String name, long us) {
        SortedMap<String, Long> one = new TreeMap<>();
        one.put(name, us);
        return one;
    }

    private long us(long nominal, double slower, double noise, long tickUs) {
        double strayed = nominal * slower * Math.exp(noise * (random.nextDouble() + random.nextDouble() - 1) * 2.45);
        return Math.round(strayed / tickUs) * tickUs;
    }
}
