package io.bootledger.analyzer.levels;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.levels.known.HalfLevel;
import io.bootledger.analyzer.levels.known.LevelKnowledge;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.symbols.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomKernelsTest {
    private final List<SymbolTable.Entry> image = new ArrayList<>();
    private final List<SymbolTable.Entry> ran = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("seeds", 200));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatTheTablePlacesForCertainIsExact(long seed) {
        Random random = new Random(seed);
        build(random);
        boot(random);

        List<Placement> placed =
                new LevelPlacer(new SymbolTable(image), LevelKnowledge::none).place(calls(), List.of());

        int certain = 0;
        for (int at = 0; at < ran.size(); at++) {
            Placement place = placed.get(at);
            SymbolTable.Entry truth = ran.get(at);
            if (place.evidence() == LevelEvidence.SYMBOLS && place.certain()) {
                certain++;
                assertThat(place.level()).as(truth.function()).isEqualTo(truth.level());
            }
        }
        assertThat(certain).isGreaterThan(ran.size() * 3 / 4);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aWholeBootIsPlacedDownToItsHalves(long seed) {
        build(new Random(seed));
        ran.addAll(image);

        List<Placement> placed =
                new LevelPlacer(new SymbolTable(image), LevelKnowledge::none).place(calls(), List.of());

        for (int at = 0; at < ran.size(); at++) {
            assertThat(placed.get(at))
                    .isEqualTo(new Placement(ran.get(at).level(), ran.get(at).sync(), LevelEvidence.SYMBOLS, true));
        }
    }

    /** An image with every level, some names twice, as real ones have them ({@code xenbus_init} in postcore and device). */
    private void build(Random random) {
        int names = 0;
        for (int half = HalfLevel.first(InitcallLevel.EARLY); half <= HalfLevel.last(InitcallLevel.LATE); half++) {
            HalfLevel place = HalfLevel.of(half);
            int size = place.sync() ? random.nextInt(3) : 1 + random.nextInt(40);
            for (int at = 0; at < size; at++) {
                boolean again = names > 0 && random.nextInt(40) == 0;
                String function = "f" + (again ? random.nextInt(names) : names++);
                image.add(new SymbolTable.Entry(function, place.level(), place.sync(), null));
            }
        }
    }

    /** A boot whose log lost its head, a stretch in the middle and single calls. */
    private void boot(Random random) {
        int head = random.nextInt(image.size() / 8);
        int hole = head + random.nextInt(image.size() - head);
        int holeEnd = hole + random.nextInt(20);
        for (int at = head; at < image.size(); at++) {
            if ((at < hole || at >= holeEnd) && random.nextInt(20) != 0) {
                ran.add(image.get(at));
            }
        }
    }

    private List<Initcall> calls() {
        List<Initcall> calls = new ArrayList<>();
        for (SymbolTable.Entry entry : ran) {
            InitcallSymbol symbol = new InitcallSymbol(entry.function(), entry.function(), null, null, null);
            calls.add(LevelPlacerTest.call(symbol, 1, null, calls.size() + 1));
        }
        return calls;
    }
}
