package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.CallCourse;
import io.bootledger.analyzer.occurrence.Occurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What fails or dies in some boots of either side. */
class FailingBootsTest {
    private static final String FAILURE = "initcall usb_init (EIO)";

    private final Bench bench = new Bench(42);

    @Test
    void aDeathWhereNoBaselineBootDiesIsRedEvenIfOneDiedElsewhere() {
        GateResult result = judge(dying(6, 1, "acpi_init"), dying(6, 1, "usb_init"));

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.reason())
                .isEqualTo(
                        "1 of 6 candidate boots got no further, where no baseline boot stopped: the kernel panicked: oops, in usb_init");
        assertThat(result.culprits())
                .extracting(Culprit::name)
                .containsExactly("the kernel panicked: oops, in usb_init");
        assertThat(judge(dying(6, 1, "usb_init"), dying(6, 1, "usb_init")).verdict())
                .isEqualTo(Verdict.OK);
    }

    @Test
    void outsideOfInitcallsThePlaceIsThePanicWithoutItsNumbers() {
        assertThat(judge(panicking("exitcode=0x0000000b"), panicking("exitcode=0x00000009"))
                        .deaths()
                        .places())
                .extracting(Occurrence::what)
                .containsExactly("exitcode=#");
        assertThat(judge(panicking("exitcode=0x0000000b"), panicking("no init")).verdict())
                .isEqualTo(Verdict.REGRESSED);
    }

    private List<BootMeasures> panicking(String panic) {
        List<BootMeasures> boots = new ArrayList<>(bench.boots(6));
        boots.set(0, Bench.ended(boots.get(0), "the kernel panicked: " + panic, panic));
        return boots;
    }

    @Test
    void moreDeathsThanChanceExplainsAreRedWhereTheBaselineDiesToo() {
        GateResult red = judge(dying(20, 1, "usb_init"), dying(20, 9, "usb_init"));

        assertThat(red.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(red.culprits())
                .extracting(Culprit::name)
                .containsExactly("dies in 9 of 20 candidate boots and 1 of 20 baseline boots: usb_init");
        assertThat(judge(dying(20, 1, "usb_init"), dying(20, 3, "usb_init")).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(dying(6, 1, "usb_init"), dying(6, 6, "usb_init")).verdict())
                .isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void whereTooFewAreLeftTheReasonIsWhatBecameOfTheOthers() {
        GateResult result = judge(dying(6, 1, "usb_init"), dying(6, 5, "usb_init"));

        assertThat(result.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(result.reason())
                .startsWith("5 of 6 candidate boots and 1 of 6 baseline boots died, and the others are too few");
        assertThat(result.deaths().places())
                .singleElement()
                .satisfies(place -> assertThat(place.p()).isBetween(0.0400, 0.0401));
    }

    @Test
    void losingALargerShareOfTheBootsIsNoPass() {
        assertThat(judge(cut(7, 1), cut(12, 6)).reason())
                .isEqualTo("6 of 12 candidate boots and 1 of 7 baseline boots cannot be used: look at them first");
        assertThat(judge(cut(7, 1), cut(12, 6)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(cut(7, 1), cut(7, 1)).verdict()).isEqualTo(Verdict.OK);
        assertThat(judge(cut(6, 0), cut(7, 1)).reason())
                .isEqualTo("1 of 7 candidate boots cannot be used, and no baseline boot: look at them first");
    }

    private List<BootMeasures> cut(int count, int cut) {
        List<BootMeasures> boots = new ArrayList<>(bench.boots(count));
        for (int boot = 0; boot < cut; boot++) {
            boots.set(boot, Bench.ended(boots.get(boot), BootMeasures.NO_SIGN_OF_INIT, null));
        }
        return boots;
    }

    /** The last initcall called is that in which they die. */
    private List<BootMeasures> dying(int count, int dead, String initcall) {
        List<BootMeasures> boots = new ArrayList<>(bench.boots(count));
        for (int boot = 0; boot < dead; boot++) {
            BootMeasures died = Bench.ended(boots.get(boot), "the kernel panicked: oops", "oops");
            CallCourse course = new CallCourse(
                    List.of(Bench.key("slow_init"), Bench.key(initcall)),
                    Map.of(),
                    Map.of(),
                    new TreeSet<>(),
                    new TreeSet<>());
            boots.set(boot, Bench.called(died, course));
        }
        return boots;
    }

    @Test
    void whatFailsMoreOftenThanChanceExplainsIsRed() {
        GateResult always = judge(failing(1), failing(6));
        GateResult often = judge(failing(0), failing(5));

        assertThat(always.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(always.culprits()).extracting(Culprit::name).containsExactly(FAILURE);
        assertThat(often.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(often.failing())
                .singleElement()
                .satisfies(one -> assertThat(one.p()).isBetween(0.00757, 0.00758));
    }

    @Test
    void whatChanceMayMakeIsLeftOpenOrOnlyTold() {
        GateResult open = judge(failing(0), failing(4));
        GateResult told = judge(failing(1), failing(3));

        assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(open.reason())
                .isEqualTo("fails more often, and that may be chance: " + FAILURE
                        + ", in 4 of 6 candidate boots and 0 of 6 baseline boots");
        assertThat(told.verdict()).isEqualTo(Verdict.OK);
        assertThat(told.failing()).extracting(Occurrence::candidate).containsExactly(3);
        assertThat(judge(failing(3), failing(2)).failing())
                .extracting(Occurrence::baseline, Occurrence::candidate, Occurrence::isMoreFrequent)
                .containsExactly(tuple(3, 2, false));
        assertThat(judge(failing(6), failing(6)).failing()).isEmpty();
        assertThat(judge(failing(3), failing(0)).failing()).isEmpty();
    }

    /** One failure that has another one behind it is asked once; others that come and go are asked too. */
    @Test
    void howMuchIsAskedIsCorrectedFor() {
        List<BootMeasures> baseline = new ArrayList<>(bench.boots(6));
        baseline.set(0, Bench.failing(baseline.get(0), "probe net"));
        List<BootMeasures> twice = new ArrayList<>();
        List<BootMeasures> more = new ArrayList<>();
        for (int boot = 0; boot < 6; boot++) {
            BootMeasures plain = bench.boots(1).get(0);
            TreeSet<String> failures = new TreeSet<>(boot < 5 ? List.of(FAILURE, "probe usb") : List.of());
            twice.add(Bench.failing(plain, failures));
            failures.addAll(boot > 0 ? List.of("probe disk") : List.of());
            more.add(Bench.failing(plain, failures));
        }

        assertThat(judge(baseline, twice).verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(judge(baseline, more).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(baseline, more).reason()).endsWith("0 of 6 baseline boots, and 3 more");
    }

    @Test
    void whatFailsInEveryBootWithChangingErrorsIsRed() {
        GateResult result = judge(bench.boots(6), failing("usb_init (EIO)", "usb_init (ETIMEDOUT)"));

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.culprits()).extracting(Culprit::name).containsExactly("initcall usb_init (EIO or ETIMEDOUT)");
    }

    @Test
    void aKernelOfWhichEachBootFailsSomethingElseIsRed() {
        GateResult result =
                judge(bench.boots(6), failing("a_init", "b_init (EIO)", "c_init", "d_init", "e_init", "f_init"));

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.culprits()).extracting(Culprit::name).containsExactly("one or another of 6 things");
        assertThat(judge(
                                failing("a_init", "b_init", "c_init", "d_init", "e_init", "f_init"),
                                failing("f_init", "e_init", "d_init", "c_init", "b_init", "a_init"))
                        .verdict())
                .isEqualTo(Verdict.OK);
    }

    /** Six boots that fail one of these in turn. */
    private List<BootMeasures> failing(String... initcalls) {
        List<BootMeasures> boots = new ArrayList<>(bench.boots(6));
        for (int boot = 0; boot < 6; boot++) {
            boots.set(boot, Bench.failing(boots.get(boot), "initcall " + initcalls[boot % initcalls.length]));
        }
        return boots;
    }

    private List<BootMeasures> failing(int failing) {
        List<BootMeasures> boots = new ArrayList<>(bench.boots(6));
        for (int boot = 0; boot < failing; boot++) {
            boots.set(boot, Bench.failing(boots.get(boot), FAILURE));
        }
        return boots;
    }

    private static GateResult judge(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return Gate.judge(baseline, candidate, GateSettings.DEFAULT);
    }
}
