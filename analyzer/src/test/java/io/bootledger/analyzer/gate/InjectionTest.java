package io.bootledger.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.CallCourse;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.rule.Scope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a known change does to a boot: all that the changed part belongs to takes as much longer, and nothing else. */
class InjectionTest {
    private static final InitcallKey ACPI = Bench.key("acpi_init");
    private static final InitcallKey MODULE = new InitcallKey("aes_init", "aes", 1);

    private static BootMeasures boot(@Nullable Long total, Map<String, Long> levels) {
        return new BootMeasures(
                "boot",
                null,
                null,
                null,
                new TreeMap<>(),
                total,
                new TreeMap<>(Map.of("before_initcalls", 200L, "initcalls", 700L)),
                new TreeMap<>(levels),
                new TreeMap<>(Map.of("subsys", 50L, BootMeasures.BEFORE_PID1, 90L)),
                new TreeMap<>(Map.of(ACPI, 300L, MODULE, 40L)),
                new CallCourse(List.of(), Map.of(ACPI, "subsys"), Map.of(), new TreeSet<>(), new TreeSet<>()),
                0);
    }

    private static final BootMeasures BOOT = boot(1_000L, Map.of("subsys", 400L, "late", 10L));

    private static void assertTakes(
            Injection change, long total, long before, long initcalls, long subsys, long gap, long pid1, long acpi) {
        BootMeasures changed = change.into(List.of(BOOT)).get(0);

        assertThat(changed.totalUs()).isEqualTo(total);
        assertThat(changed.phases()).isEqualTo(Map.of("before_initcalls", before, "initcalls", initcalls));
        assertThat(changed.levels()).containsEntry("subsys", subsys);
        assertThat(changed.gaps()).isEqualTo(Map.of("subsys", gap, BootMeasures.BEFORE_PID1, pid1));
        assertThat(changed.initcalls()).containsEntry(ACPI, acpi);
    }

    @Test
    void eachChangeTakesLongerWhereItIs() {
        assertTakes(Injection.initcall(ACPI, 60), 1_060, 200, 760, 460, 50, 90, 360);
        assertTakes(Injection.initcallPercent(ACPI, 50), 1_150, 200, 850, 550, 50, 90, 450);
        assertTakes(Injection.total(60), 1_060, 200, 700, 400, 50, 90, 300);
        assertTakes(Injection.everything(10), 1_100, 220, 770, 440, 55, 99, 330);
        assertTakes(Injection.added("subsys", 60), 1_060, 200, 760, 460, 50, 90, 300);
        assertTakes(Injection.gap("subsys", 60), 1_060, 200, 760, 460, 110, 90, 300);
        assertTakes(Injection.beforePid1(60), 1_060, 260, 700, 400, 50, 150, 300);
        assertTakes(Injection.phase("before_initcalls", 60), 1_060, 260, 700, 400, 50, 90, 300);
    }

    @Test
    void aModuleTakesNoneOfTheBootThreadsTime() {
        Injection change = Injection.initcall(MODULE, 60);

        assertTakes(change, 1_000, 200, 700, 400, 50, 90, 300);
        assertThat(change.into(List.of(BOOT)).get(0).initcalls()).containsEntry(MODULE, 100L);
    }

    @Test
    void aNewInitcallIsThereAndOneThatABootHasNotIsNot() {
        Injection added = Injection.added("subsys", 60);
        InitcallKey absent = Bench.key("absent_init");

        assertThat(added.into(List.of(BOOT)).get(0).initcalls()).containsEntry(Bench.key("injected_init"), 60L);
        assertThat(Injection.initcall(absent, 60).into(List.of(BOOT))).containsExactly(BOOT);
        assertThat(Injection.initcallPercent(absent, 50).into(List.of(BOOT))).containsExactly(BOOT);
    }

    @Test
    void wherePid0CallsTheConsolesInitcallsWhatFollowsIsInThePhaseOfTheInitcalls() {
        BootMeasures console = boot(1_000L, Map.of("console", 5L));

        assertThat(Injection.beforePid1(60).into(List.of(console)).get(0).phases())
                .isEqualTo(Map.of("before_initcalls", 200L, "initcalls", 760L));
    }

    @Test
    void aBootWithoutATotalGetsNone() {
        BootMeasures cut = boot(null, Map.of());

        for (Injection change : List.of(
                Injection.total(5), Injection.everything(5), Injection.initcall(ACPI, 5), Injection.gap("subsys", 5))) {
            assertThat(change.into(List.of(cut)).get(0).totalUs()).isNull();
        }
        assertThat(Injection.gap("fs", 5).into(List.of(cut)).get(0).gaps()).doesNotContainKey("fs");
    }

    @Test
    void oneBootOfSoManyHasIt() {
        Injection change = Injection.total(60).inOneOf(3);

        assertThat(change.into(List.of(BOOT, BOOT, BOOT, BOOT, BOOT)))
                .extracting(BootMeasures::totalUs)
                .containsExactly(1_060L, 1_000L, 1_000L, 1_060L, 1_000L);
        assertThat(change.what()).isEqualTo("total +60 us in one boot of 3");
    }

    @Test
    void changesAreNamedWithTheMetricThatShouldShowThem() {
        assertNamed(Injection.initcall(ACPI, 5_000), "acpi_init +5 ms", Scope.INITCALL, "acpi_init");
        assertNamed(Injection.initcallPercent(ACPI, 5), "acpi_init +5 %", Scope.INITCALL, "acpi_init");
        assertNamed(Injection.total(1_500), "total +1500 us", Scope.TOTAL, "total");
        assertNamed(Injection.everything(5), "everything +5 %", Scope.TOTAL, "total");
        assertNamed(Injection.added("fs", 5_000), "a new initcall of 5 ms", Scope.INITCALL, "injected_init");
        assertNamed(Injection.gap("fs", 5_000), "outside initcalls in level fs +5 ms", Scope.GAP, "fs");
        assertNamed(Injection.beforePid1(5_000), "before process 1 +5 ms", Scope.GAP, BootMeasures.BEFORE_PID1);
        assertNamed(Injection.phase("initcalls", 5_000), "initcalls +5 ms", Scope.PHASE, "initcalls");
    }

    private static void assertNamed(Injection change, String what, Scope scope, String id) {
        assertThat(change.what()).isEqualTo(what);
        assertThat(change.scope()).isEqualTo(scope);
        assertThat(change.id()).isEqualTo(id);
    }
}
