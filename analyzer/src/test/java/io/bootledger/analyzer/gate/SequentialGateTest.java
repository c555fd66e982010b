package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.gate.SequentialLook.Next;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which boots a gate looks at that boots until it is decided. */
class SequentialGateTest {
    private final Bench bench = new Bench(7);

    @Test
    void bootsThatAreNotCompleteAreLookedAtAndNotCounted() {
        List<BootMeasures> candidate = new ArrayList<>(bench.boots(8));
        candidate.set(2, Bench.ended(candidate.get(2), BootMeasures.NO_SIGN_OF_INIT, null));

        GateResult result = judge(bench.boots(6), candidate);

        assertThat(result.candidateBoots()).isEqualTo(6);
        assertThat(result.excluded()).extracting(GateResult.Excluded::boot).containsExactly("boot 2");
        assertThat(result.look().candidateGiven()).isEqualTo(7);
        assertThat(result.look().baselineGiven()).isEqualTo(6);
    }

    @Test
    void aDeathBehindTheBootsThatAreLookedAtIsSeenAllTheSame() {
        List<BootMeasures> candidate = new ArrayList<>(bench.boots(9));
        candidate.set(8, Bench.ended(candidate.get(8), "the kernel panicked: oops", "oops"));

        GateResult result = judge(bench.boots(6), candidate);

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.candidateBoots()).isEqualTo(6);
        assertThat(result.excluded()).extracting(GateResult.Excluded::boot).containsExactly("boot 8");
    }

    @Test
    void fewBootsAreNoReasonToBootMore() {
        assertThat(judge(bench.boots(3), bench.boots(3)).look().next()).isEqualTo(Next.STOP);
        assertThat(judge(List.of(), List.of()).look().next()).isEqualTo(Next.STOP);
    }

    @Test
    void aGateThatBootsUntilDecidedStopsAtTheFirstLookOrAsksForMore() {
        List<BootMeasures> baseline = bench.boots(12);

        assertThat(judge(baseline.subList(0, 6), bench.boots(6, us -> us * 2)).look())
                .isEqualTo(new SequentialLook(1, 2, 6, 6, 0.0022, SequentialLook.Next.STOP));
        assertThat(judge(baseline.subList(0, 6), new Bench(7).boots(6)).look().next())
                .isEqualTo(SequentialLook.Next.FUTILE);
        List<BootMeasures> doubtful = sporadic(bench.boots(12));
        GateResult open = judge(baseline.subList(0, 6), doubtful.subList(0, 6));
        assertThat(open.look().next()).isEqualTo(SequentialLook.Next.BOOT_MORE);
        assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(baseline, doubtful).look().number()).isEqualTo(2);
        assertThat(judge(baseline, bench.boots(12, us -> us * 2)))
                .satisfies(red -> assertThat(red.baselineBoots()).isEqualTo(6))
                .satisfies(red -> assertThat(red.look().baselineGiven()).isEqualTo(12));
    }

    @Test
    void theLastLookWantsAllBootsOfBothSides() {
        List<BootMeasures> doubtful = sporadic(bench.boots(12));
        List<BootMeasures> baseline = bench.boots(12);

        GateResult open = judge(baseline.subList(0, 11), doubtful);
        assertThat(open.look().next()).isEqualTo(Next.BOOT_MORE);
        assertThat(open.reason()).startsWith("not decided by 6 boots of each").contains("until there are 12");
        assertThat(judge(baseline, doubtful.subList(0, 11)).look().next()).isEqualTo(Next.BOOT_MORE);

        GateResult last = judge(baseline, doubtful);
        assertThat(last.look()).isEqualTo(new SequentialLook(2, 2, 12, 12, 0.0018, Next.STOP));
        assertThat(last.baselineBoots()).isEqualTo(12);
        assertThat(last.settings().rule().alpha()).isEqualTo(0.0018);
    }

    /** Three boots in which the longest initcall takes three quarters longer. */
    private static List<BootMeasures> sporadic(List<BootMeasures> boots) {
        List<BootMeasures> some = new ArrayList<>(
                Injection.initcall(Bench.key("slow_init"), 15_000).into(boots.subList(0, 3)));
        some.addAll(boots.subList(3, boots.size()));
        return some;
    }

    private static GateResult judge(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return SequentialGate.judge(baseline, candidate, GateSettings.DEFAULT);
    }
}
