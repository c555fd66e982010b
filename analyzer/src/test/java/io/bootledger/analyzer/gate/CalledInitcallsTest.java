package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.Structure.Sometimes;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.CallCourse;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.rule.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Initcalls that only some boots call, and such of which a log does not tell how long they took. */
class CalledInitcallsTest {
    private static final InitcallKey NEW = Bench.key("new_init");
    private static final InitcallKey SLOW = Bench.key("slow_init");

    private final Bench bench = new Bench(3);

    @Test
    void whatIsNewInSomeBootsIsToldAndHeldAgainstItsBudget() {
        GateSettings budget = GateSettings.DEFAULT.with(new Budgets(List.of(), List.of(), 6_000L, null));

        GateResult result = Gate.judge(bench.boots(6), withNew(5), budget);
        GateResult reverse = Gate.judge(withNew(5), bench.boots(6), budget);

        assertThat(result.structure().added()).isEmpty();
        assertThat(result.structure().sometimesAdded()).containsExactly(new Sometimes(NEW, 5, 6));
        assertThat(result.budgets())
                .singleElement()
                .satisfies(check -> assertThat(check.what()).isEqualTo("new initcall new_init"))
                .satisfies(check -> assertThat(check).matches(Check::fails));
        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(reverse.structure().sometimesRemoved()).containsExactly(new Sometimes(NEW, 5, 6));
        assertThat(reverse.budgets()).isEmpty();
        assertThat(Gate.judge(withNew(3), withNew(5), budget).structure().sometimesAdded())
                .isEmpty();
    }

    private List<BootMeasures> withNew(int count) {
        List<BootMeasures> boots = new ArrayList<>(bench.boots(6));
        for (int boot = 0; boot < count; boot++) {
            SortedMap<InitcallKey, Long> initcalls =
                    new TreeMap<>(boots.get(boot).initcalls());
            initcalls.put(NEW, 7_000L);
            boots.set(boot, Bench.with(boots.get(boot), initcalls, 7_000));
        }
        return boots;
    }

    /** Its time is then in what passes outside of initcalls, and that is no fault of the kernel. */
    @Test
    void anInitcallWhoseReturnIsLostIsNeitherGoneNorARiseOutsideInitcalls() {
        List<BootMeasures> lost = bench.boots(6).stream()
                .map(CalledInitcallsTest::levelled)
                .map(CalledInitcallsTest::withoutItsTime)
                .toList();
        List<BootMeasures> baseline =
                bench.boots(6).stream().map(CalledInitcallsTest::levelled).toList();

        GateResult result = Gate.judge(baseline, lost, GateSettings.DEFAULT);

        assertThat(result.verdict()).isEqualTo(Verdict.OK);
        assertThat(result.structure().removed()).isEmpty();
        assertThat(result.metrics())
                .filteredOn(metric -> metric.scope() == Scope.GAP)
                .extracting(Metric::id)
                .containsExactly("device");
        assertThat(result.evidence().untimed()).containsExactly("slow_init");
    }

    /** What is built in is called in every boot: a boot that lacks several has lost their lines. */
    @Test
    void aBootThatLacksWhatEachOtherCalledIsLeftOut() {
        List<BootMeasures> baseline = calling(bench.boots(6), 0);
        List<BootMeasures> candidate = new ArrayList<>(calling(bench.boots(5), 0));

        assertThat(judged(baseline, candidate, 5).excluded())
                .singleElement()
                .satisfies(one -> assertThat(one.why()).startsWith("it lacks 5 initcalls that each other boot called"));
        assertThat(judged(baseline, candidate, 5).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged(baseline, candidate, 4).excluded()).isEmpty();
    }

