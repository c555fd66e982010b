package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.gate.Budgets.Limit;
import io.bootledger.analyzer.gate.Budgets.Severity;
import io.bootledger.analyzer.gate.Budgets.Waiver;
import io.bootledger.analyzer.rule.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Eight initcalls of the PCI subsystem, 2 ms each, and one of the ACPI. */
class OwnersOfMetricsTest {
    private static final String PCI = "PCI SUBSYSTEM";
    private static final List<InitcallKey> OF_PCI = Stream.of(
                    "pci_apply_final_quirks",
                    "pci_driver_init",
                    "pci_proc_init",
                    "pci_realloc_setup_params",
                    "pci_slot_init",
                    "pci_stub_init",
                    "pcibus_class_init",
                    "vga_arb_device_init")
            .map(Bench::key)
            .toList();
    private static final InitcallKey ONE = Bench.key("pci_proc_init");
    private static final InitcallKey OF_ACPI = Bench.key("acpi_processor_driver_init");

    private final Bench bench = new Bench(3);

    @Test
    void manySmallRisesOfOneOwnerAreSeenTogether() {
        GateResult result = judge(boots(700, 0), Budgets.NONE);

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(status(result, Scope.INITCALL, "pci_proc_init")).isEqualTo(Status.OK);
        assertThat(status(result, Scope.OWNER, PCI)).isEqualTo(Status.REGRESSED);
        assertThat(result.culprits())
                .singleElement()
                .satisfies(culprit -> assertThat(culprit.kind()).isEqualTo(Culprit.Kind.PART))
                .satisfies(culprit -> assertThat(culprit.name()).isEqualTo(PCI));
    }

    @Test
    void aCulpritHasItsOwner() {
        GateResult result = judge(boots(0, 20_000), Budgets.NONE);

        assertThat(result.culprits())
                .singleElement()
                .satisfies(culprit -> assertThat(culprit.name()).isEqualTo("pci_proc_init"))
                .satisfies(culprit -> assertThat(culprit.owner()).isEqualTo(PCI));
    }

    @Test
    void whatWasAcceptedOfAnInitcallIsAcceptedOfItsOwner() {
        Budgets accepting = new Budgets(List.of(), waivers("pci_proc_init", "total", "phase=*"), null, null);

        GateResult accepted = judge(boots(0, 20_000), accepting);
        assertThat(status(accepted, Scope.OWNER, PCI)).isEqualTo(Status.WAIVED);
        assertThat(accepted.metrics())
                .filteredOn(metric -> metric.scope() == Scope.OWNER)
                .extracting(Metric::acceptedBecause)
                .containsExactly("meant");
        assertThat(accepted.verdict()).isEqualTo(Verdict.OK);

        GateResult more = judge(boots(700, 20_000), accepting);
        assertThat(status(more, Scope.OWNER, PCI)).isEqualTo(Status.REGRESSED);
        assertThat(more.verdict()).isEqualTo(Verdict.REGRESSED);
    }

    private static List<Waiver> waivers(String... metrics) {
        return Stream.of(metrics)
                .map(metric -> new Waiver(MetricPattern.of(metric), null, null, "meant"))
                .toList();
    }

    /** One change made it, its level, the initcalls and the total slower: one waiver is for all of these. */
    @Test
    void whatWasAcceptedOfAnInitcallIsAcceptedOfAllThatItIsPartOf() {
        Bench steady = new Bench(9);
        List<BootMeasures> baseline = levelled(steady.boots(6));
        List<BootMeasures> candidate = levelled(steady.boots(6, us -> us + 60_000));
        Budgets accepting = new Budgets(List.of(), waivers("slow_init"), null, null);

        assertThat(Gate.judge(baseline, candidate, GateSettings.DEFAULT).verdict())
                .isEqualTo(Verdict.REGRESSED);
        GateResult accepted = Gate.judge(baseline, candidate, GateSettings.DEFAULT.with(accepting));
        assertThat(accepted.verdict()).isEqualTo(Verdict.OK);
        assertThat(accepted.metrics())
                .filteredOn(metric -> metric.status() == Status.WAIVED)
                .extracting(Metric::id)
                .containsExactlyInAnyOrder("total", "initcalls", "device", "slow_init");
        GateResult more = Gate.judge(
                baseline,
                levelled(steady.boots(6, us -> us + 60_000).stream()
                        .map(boot -> Bench.with(boot, boot.initcalls(), 200_000))
                        .toList()),
                GateSettings.DEFAULT.with(accepting));
        assertThat(more.verdict()).isEqualTo(Verdict.REGRESSED);
    }

    private static List<BootMeasures> levelled(List<BootMeasures> boots) {
        InitcallKey slow = Bench.key("slow_init");
        return boots.stream()
                .map(boot -> Bench.placed(
                        boot,
                        new TreeMap<>(
                                Map.of("device", 500_000 + boot.initcalls().get(slow))),
                        Map.of(slow, "device")))
                .toList();
    }

    @Test
    void anOwnerHasABudgetAndOneInitcallIsNoMetricOfItsOwner() {
        Budgets budgets =
                new Budgets(List.of(new Limit(Scope.OWNER, "PCI*", 10_000, Severity.ERROR)), List.of(), null, null);

        GateResult result = judge(boots(0, 0), budgets);

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.culprits()).extracting(Culprit::name).containsExactly("owner " + PCI);
        assertThat(result.metrics())
                .filteredOn(metric -> metric.scope() == Scope.OWNER)
                .extracting(Metric::id)
                .containsExactly(PCI);
        assertThat(status(result, Scope.INITCALL, OF_ACPI.function())).isEqualTo(Status.OK);
    }

    private GateResult judge(List<BootMeasures> candidate, Budgets budgets) {
        return Gate.judge(boots(0, 0), candidate, GateSettings.DEFAULT.with(budgets));
    }

    private List<BootMeasures> boots(long moreOfEach, long moreOfOne) {
        List<BootMeasures> boots = new ArrayList<>();
        for (BootMeasures boot : bench.boots(6)) {
            SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(boot.initcalls());
            OF_PCI.forEach(key -> initcalls.put(key, 2_000 + boot.totalUs() % 17 + moreOfEach));
            initcalls.merge(ONE, moreOfOne, Long::sum);
            initcalls.put(OF_ACPI, 5_000L);
            long more = OF_PCI.size() * moreOfEach + moreOfOne;
            boots.add(boot.with(boot.totalUs() + more, boot.phases(), boot.levels(), boot.gaps(), initcalls));
        }
        return boots;
    }

    private static Status status(GateResult result, Scope scope, String id) {
        return result.metrics().stream()
                .filter(metric -> metric.scope() == scope && metric.id().equals(id))
                .findFirst()
                .orElseThrow()
                .status();
    }
}
