package io.bootledger.analyzer.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.measure.BootSummary;
import io.bootledger.analyzer.compare.measure.CallColumns;
import io.bootledger.analyzer.compare.measure.FailureKey;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.population.Population.Counted;
import io.bootledger.analyzer.population.Population.InitcallSpread;
import io.bootledger.analyzer.population.Population.KernelBoots;
import io.bootledger.analyzer.population.Population.Part;
import io.bootledger.traces.event.InitcallLevel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PopulationTest {
    @Test
    void noBootIsAPopulationToo() throws IOException {
        Population none = Population.of(use -> {});
        assertThat(none.boots()).isZero();
        assertThat(none.total()).isNull();
        assertThat(none.initcalls()).isEmpty();
        assertThat(none.kernels()).isEmpty();
    }

    @Test
    void anIncompleteBootTellsOfItsInitcallsAlone() throws IOException {
        Population two = of(boot("6.1.0", null, 100L, "a", 10), boot("6.1.0", "never reached init", null, "a", 30));
        assertThat(two.boots()).isEqualTo(2);
        assertThat(two.complete()).isEqualTo(1);
        assertThat(two.total()).isEqualTo(Spread.of(100));
        assertThat(two.phases()).containsExactly(new Part("initcalls", Spread.of(50)));
        assertThat(two.initcalls())
                .containsExactly(new InitcallSpread(key("a"), InitcallLevel.DEVICE, 2, Spread.of(10, 30)));
    }

    @Test
    void whatNobodyTimedComesLastAndIsUnknown() throws IOException {
        Population one = of(boot("6.1.0", null, 100L, "a", 10, "never", CallColumns.UNKNOWN, "b", 20));
        assertThat(one.initcalls())
                .extracting(InitcallSpread::initcall)
                .containsExactly(key("b"), key("a"), key("never"));
        assertThat(one.initcalls().get(2).duration()).isNull();
    }

    @Test
    void aKernelIsComparedWithTheOneBefore() throws IOException {
        Population population = of(
                boot("6.10.0", null, 130L, "a", 1, "c", 1),
                boot("6.9.0", null, 110L, "a", 1, "b", 1),
                boot("6.9.0", null, 120L, "a", 1),
                boot("6.9.5", "its initcall lines are hidden", null),
                boot(null, null, 90L, "z", 1));
        assertThat(population.kernels())
                .containsExactly(
                        new KernelBoots(null, 1, 1, Spread.of(90), List.of(), null, List.of(), List.of()),
                        new KernelBoots("6.9.0", 2, 2, Spread.of(110, 120), List.of(), null, List.of(), List.of()),
                        new KernelBoots("6.9.5", 1, 0, null, List.of(), null, List.of(), List.of()),
                        new KernelBoots(
                                "6.10.0",
                                1,
                                1,
                                Spread.of(130),
                                List.of(),
                                "6.9.0",
                                List.of(key("c")),
                                List.of(key("b"))));
    }

    @Test
    void theMostFrequentFailureComesFirst() throws IOException {
        FailureKey rare = new FailureKey("initcall", "a", null, "ENOMEM");
        FailureKey often = new FailureKey("probe", "z", null, "EIO");
        Population population = of(failing(rare, often), failing(often), failing());
        assertThat(population.failures()).containsExactly(new Counted<>(often, 2), new Counted<>(rare, 1));
    }

    @RepeatedTest(10)
    void neitherOrderNorPassesChangeANumber(RepetitionInfo seed) throws IOException {
        Random random = new Random(seed.getCurrentRepetition());
        List<BootSummary> boots = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boots.add(random(random));
        }
        Population population = of(boots.toArray(BootSummary[]::new));
        Collections.shuffle(boots, random);
        for (int atOnce : new int[] {1, 100, 1_000}) {
            assertThat(new PopulationFold(boots::forEach, atOnce).population()).isEqualTo(population);
        }
        for (InitcallSpread each : population.initcalls()) {
            assertThat(each.duration()).isEqualTo(Spread.of(durations(boots, each.initcall())));
        }
    }

    private static long[] durations(List<BootSummary> boots, InitcallKey key) {
        return boots.stream()
                .map(boot -> boot.measures().initcalls().get(key))
                .filter(us -> us != null)
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static BootSummary random(Random random) {
        List<Object> calls = new ArrayList<>();
        for (int call = 0; call < 30; call++) {
            if (random.nextInt(4) > 0) {
                calls.add("call_" + call);
                calls.add(random.nextInt(10) == 0 ? CallColumns.UNKNOWN : random.nextInt(100_000));
            }
        }
        return boot(
                "6." + random.nextInt(3),
                random.nextInt(5) == 0 ? "cut" : null,
                1L + random.nextInt(99),
                calls.toArray());
    }

    private static Population of(BootSummary... boots) throws IOException {
        return Population.of(List.of(boots)::forEach);
    }

    private static BootSummary failing(FailureKey... failures) {
        BootSummary boot = boot("6.1.0", null, 1L);
        return new BootSummary(
                boot.boot(),
                boot.kernel(),
                boot.incomplete(),
                boot.died(),
                boot.environment(),
                boot.totalUs(),
                boot.phases(),
                boot.levels(),
                boot.gaps(),
                boot.calls(),
                new TreeSet<>(List.of(failures)),
                boot.deferred(),
                boot.malformed());
    }

    /** @param calls name and duration in turn */
    private static BootSummary boot(
            @Nullable String kernel, @Nullable String incomplete, @Nullable Long totalUs, Object... calls) {
        int size = calls.length / 2;
        InitcallKey[] keys = new InitcallKey[size];
        InitcallLevel[] levels = new InitcallLevel[size];
        long[] durations = new long[size];
        for (int row = 0; row < size; row++) {
            keys[row] = key((String) calls[2 * row]);
            levels[row] = InitcallLevel.DEVICE;
            durations[row] = ((Number) calls[2 * row + 1]).longValue();
        }
        return new BootSummary(
                "boot.log",
                kernel,
                incomplete,
                null,
                new TreeMap<>(),
                totalUs,
                new TreeMap<>(Map.of("initcalls", 50L)),
                new TreeMap<>(),
                new TreeMap<>(),
                new CallColumns(keys, levels, durations, new long[size]),
                new TreeSet<>(),
                new TreeSet<>(),
                0);
    }

    private static InitcallKey key(String function) {
        return new InitcallKey(function, null, 1);
    }
}
