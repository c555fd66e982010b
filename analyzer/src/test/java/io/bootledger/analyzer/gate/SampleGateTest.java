package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.Waterfall;
import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.rule.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The rule on boots of a real kernel: {@code candidate} has eight PCIe root ports more than {@code baseline}. */
class SampleGateTest {
    private static final List<BootMeasures> BASELINE = RecordedBoots.in(RecordedBoots.SAMPLES.resolve("ci/baseline"));
    private static final List<BootMeasures> CANDIDATE = RecordedBoots.in(RecordedBoots.SAMPLES.resolve("ci/candidate"));

    @Test
    void theRecordedBootsAreComplete() {
        assertThat(BASELINE).hasSize(5).allSatisfy(SampleGateTest::isComplete);
        assertThat(CANDIDATE).hasSize(5).allSatisfy(SampleGateTest::isComplete);
    }

    private static void isComplete(BootMeasures boot) {
        assertThat(boot.incomplete()).isNull();
        assertThat(boot.died()).isNull();
        assertThat(boot.initcalls()).hasSizeGreaterThan(500);
        assertThat(boot.phases()).containsKeys("before_initcalls", "initcalls");
        assertThat(boot.levels()).containsKeys("subsys", "device");
        assertThat(boot.environment()).containsEntry("console", "ttyS0").containsKey("clocksource");
    }

    @Test
    void aSlowerCandidateIsRedAndItsCulpritsAreNamedTheLargestFirst() {
        GateResult result = Gate.judge(BASELINE, CANDIDATE, GateSettings.DEFAULT);

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(slower(result)).startsWith("acpi_init", "pcie_portdrv_init");
        assertThat(result.culprits().get(0).shiftUs()).isBetween(480_000L, 520_000L);
        assertThat(result.globalShift()).isFalse();
    }

    @Test
    void theWaterfallAddsUpToTheDifference() {
        Waterfall waterfall =
                Gate.judge(BASELINE, CANDIDATE, GateSettings.DEFAULT).waterfall();

        assertThat(waterfall.rows().stream().mapToLong(Waterfall.Row::us).sum()).isEqualTo(waterfall.totalUs());
        assertThat(waterfall.rows().stream().map(Waterfall.Row::name)).contains("acpi_init", "pcie_portdrv_init");
    }

    @Test
    void theSameBootsAgainstThemselvesAreFine() {
        assertThat(Gate.judge(BASELINE, BASELINE, GateSettings.DEFAULT).verdict())
                .isEqualTo(Verdict.OK);
        assertThat(Gate.judge(CANDIDATE, CANDIDATE, GateSettings.DEFAULT).culprits())
                .isEmpty();
    }

    @Test
    void twoAgainstTwoProvesNothing() {
        GateResult result = Gate.judge(BASELINE.subList(0, 2), CANDIDATE.subList(0, 2), GateSettings.DEFAULT);

        assertThat(result.verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void noBootsProveNothing() {
        assertThat(Gate.judge(List.of(), CANDIDATE, GateSettings.DEFAULT).verdict())
                .isEqualTo(Verdict.INSUFFICIENT);
        assertThat(Gate.judge(BASELINE, List.of(), GateSettings.DEFAULT).reason())
                .contains("candidate");
    }

    @Test
    void anotherMachineIsRefused() {
        List<BootMeasures> arm = RecordedBoots.of(RecordedBoots.SAMPLES.resolve("arm64-6.1-cloud/dmesg.txt.xz"));

        GateResult result = Gate.judge(BASELINE, arm, GateSettings.DEFAULT);

        assertThat(result.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(result.reason()).contains("--allow-env-diff machine");
    }

    @Test
    void aCutLogIsNotTakenForABoot() {
        List<BootMeasures> cut = RecordedBoots.of(RecordedBoots.SAMPLES.resolve("killed-early/console.log"));

        assertThat(cut.get(0).incomplete()).startsWith(BootMeasures.NO_SIGN_OF_INIT + ", which ends inside ");
        assertThat(RecordedBoots.of(RecordedBoots.SAMPLES.resolve("smallbuf/dmesg.txt.zst"))
                        .get(0)
                        .incomplete())
                .contains("lost");
    }

    @Test
    void aPanicIsKnownAsOne() {
        BootMeasures dead = RecordedBoots.of(RecordedBoots.SAMPLES.resolve("panic-noinit/console.log"))
                .get(0);

        assertThat(dead.died()).contains("mount root");
        assertThat(dead.incomplete()).startsWith("the kernel panicked");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "BOOTLEDGER_TRACES", matches = ".+")
    void allRecordedSetsGetTheirVerdicts() {
        assertThat(slower(judge("i7base", "i7pci"))).startsWith("acpi_init", "pcie_portdrv_init");
        assertThat(judge("base", "aa").verdict()).isNotEqualTo(Verdict.REGRESSED);
        assertThat(judge("aa", "base").verdict()).isNotEqualTo(Verdict.REGRESSED);

        GateResult noisy = judge("base", "pci");
        assertThat(noisy.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(slower(noisy)).contains("acpi_init", "pcie_portdrv_init");
        assertThat(noisy.metrics().stream()
                        .filter(metric -> metric.scope() == Scope.TOTAL)
                        .map(Metric::status))
                .doesNotContain(Status.REGRESSED);
    }

    private static GateResult judge(String baseline, String candidate) {
        return Gate.judge(recorded(baseline), recorded(candidate), GateSettings.DEFAULT);
    }

    private static List<BootMeasures> recorded(String set) {
        return RecordedBoots.in(Path.of(System.getenv("BOOTLEDGER_TRACES"), "ci", set));
    }

    private static List<String> slower(GateResult result) {
        List<String> names = new ArrayList<>();
        result.culprits().stream()
                .filter(culprit -> culprit.kind() == Culprit.Kind.SLOWER)
                .forEach(culprit -> names.add(culprit.name()));
        return names;
    }
}
