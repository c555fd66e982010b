package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.gate.Culprit.Kind;
import io.bootledger.analyzer.phases.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who is named, and in which order. */
class CulpritsTest {
    private static final String UNTIL_INIT = Phase.Kind.UNTIL_INIT.toString();
    private static final InitcallKey NEW = Bench.key("renamed_init");

    private final Bench bench = new Bench(5);

    @Test
    void whatIsOutsideInitcallsIsNamedBesideThemTheLargestFirst() {
        GateResult result = Gate.judge(
                outside(bench.boots(6), 40_000, 20_000),
                outside(bench.boots(6, us -> us + 8_000), 540_000, 50_000),
                GateSettings.DEFAULT);

        assertThat(result.culprits()).extracting(Culprit::name).containsExactly(UNTIL_INIT, "device", "slow_init");
        assertThat(result.culprits()).extracting(Culprit::kind).containsExactly(Kind.PART, Kind.OUTSIDE, Kind.SLOWER);
    }

    @Test
    void whatIsBeforeTheFirstInitcallIsNamedOnce() {
        List<BootMeasures> baseline = early(bench.boots(6), 30_000);

        GateResult result = Gate.judge(baseline, early(bench.boots(6), 90_000), GateSettings.DEFAULT);

        assertThat(result.culprits()).extracting(Culprit::name).containsExactly(BootMeasures.BEFORE_PID1);
    }

    /** Shifts and shares are both of the boots' own times, whatever the machine did. */
    @Test
    void aMachineThatIsSlowerAsAWholeIsTheFirstCulprit() {
        List<BootMeasures> baseline = bench.boots(6);
        List<BootMeasures> candidate = bench.boots(6, us -> us + 200_000).stream()
                .map(boot -> {
                    SortedMap<InitcallKey, Long> initcalls = new TreeMap<>();
                    boot.initcalls().forEach((key, us) -> initcalls.put(key, us * 3 / 2));
                    return Bench.with(boot, initcalls, boot.totalUs() / 2 + 200_000);
                })
                .toList();

        List<Culprit> culprits = Gate.judge(baseline, candidate, GateSettings.DEFAULT.inTurn(true))
                .culprits();

        assertThat(culprits).extracting(Culprit::kind).containsExactly(Kind.MACHINE, Kind.SLOWER);
        assertThat(culprits.get(0).name()).isEqualTo("the machine as a whole");
        assertThat(culprits.get(0).knownShiftUs()).isBetween(520_000L, 560_000L);
        assertThat(culprits.get(1).knownShiftUs()).isBetween(309_000L, 311_000L);
        assertThat(culprits)
                .extracting(Culprit::sharePerMille)
                .allSatisfy(share -> assertThat(share).isBetween(300L, 850L));
    }

    /** The total is slower elsewhere, and the level of the two takes what it took. */
    @Test
    void aRenamedInitcallIsNoCulpritOfWhatAnotherPhaseTakes() {
        InitcallKey old = Bench.key("slow_init");
        List<BootMeasures> baseline = levelled(outside(bench.boots(6), 40_000, 20_000), Map.of(old, "fs"));
        List<BootMeasures> candidate = new ArrayList<>();
        for (BootMeasures boot : outside(bench.boots(6), 190_000, 20_000)) {
            SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(boot.initcalls());
            initcalls.put(NEW, initcalls.remove(old));
            candidate.add(boot.with(boot.totalUs(), boot.phases(), boot.levels(), boot.gaps(), initcalls));
        }

        GateResult known = Gate.judge(baseline, levelled(candidate, Map.of(NEW, "fs")), GateSettings.DEFAULT);
        GateResult unknown = Gate.judge(baseline, candidate, GateSettings.DEFAULT);

        assertThat(known.moved()).extracting(Moved::to).containsExactly("renamed_init");
        assertThat(known.culprits()).extracting(Culprit::name).containsExactly(UNTIL_INIT);
        assertThat(unknown.moved()).isEmpty();
    }

    private static List<BootMeasures> levelled(List<BootMeasures> boots, Map<InitcallKey, String> levelOf) {
        return boots.stream()
                .map(boot -> Bench.placed(boot, new TreeMap<>(Map.of("fs", 200_000 + boot.totalUs() % 1_000)), levelOf))
                .toList();
    }

    /** With a phase outside initcalls, and a gap in a level. */
    private static List<BootMeasures> outside(List<BootMeasures> boots, long phaseUs, long gapUs) {
        return boots.stream()
                .map(boot -> {
                    SortedMap<String, Long> phases = new TreeMap<>(boot.phases());
                    phases.put(UNTIL_INIT, phaseUs + boot.totalUs() % 100);
                    return boot.with(
                            boot.totalUs() + phaseUs + gapUs,
                            phases,
                            boot.levels(),
                            new TreeMap<>(Map.of("device", gapUs + boot.totalUs() % 100)),
                            boot.initcalls());
                })
                .toList();
    }

    private static List<BootMeasures> early(List<BootMeasures> boots, long us) {
        return boots.stream()
                .map(boot -> {
                    SortedMap<String, Long> phases = new TreeMap<>(boot.phases());
                    phases.put(Phase.Kind.BEFORE_INITCALLS.toString(), us + boot.totalUs() % 100);
                    return boot.with(
                            boot.totalUs() + us,
                            phases,
                            boot.levels(),
                            new TreeMap<>(Map.of(BootMeasures.BEFORE_PID1, us + boot.totalUs() % 100)),
                            boot.initcalls());
                })
                .toList();
    }
}
