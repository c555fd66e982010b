package io.bootledger.analyzer.levels.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.analyzer.levels.LevelPlacerTest;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.symbols.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LevelLearnerTest {
    private static final SymbolTable ONE =
            table("early spawn", "core bus_init", "core cpu_init", "core a", "core b", "arch_sync last", "device twin");
    private static final SymbolTable TWO = table("core a", "core b", "postcore twin", "device twin", "device twin");

    @Test
    void whatWasLearnedIsFound() {
        LevelKnowledge known =
                new LevelLearner().learn("one", ONE).learn("two", TWO).knowledge();

        assertThat(counts(known, "a")).containsOnly(Map.entry("1", 2));
        assertThat(counts(known, "last")).containsOnly(Map.entry("3s", 1));
        assertThat(counts(known, "twin")).containsOnly(Map.entry("2", 1), Map.entry("6", 3));
        assertThat(known.find("tw")).isNull();
        assertThat(known.find("twin2")).isNull();
        assertThat(known.find("")).isNull();
        assertThat(known.find("zzz")).isNull();
    }

    @Test
    void theTextIsReadBackAndWrittenAgainTheSame() {
        LevelLearner learner = new LevelLearner()
                .learn("one", ONE)
                .learn("source tree", new SymbolTable(TWO.entries(), false, null, Map.of()));

        assertThat(new LevelLearner().learn(learner.knowledge()).text()).isEqualTo(learner.text());
    }

    @Test
    void aForgottenSourceLeavesNoFact() {
        LevelLearner both = new LevelLearner().learn("one", ONE).learn("two", TWO);

        LevelLearner again = new LevelLearner().learn(both.knowledge()).forget("two");

        assertThat(again.text()).isEqualTo(new LevelLearner().learn("one", ONE).text());
    }

    @Test
    void learningAKernelAgainReplacesIt() {
        LevelLearner learner = new LevelLearner().learn("one", TWO).learn("one", ONE);

        assertThat(learner.sources()).containsExactly("one");
        assertThat(counts(learner.knowledge(), "twin")).containsOnly(Map.entry("6", 1));
    }

    @Test
    void aUsersKnowledgeAddsToTheShippedOne() {
        LevelKnowledge both = new LevelLearner()
                .learn("one", ONE)
                .knowledge()
                .and(new LevelLearner().learn("two", TWO).knowledge());

        assertThat(counts(both, "twin")).containsOnly(Map.entry("2", 1), Map.entry("6", 3));
        assertThat(new LevelLearner().learn(both).sources()).containsExactly("one", "two");
    }

    @Test
    void namesThatNoKernelHasAreLeftOut() {
        SymbolTable hostile = new SymbolTable(List.of(
                new SymbolTable.Entry("#x", InitcallLevel.CORE, false, null),
                new SymbolTable.Entry("a\tb", InitcallLevel.CORE, false, null),
                new SymbolTable.Entry("", InitcallLevel.CORE, false, null),
                new SymbolTable.Entry("no_level", null, false, null)));

        assertThat(new LevelLearner()
                        .learn("bad\n# name", hostile)
                        .text()
                        .lines()
                        .filter(line -> !line.startsWith("#")))
                .isEmpty();
    }

    @Test
    void otherTextIsNoKnowledge() {
        assertThatThrownBy(() -> LevelKnowledge.of("hello")).isInstanceOf(IllegalArgumentException.class);
    }

    /** {@code security/lsm_init.c} of 6.19 and later runs those of all LSMs in one function for each level. */
    @ParameterizedTest
    @EnumSource(
            value = InitcallLevel.class,
            names = {"EARLY", "PURE", "CORE", "SUBSYS", "FS", "DEVICE", "LATE"})
    void theShippedKnowledgePlacesTheInitcallsOfSecurityModules(InitcallLevel level) {
        KnownFunction known = LevelKnowledge.shipped().find("security_initcall_" + level);

        assertThat(known.count(new HalfLevel(level, false).index()))
                .isPositive()
                .isEqualTo(known.total());
    }

    @Test
    void theShippedKnowledgeNamesItsSources() {
        assertThat(new LevelLearner().learn(LevelKnowledge.shipped()).sources())
                .contains("linux-6.12 source tree", "5.10.0-32-cloud-amd64 kallsyms");
        assertThat(counts(LevelKnowledge.shipped(), "acpi_init")).containsOnlyKeys("4");
    }

    @Test
    void ranksFollowTheLinkAcrossLevels() {
        Random random = new Random(7);
        List<List<String>> levels = new ArrayList<>();
        for (int level = 0; level < 8; level++) {
            levels.add(IntStream.range(0, 40)
                    .filter(object -> random.nextInt(3) == 0)
                    .mapToObj(object -> "object" + object)
                    .toList());
        }

        Map<String, Integer> ranks = LinkRanks.of(levels);

        for (int object = 0; object + 10 < 40; object++) {
            int rank = ranks.getOrDefault("object" + object, 0);
            assertThat(ranks.getOrDefault("object" + (object + 10), LinkRanks.SCALE))
                    .isGreaterThan(rank);
        }
    }

    private static Map<String, Integer> counts(LevelKnowledge knowledge, String function) {
        KnownFunction known = knowledge.find(function);
        Map<String, Integer> counts = new TreeMap<>();
        for (int at = 0; known != null && at < HalfLevel.COUNT; at++) {
            if (known.count(at) > 0) {
                counts.put(HalfLevel.of(at).id(), known.count(at));
            }
        }
        return counts;
    }

    private static SymbolTable table(String... entries) {
        return new SymbolTable(
                List.of(entries).stream().map(LevelPlacerTest::entry).toList());
    }
}
