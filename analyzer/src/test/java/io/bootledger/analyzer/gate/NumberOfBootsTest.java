package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many boots a side has, counted as they differ. */
class NumberOfBootsTest {
    private final Bench bench = new Bench(7);

    @Test
    void threeAgainstThreeIsNeitherRedNorFine() {
        GateResult slower = judge(bench.boots(3), bench.boots(3, us -> us * 3));

        assertThat(slower.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(slower.metrics())
                .extracting(Metric::status)
                .contains(Status.INSUFFICIENT)
                .doesNotContain(Status.REGRESSED);
        assertThat(judge(bench.boots(3), bench.boots(3)).verdict()).isEqualTo(Verdict.INSUFFICIENT);
        List<BootMeasures> failing = bench.boots(3).stream()
                .map(boot -> Bench.failing(boot, "initcall usb_init (EIO)"))
                .toList();
        assertThat(judge(bench.boots(3), failing).verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void fourAgainstSevenIsEnough() {
        assertThat(judge(bench.boots(7), bench.boots(4, us -> us * 3)).verdict())
                .isEqualTo(Verdict.REGRESSED);
        assertThat(judge(bench.boots(6), bench.boots(4, us -> us * 3)).verdict())
                .isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void oneAgainstManyIsNotEnoughHoweverManyTheyAre() {
        for (int many : List.of(60, 100, 200)) {
            assertThat(judge(bench.boots(many), bench.boots(1)).verdict()).isEqualTo(Verdict.INSUFFICIENT);
            assertThat(judge(bench.boots(1), bench.boots(many)).verdict()).isEqualTo(Verdict.INSUFFICIENT);
        }
        assertThat(judge(bench.boots(400), bench.boots(1, us -> us * 3)).verdict())
                .isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void oneBootOverAndOverIsNoSideWhereTheOthersDiffer() {
        List<BootMeasures> some =
                new ArrayList<>(Collections.nCopies(5, bench.boots(1).get(0)));
        some.addAll(bench.boots(1));
        List<BootMeasures> copies =
                Collections.nCopies(6, bench.boots(1, us -> us * 3).get(0));

        assertThat(judge(some, copies).verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(judge(copies, some).reason()).contains("a copy is no boot");
    }

    @Test
    void identicalBootsAreOneBootAndAnInitcallOfThemAloneIsNoVerdict() {
        BootMeasures before = bench.boots(1).get(0);
        BootMeasures jumped = new Bench(7).boots(1, us -> us + 16_000).get(0);

        GateResult result = judge(Collections.nCopies(6, before), Collections.nCopies(6, jumped));

        assertThat(result.verdict()).isEqualTo(Verdict.DETERMINISTIC);
        assertThat(result.failed()).isFalse();
        assertThat(result.metrics()).extracting(Metric::p).containsOnlyNulls();
        assertThat(result.metrics())
                .filteredOn(metric -> metric.status() == Status.CHANGED)
                .extracting(Metric::id)
                .contains("slow_init");
    }

    @Test
    void identicalBootsWhoseTotalGrewAreRed() {
        BootMeasures before = bench.boots(1).get(0);
        BootMeasures after = new Bench(7).boots(1, us -> us + 60_000).get(0);

        GateResult result = judge(Collections.nCopies(6, before), Collections.nCopies(6, after));

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.culprits()).extracting(Culprit::name).containsExactly("slow_init");
    }

    private static GateResult judge(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return Gate.judge(baseline, candidate, GateSettings.DEFAULT);
    }
}
