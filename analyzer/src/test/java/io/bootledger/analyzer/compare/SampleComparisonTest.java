package io.bootledger.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.InitcallChange.Kind;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.compare.measure.Shift;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boots of real kernels beside each other. */
class SampleComparisonTest {
    private static final String OLD = "amd64-5.10-cloud/dmesg.txt.gz";

    @Test
    void fiveBootsOfEachNameTheCulpritsAndHowSureTheyAre() {
        Comparison comparison =
                ComparedLogs.of(side("ci/baseline/0%d.dmesg.xz", 1), side("ci/candidate/0%d.dmesg.xz", 2));

        assertThat(comparison.initcalls()).hasSize(584);
        assertThat(comparison.only(Kind.COMMON)).hasSize(584);
        assertThat(comparison.limits()).isEmpty();
        assertThat(comparison.initcalls().get(0).key().function()).isEqualTo("acpi_init");
        Shift shift = comparison.initcalls().get(0).shift();
        assertThat(shift.us()).isBetween(480_000L, 520_000L);
        assertThat(shift.certain()).isTrue();
        assertThat(comparison.speed().perMille()).isEqualTo(1_000);
    }

    private static List<ComparedBoot> side(String pattern, int first) {
        List<ComparedBoot> boots = new ArrayList<>();
        for (int number = first; number < first + 5; number++) {
            boots.addAll(ComparedLogs.sample(String.format(pattern, number)));
        }
        return boots;
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64-6.1-cloud/dmesg.txt", "amd64-7.2-cloud/dmesg.txt", "arm64-6.1-cloud/dmesg.txt.xz"})
    void oneBootOfEachLeavesNoRestButWhatRoundingDoes(String log) {
        Comparison comparison = ComparedLogs.of(ComparedLogs.sample(OLD), ComparedLogs.sample(log));

        List<Waterfall.Row> rows = comparison.waterfall().rows();
        assertThat(rows.get(rows.size() - 1).kind()).isEqualTo(Waterfall.Kind.REST);
        assertThat(Math.abs(rows.get(rows.size() - 1).us())).isLessThan(rows.size() / 2);
        assertThat(comparison
                        .waterfall()
                        .naming(comparison.waterfall().largest(3)::contains)
                        .rows())
                .hasSizeBetween(5, 10);
    }

    /** In 6.1 {@code crypto/algapi.c} became a {@code late_initcall}, and {@code lib/sg_pool.c} is a {@code subsys_initcall}. */
    @Test
    void initcallsThatMovedToAnotherLevelBetweenKernelsAreFound() {
        Comparison comparison =
                ComparedLogs.of(ComparedLogs.sample(OLD), ComparedLogs.sample("amd64-6.1-cloud/dmesg.txt"));

        assertThat(comparison.levelMoves())
                .extracting(LevelMove::toString)
                .anyMatch(
                        move -> move.contains("crypto_algapi_init") && move.contains("baseline=device, candidate=late"))
                .anyMatch(move -> move.contains("sg_pool_init") && move.contains("baseline=device, candidate=subsys"));
    }
}
