package io.bootledger.analyzer.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.analyzer.compare.measure.CallColumns;
import io.bootledger.analyzer.compare.measure.Environment.Difference;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.gate.Budgets.Waiver;
import io.bootledger.analyzer.gate.MetricPattern;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryFoldTest {
    private final HistoryFold fold = new HistoryFold();

    @Test
    void aPointIsTheMedianOfTheBuildsBoots() {
        fold.add("1", List.of(boot(1_000, 10), boot(3_000, 2_000), boot(1_100, 20)));

        History history = fold.history();

        assertThat(history.total().orElseThrow().us()).containsExactly(1_100L);
        assertThat(history.series())
                .extracting(series -> series.scope() + " " + series.id())
                .containsExactly("total total", "phase initcalls", "level device");
        assertThat(history.builds()).containsExactly(new Build("1", 3, 0, List.of(), List.of()));
    }

    @Test
    void onlyInitcallsThatEverTookAMillisecondAreTold() {
        fold.add("1", List.of(boot(5_000, 999)));
        assertThat(initcalls()).isEmpty();

        fold.add("2", List.of(boot(5_000, 1_000)));
        assertThat(initcalls())
                .singleElement()
                .satisfies(series -> assertThat(series.us()).containsExactly(999L, 1_000L));
    }

    @Test
    void anInitcallThatSettlesBelowAMillisecondAgainHasNotChanged() {
        for (int build = 0; build < 24; build++) {
            int us = build == 5 ? 1_500 : build < 12 ? 300 : 600;
            fold.add("" + build, List.of(boot(5_000, us)));
        }
        assertThat(initcalls())
                .singleElement()
                .satisfies(series -> assertThat(series.changes()).isEmpty());
    }

    @Test
    void anInitcallThatSettlesAboveAMillisecondIsTold() {
        for (int build = 0; build < 24; build++) {
            fold.add("" + build, List.of(boot(5_000, build < 12 ? 300 : 1_200)));
        }
        assertThat(initcalls())
                .singleElement()
                .satisfies(series -> assertThat(series.changes())
                        .extracting(ChangePoint::index)
                        .containsExactly(12));
    }

    @Test
    void whatABuildDoesNotHaveIsUnknown() {
        fold.add("1", List.of(boot(5_000, 2_000)));
        fold.add("2", List.of(boot(5_000, null)));
        fold.add("3", List.of(unusable()));

        assertThat(initcalls()).singleElement().satisfies(series -> {
            assertThat(series.us()).containsExactly(2_000L, null, null);
            assertThat(series.points()).isEqualTo(1);
        });
        assertThat(fold.history().total().orElseThrow().us()).containsExactly(5_000L, 5_000L, null);
        assertThat(fold.history().leftOut()).isEqualTo(1);
        assertThat(fold.history().boots()).isEqualTo(2);
    }

    @Test
    void theIndexOfAChangeIsThatOfTheBuildThoughOthersHaveNoPoint() {
        for (int build = 0; build < 30; build++) {
            fold.add("" + build, List.of(build % 10 == 3 ? unusable() : boot(build < 17 ? 1_000 : 2_000, null)));
        }

        Series total = fold.history().total().orElseThrow();

        assertThat(total.changes()).extracting(ChangePoint::index).containsExactly(17);
        assertThat(total.lastLevelFrom()).isEqualTo(17);
        assertThat(fold.history().tooShort()).isFalse();
    }

    @Test
    void anotherEnvironmentIsToldWhereItBegins() {
        fold.add("1", List.of(boot("ttyS0")));
        fold.add("2", List.of(unusable()));
        fold.add("3", List.of(boot("tty0")));
        fold.add("4", List.of(boot("tty0")));

        assertThat(fold.history().builds())
                .extracting(Build::differences)
                .containsExactly(
                        List.of(),
                        List.of(),
                        List.of(new Difference("console", List.of("ttyS0"), List.of("tty0"))),
                        List.of());
    }

    @Test
    void nothingIsAHistoryToo() {
        assertThat(fold.history().total()).isEmpty();
        assertThat(fold.history().tooShort()).isTrue();
    }

    @Test
    void aChangeIsAcceptedByAWaiverOfItsMetricSizeAndBuild() {
        for (int build = 0; build < 20; build++) {
            fold.add("v" + build, List.of(boot(build < 10 ? 100_000 : 150_000, null)));
        }

        assertThat(accepted("total", null, null)).isTrue();
        assertThat(accepted("total", 50_000L, "v10")).isTrue();
        assertThat(accepted("total", null, "v13")).isTrue();
        assertThat(accepted("total", null, "v14")).isFalse();
        assertThat(accepted("total", null, "v6")).isFalse();
        assertThat(accepted("total", 49_999L, null)).isFalse();
        assertThat(accepted("phase=*", null, null)).isFalse();
    }

    @Test
    void whatBecameFasterNeedsNobodyToAcceptIt() {
        for (int build = 0; build < 20; build++) {
            fold.add("v" + build, List.of(boot(build < 10 ? 150_000 : 100_000, null)));
        }

        assertThat(accepted("total", null, null)).isFalse();
    }

    private boolean accepted(String metric, @Nullable Long maxShiftUs, @Nullable String build) {
        History history = fold.history();
        Series total = history.total().orElseThrow();
        Waiver waiver = new Waiver(MetricPattern.of(metric), maxShiftUs, build, "why");
        return new AcceptedSteps(List.of(waiver))
                .of(history, total, total.changes().get(0))
                .isPresent();
    }

    private Stream<Series> initcalls() {
        return fold.history().series().stream().filter(series -> series.scope() == Scope.INITCALL);
    }

    private static BootSummary unusable() {
        return boot("never reached init", 1_000_000, 999_999L, "ttyS0");
    }

    private static BootSummary boot(String console) {
        return boot(null, 1_000, 10L, console);
    }

    private static BootSummary boot(long totalUs, @Nullable Integer initcallUs) {
        return boot(null, totalUs, initcallUs == null ? CallColumns.UNKNOWN : initcallUs, "ttyS0");
    }

    private static BootSummary boot(@Nullable String incomplete, long totalUs, long initcallUs, String console) {
        CallColumns calls = new CallColumns(
                new InitcallKey[] {new InitcallKey("slow_init", null, 1)},
                new InitcallLevel[] {InitcallLevel.DEVICE},
                new long[] {initcallUs},
                new long[] {0});
        return new BootSummary(
                "log",
                "6.1",
                incomplete,
                null,
                new TreeMap<>(Map.of("console", console)),
                totalUs,
                new TreeMap<>(Map.of("initcalls", totalUs)),
                new TreeMap<>(Map.of("device", totalUs)),
                new TreeMap<>(),
                calls,
                new TreeSet<>(),
                new TreeSet<>(),
                0);
    }
}
