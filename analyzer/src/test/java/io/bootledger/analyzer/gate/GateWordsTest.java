package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.gate.Budgets.Check;
import io.bootledger.analyzer.gate.Budgets.Limit;
import io.bootledger.analyzer.gate.Budgets.Severity;
import io.bootledger.analyzer.gate.Budgets.Waiver;
import io.bootledger.analyzer.rule.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets to the microsecond, patterns, and what the gate says. */
class GateWordsTest {
    @ParameterizedTest
    @CsvSource({
        "total, TOTAL, total, total",
        "phase=initcalls, PHASE, initcalls, phase=initcalls",
        "level=*, LEVEL, *, level=*",
        "gap=fs, GAP, fs, gap=fs",
        "owner=ACPI, OWNER, ACPI, owner=ACPI",
        "acpi_*, INITCALL, acpi_*, initcall=acpi_*",
        "until_init, PHASE, until_init, phase=until_init",
        "before_pid1, GAP, before_pid1, gap=before_pid1",
        "outside initcalls in fs, GAP, fs, gap=fs",
        "before the first initcall of process 1, GAP, before_pid1, gap=before_pid1",
        "until_init as a whole, PHASE, until_init, phase=until_init",
        "late as a whole, LEVEL, late, level=late",
        "CRYPTO API as a whole, OWNER, CRYPTO API, owner=CRYPTO API",
        "the machine as a whole, TOTAL, total, total",
    })
    void aPatternNamesItsMetrics(String text, Scope scope, String glob, String written) {
        MetricPattern pattern = MetricPattern.of(text);

        assertThat(pattern).isEqualTo(new MetricPattern(scope, glob));
        assertThat(pattern).hasToString(written);
        assertThat(pattern.matches(scope, glob)).isTrue();
        assertThat(pattern.matches(scope == Scope.GAP ? Scope.LEVEL : Scope.GAP, glob))
                .isFalse();
        assertThat(pattern.matches(scope, "other") && !glob.equals("*")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"level=", "", "total=x", "colour=red", "fs", "device", "a_init is new", "acpi_init +502 ms, ACPI"
            })
    void aTextThatNamesNoneIsRefused(String text) {
        assertThatThrownBy(() -> MetricPattern.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Boots of 10, 20 and 90 us. */
    @Test
    void aBudgetIsHeldAgainstTheMedianTheFasterOfTwoOrTheOneThereIs() {
        assertThat(actual(90)).isEqualTo(90);
        assertThat(actual(90, 20)).isEqualTo(20);
        assertThat(actual(90, 10, 20)).isEqualTo(20);
        assertThat(actual(90, 10, 20, 41)).isEqualTo(31);
    }

    private static long actual(long... totals) {
        Budgets budgets =
                new Budgets(List.of(new Limit(Scope.TOTAL, "total", 31, Severity.ERROR)), List.of(), null, null);
        GateResult result = judge(List.of(boot(50)), boots(totals), budgets);
        assertThat(result.budgets()).singleElement().satisfies(check -> {
            assertThat(check.what()).isEqualTo("total");
            assertThat(check.unit()).isEqualTo("us");
            assertThat(check.broken()).isEqualTo(check.actual() > 31);
        });
        return result.budgets().get(0).actual();
    }

    @Test
    void aBudgetIsBrokenByMoreThanItAndFailsOnlyAsAnError() {
        assertThat(new Check("x", "us", 31, 31, Severity.ERROR).broken()).isFalse();
        assertThat(new Check("x", "us", 32, 31, Severity.ERROR).fails()).isTrue();
        assertThat(new Check("x", "us", 32, 31, Severity.WARN).fails()).isFalse();
        assertThat(new Check("x", "us", 31, 31, Severity.ERROR).fails()).isFalse();
        assertThat(Severity.WARN).hasToString("warn");
    }

    @Test
    void newInitcallsAndFailuresHaveBudgetsOfTheirOwn() {
        List<BootMeasures> candidate = List.of(Bench.measures(
                "new",
                50,
                new TreeMap<>(Map.of(Bench.key("old_init"), 5L, Bench.key("new_init"), 7L)),
                new TreeSet<>(List.of("a", "b"))));
        List<BootMeasures> baseline = List.of(Bench.measures(
                "old", 50, new TreeMap<>(Map.of(Bench.key("old_init"), 5L)), new TreeSet<>(List.of("a", "b"))));

        assertThat(judge(baseline, candidate, new Budgets(List.of(), List.of(), 6L, 1L))
                        .budgets())
                .containsExactly(
                        new Check("new initcall new_init", "us", 7, 6, Severity.ERROR),
                        new Check("failures", "failures", 2, 1, Severity.ERROR));
        assertThat(judge(baseline, candidate, Budgets.NONE).budgets()).isEmpty();
        List<BootMeasures> once = List.of(candidate.get(0), baseline.get(0), baseline.get(0));
        assertThat(judge(baseline, once, new Budgets(List.of(), List.of(), null, 1L))
                        .budgets())
                .as("of the boot with most failures")
                .containsExactly(new Check("failures", "failures", 2, 1, Severity.ERROR));
    }

    @Test
    void aLimitNamesItsScopeAndOneThatIsOffIsNone() {
        Limit phase = new Limit(Scope.PHASE, "init*", 10, Severity.WARN);
        Limit off = new Limit(Scope.TOTAL, "total", 10, Severity.OFF);
        Limit absent = new Limit(Scope.LEVEL, "fs", 10, Severity.ERROR);
        Waiver nobody = new Waiver(MetricPattern.of("gone_*"), null, null, "why");
        Waiver known = new Waiver(MetricPattern.of("phase=initcalls"), null, null, "why");

        GateResult result = judge(
                List.of(boot(50)),
                List.of(boot(60)),
                new Budgets(List.of(phase, off, absent), List.of(nobody, known), null, null));

        assertThat(result.budgets()).containsExactly(new Check("phase initcalls", "us", 60, 10, Severity.WARN));
        assertThat(result.unmatched()).containsExactly("budget level=fs", "waive initcall=gone_*");
    }

    @Test
    void aWaiverAcceptsUpToItsAmount() {
        Waiver waiver = new Waiver(MetricPattern.of("acpi_*"), 100L, null, "firmware");

        assertThat(waiver.accepts(Scope.INITCALL, "acpi_init", 100)).isTrue();
        assertThat(waiver.accepts(Scope.INITCALL, "acpi_init", 101)).isFalse();
        assertThat(waiver.accepts(Scope.INITCALL, "pci_init", 1)).isFalse();
        assertThat(new Waiver(MetricPattern.of("acpi_*"), null, null, "x").accepts(Scope.INITCALL, "acpi_init", 999))
                .isTrue();
    }

    @Test
    void bootsThatAreNotAlikeAreNamedWithWhatAllowsThem() {
        List<BootMeasures> other = new ArrayList<>();
        BootMeasures boot = boot(60);
        TreeMap<String, String> environment = new TreeMap<>(boot.environment());
        environment.put("machine", "laptop");
        other.add(new BootMeasures(
                "b",
                null,
                null,
                null,
                environment,
                60L,
                boot.phases(),
                boot.levels(),
                boot.gaps(),
                boot.initcalls(),
                boot.course(),
                0));

        GateResult result = judge(List.of(boot(50)), other, Budgets.NONE);

        assertThat(result.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(result.reason())
                .isEqualTo("the boots are not alike: machine bench against laptop."
                        + " If that is meant: --allow-env-diff machine");
    }

    @Test
    void aSideWithoutACompleteBootIsNamedWithItsFirst() {
        BootMeasures cut = Bench.ended(boot(50), "its end is lost", null);

        assertThat(judge(List.of(boot(50)), List.of(cut), Budgets.NONE).reason())
                .isEqualTo("no complete boot in the candidate (boot: its end is lost)");
        assertThat(judge(List.of(cut), List.of(boot(50)), Budgets.NONE).reason())
                .isEqualTo("no complete boot in the baseline (boot: its end is lost)");
        assertThat(judge(List.of(), List.of(), Budgets.NONE).reason()).isEqualTo("no complete boot in the baseline");
    }

    @Test
    void programsReadNamesInSmallLetters() {
        assertThat(Verdict.REGRESSED).hasToString("regressed");
        assertThat(Status.WAIVED).hasToString("waived");
        assertThat(Culprit.Kind.OVER_BUDGET).hasToString("over budget");
        assertThat(SequentialLook.Next.BOOT_MORE).hasToString("boot more");
    }

    @Test
    void aFailureTakesNoTime() {
        assertThat(new Culprit(Culprit.Kind.SLOWER, "x", null, 5L).knownShiftUs())
                .isEqualTo(5);
        assertThatThrownBy(() -> new Culprit(Culprit.Kind.FAILED, "x", null, null).knownShiftUs())
                .hasMessageContaining("no time");
    }

    @ParameterizedTest
    @CsvSource({
        "REGRESSED, false, true",
        "REGRESSED, true, true",
        "TRADED, false, false",
        "TRADED, true, true",
        "OK, true, false",
        "INCONCLUSIVE, true, false"
    })
    void theBuildFailsOnARegressionAndWhenStrictOnATrade(Verdict verdict, boolean strict, boolean fails) {
        GateSettings lax = GateSettings.DEFAULT;
        GateSettings settings =
                new GateSettings(lax.rule(), lax.interleaved(), lax.allowedDifferences(), lax.budgets(), strict);

        assertThat(result(verdict, Reasons.SLOWER, settings).failed()).isEqualTo(fails);
        assertThat(result(verdict, Reasons.SLOWER, settings).failsBySlowness()).isEqualTo(fails);
        assertThat(result(verdict, Reasons.BUDGET, settings).failsBySlowness()).isFalse();
    }

    private static GateResult result(Verdict verdict, String reason, GateSettings settings) {
        GateResult of = judge(List.of(boot(50)), List.of(boot(50)), Budgets.NONE);
        return new GateResult(
                verdict,
                reason,
                settings,
                of.differences(),
                1,
                1,
                of.handovers(),
                of.excluded(),
                1_000,
                false,
                1,
                of.evidence(),
                of.metrics(),
                of.structure(),
                of.deaths(),
                of.failing(),
                of.kernels(),
                of.budgets(),
                of.unmatched(),
                of.moved(),
                of.malformed(),
                of.culprits(),
                of.byPart(),
                of.sight(),
                null);
    }

    @Test
    void settingsChangeOneThingAtATime() {
        GateSettings turned = GateSettings.DEFAULT.inTurn(true);

        assertThat(turned.interleaved()).isTrue();
        assertThat(turned.with(turned.rule().with(0.5)).rule().alpha()).isEqualTo(0.5);
        assertThat(turned.with(turned.rule().with(0.5)).interleaved()).isTrue();
        assertThat(turned.with(new Budgets(List.of(), List.of(), 1L, null))
                        .budgets()
                        .newInitcallMaxUs())
                .isEqualTo(1);
    }

    private static GateResult judge(List<BootMeasures> baseline, List<BootMeasures> candidate, Budgets budgets) {
        return Gate.judge(baseline, candidate, GateSettings.DEFAULT.with(budgets));
    }

    private static List<BootMeasures> boots(long... totals) {
        List<BootMeasures> boots = new ArrayList<>();
        for (long total : totals) {
            boots.add(boot(total));
        }
        return boots;
    }

    private static BootMeasures boot(long total) {
        return Bench.measures("boot", total, new TreeMap<>(), new TreeSet<>());
    }
}
