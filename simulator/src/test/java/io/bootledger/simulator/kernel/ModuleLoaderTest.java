package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine.Initramfs;
import io.bootledger.simulator.machine.ModuleLoad;
import io.bootledger.simulator.machine.ModuleLoad.Build;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleLoaderTest {
    private static InitFunction module(String name, long millis, int returns, String... requests) {
        return InitFunction.of(InitcallMacro.MODULE_INIT, name + "_init", Nanos.ofMillis(millis))
                .asModule()
                .returning(returns)
                .requesting(List.of(requests));
    }

    private static ModuleLoad load(String module, int loader, @Nullable Build build) {
        return new ModuleLoad(module, Nanos.ofMillis(1), loader, null, build);
    }

    private static BootOf boot(List<InitFunction> modules, ModuleLoad... loads) {
        List<InitFunction> all = new ArrayList<>(modules);
        all.add(InitFunction.of(InitcallMacro.FS_INITCALL, "clocksource_done_booting", Nanos.ZERO));
        return BootOf.machine(
                BootOf.machine(KernelConfig.of(BootOf.RELEASE, Arch.ARM64), all, List.of(), List.of(loads)));
    }

    @Test
    void aModuleIsInitialisedInItsLoadersProcess() {
        BootTruth.Initcall call =
                boot(List.of(module("foo", 1, 0)), load("foo", 1, null)).call("foo_init");
        assertThat(call.level()).isEqualTo(InitcallLevel.MODULE);
        assertThat(call.pid()).isGreaterThan(1);
        assertThat(call.symbol()).endsWith(" [foo]");
    }

    @Test
    void withLoadersSideBySideTheSharedStartTimeMakesTheReportTooShort() {
        BootOf boot = boot(
                List.of(module("slow", 10, 0), module("quick", 2, 0)),
                load("slow", 1, null),
                new ModuleLoad("quick", Nanos.ofMillis(5), 2, null, null));
        assertThat(boot.call("quick_init").reported()).isBetween(2_000L, 2_010L);
        assertThat(boot.call("slow_init").trueNanos()).isGreaterThanOrEqualTo(10_000_000);
        assertThat(boot.call("slow_init").reported()).isLessThan(7_000);
    }

    @Test
    void aModuleThatAnotherOneRequestsIsInitialisedInsideIt() {
        BootOf boot = boot(List.of(module("outer", 1, 0, "inner"), module("inner", 1, 0)), load("outer", 1, null));
        assertThat(boot.lines().stream()
                        .filter(line -> line.contains("er_init+"))
                        .map(line -> line.substring(0, 14)))
                .containsExactly("calling  outer", "calling  inner", "initcall inner", "initcall outer");
    }

    @Test
    void aModuleWithAnotherLayoutIsLoadedAndItsInitNeverRuns() {
        BootOf boot = boot(List.of(module("ghost", 1, 0)), load("ghost", 1, Build.LAYOUT));
        assertThat(boot.linesWith("ghost")).containsExactly("ghost: loading out-of-tree module taints kernel.");
        assertThat(boot.truth().unseenModules())
                .singleElement()
                .satisfies(module -> assertThat(module.loaded()).isTrue());
    }

    @Test
    void aModuleForAnotherKernelIsRefused() {
        BootOf boot = boot(List.of(module("old", 1, 0)), load("old", 1, Build.VERMAGIC));
        assertThat(boot.linesWith("old: version magic '")).hasSize(1);
        assertThat(boot.linesWith("old_init")).isEmpty();
    }

    @Test
    void aPositiveReturnValueIsWonderedAtAndANegativeOneAllowsAnotherTry() {
        BootOf boot = boot(
                List.of(module("led", 1, 245), module("bad", 1, -22)),
                load("led", 1, null),
                load("led", 1, null),
                load("bad", 1, null),
                load("bad", 1, null));
        assertThat(boot.linesWith("'led'->init suspiciously returned 245")).hasSize(1);
        assertThat(boot.linesWith("calling  led_init")).hasSize(1);
        assertThat(boot.linesWith("calling  bad_init")).hasSize(2);
    }

    private static BootOf requesting(InitcallMacro macro, String release, @Nullable Initramfs initramfs) {
        InitFunction requesting =
                InitFunction.of(macro, "asks_init", Nanos.ZERO).requesting(List.of("foo"));
        InitFunction unpacks = InitFunction.of(InitcallMacro.ROOTFS_INITCALL, "populate_rootfs", Nanos.ZERO);
        return BootOf.machine(BootOf.machine(
                        KernelConfig.of(release, Arch.ARM64),
                        List.of(requesting, unpacks, module("foo", 1, 0)),
                        List.of(),
                        List.of())
                .withInitramfs(initramfs));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10", "6.12"})
    void aModuleOfTheInitramfsIsLoadedOnceThatIsUnpackedAndItsCallerWaits(String release) {
        BootOf boot = requesting(InitcallMacro.DEVICE_INITCALL, release, new Initramfs(100, Nanos.ofMillis(800), null));
        assertThat(boot.call("foo_init").startUs()).isGreaterThan(800_000);
        assertThat(boot.call("asks_init").endUs())
                .isGreaterThan(boot.call("foo_init").endUs());
    }

    @ParameterizedTest
    @CsvSource({
        "CORE_INITCALL, 6.12, true, 0",
        "CORE_INITCALL, 5.14, true, 1",
        "CORE_INITCALL, 5.10, true, 0",
        "DEVICE_INITCALL, 6.12, false, 0"
    })
    void aModuleCannotBeLoadedBeforeThereIsWhatLoadsIt(
            InitcallMacro macro, String release, boolean initramfs, int warnings) {
        BootOf boot = requesting(macro, release, initramfs ? new Initramfs(100, Nanos.ofMillis(800), null) : null);
        assertThat(boot.linesWith("foo_init")).isEmpty();
        assertThat(boot.linesWith("wait_for_initramfs() called before rootfs_initcalls"))
                .hasSize(warnings);
        assertThat(boot.truth().unseenModules())
                .singleElement()
                .satisfies(module -> assertThat(module.loaded()).isFalse());
    }
}