    @Test
    void whatFailsInABootThatIsLeftOutFailsAllTheSame() {
        List<BootMeasures> candidate = new ArrayList<>(bench.boots(6));
        candidate.set(0, Bench.failing(candidate.get(0), "oops BUG").incomplete("messages are lost"));
        GateSettings none = GateSettings.DEFAULT.with(new Budgets(List.of(), List.of(), null, 0L));

        GateResult result = Gate.judge(bench.boots(6), candidate, none);

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.excluded())
                .singleElement()
                .satisfies(boot -> assertThat(boot.why()).isEqualTo("messages are lost; in it fails oops BUG"));
    }

    private GateResult judged(List<BootMeasures> baseline, List<BootMeasures> candidate, int lacking) {
        List<BootMeasures> all = new ArrayList<>(candidate);
        all.addAll(calling(bench.boots(1), lacking));
        return Gate.judge(baseline, all, GateSettings.DEFAULT);
    }

    /** @param without so many of the first */
    private static List<BootMeasures> calling(List<BootMeasures> boots, int without) {
        return boots.stream()
                .map(boot -> Bench.called(
                        boot,
                        new CallCourse(
                                boot.initcalls().keySet().stream().skip(without).toList(),
                                Map.of(),
                                Map.of(),
                                new TreeSet<>(),
                                new TreeSet<>())))
                .toList();
    }

    @Test
    void whatInitcallsThatAreGoneTookHasMovedOutsideOfThem() {
        List<BootMeasures> candidate = bench.boots(6).stream()
                .map(CalledInitcallsTest::levelled)
                .map(CalledInitcallsTest::withoutItsTime)
                .map(boot -> Bench.called(
                        boot,
                        new CallCourse(
                                List.copyOf(boot.initcalls().keySet()),
                                Map.of(),
                                Map.of(),
                                new TreeSet<>(),
                                new TreeSet<>())))
                .toList();
        List<BootMeasures> baseline =
                bench.boots(6).stream().map(CalledInitcallsTest::levelled).toList();

        GateResult result = Gate.judge(baseline, candidate, GateSettings.DEFAULT);

        assertThat(result.structure().removed()).containsExactly(SLOW);
        assertThat(result.verdict()).isEqualTo(Verdict.OK);
        assertThat(result.moved())
                .singleElement()
                .satisfies(moved -> assertThat(moved.to()).isEqualTo("fs"));
    }

    /** It passed outside of initcalls, as far as the log tells. */
    private static BootMeasures withoutItsTime(BootMeasures boot) {
        SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(boot.initcalls());
        long us = initcalls.remove(SLOW);
        SortedMap<String, Long> gaps = new TreeMap<>(boot.gaps());
        gaps.merge("fs", us, Long::sum);
        return boot.with(boot.totalUs(), boot.phases(), boot.levels(), gaps, initcalls);
    }

    private static BootMeasures levelled(BootMeasures boot) {
        CallCourse course =
                new CallCourse(List.of(SLOW), Map.of(SLOW, "fs"), Map.of(), new TreeSet<>(), new TreeSet<>());
        return new BootMeasures(
                boot.boot(),
                null,
                null,
                null,
                boot.environment(),
                boot.totalUs(),
                boot.phases(),
                new TreeMap<>(Map.of("fs", 60_000L)),
                new TreeMap<>(Map.of("fs", 10_000L + boot.totalUs() % 100, "device", 5_000L)),
                boot.initcalls(),
                course,
                0);
    }

    /** So few boots cannot tell of the total among all that is asked what each of them tells. */
    @Test
    void whereEveryBootIsFasterNothingInItIsRed() {
        List<BootMeasures> candidate = bench.boots(3, us -> us + 30_000).stream()
                .map(boot -> Bench.with(boot, boot.initcalls(), -600_000))
                .toList();
        List<BootMeasures> baseline = bench.boots(12);
        List<BootMeasures> spread = new ArrayList<>();
        for (BootMeasures boot : baseline) {
            spread.add(Bench.with(boot, boot.initcalls(), 200_000L * spread.size()));
        }

        assertThat(Gate.judge(spread, candidate, GateSettings.DEFAULT).verdict())
                .isEqualTo(Verdict.TRADED);
    }
}
