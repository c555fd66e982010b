package io.bootledger.kernelsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.analyzer.knowledge.KernelFacts;
import io.bootledger.analyzer.knowledge.KernelFacts.Code;
import io.bootledger.traces.event.KernelVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree that is small, and built as the kernel's is. */
class KernelSourceTest {
    @TempDir
    private Path tree;

    @BeforeEach
    void aTree() throws IOException {
        write("Makefile", "VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 3\n");
        write("MAINTAINERS", "BUS\nM:\tsomeone\nF:\tdrivers/bus/\n\nTHE REST\nF:\t*\nF:\t*/\n");
        write("include/linux/device/driver.h", """
                #define module_driver(__driver, __register, __unregister, ...) \\
                static int __init __driver##_init(void) \\
                { \\
                	return __register(&(__driver) , ##__VA_ARGS__); \\
                } \\
                module_init(__driver##_init);
                #define module_platform_driver(__platform_driver) \\
                	module_driver(__platform_driver, platform_driver_register, platform_driver_unregister)
                """);
        write("drivers/Makefile", "obj-y += bus/\nobj-$(CONFIG_NET) += net/\n");
        write("drivers/bus/Makefile", "obj-$(CONFIG_BUS) += bus.o\nbus-y := core.o\nbus-$(CONFIG_BUS_PM) += pm.o\n");
        write("drivers/bus/Kconfig", "config BUS\n\ttristate \"bus\"\nconfig BUS_PM\n\tbool\n");
    }

    @Test
    void aMacroIsFollowedToWhatItRegisters() throws IOException {
        write("drivers/bus/core.c", "static struct platform_driver my_bus;\nmodule_platform_driver(my_bus);\n");

        assertThat(read().initcalls())
                .containsExactly(new Code("my_bus_init", "drivers/bus/core.c", "BUS", "device", List.of("BUS")));
    }

    @Test
    void levelsAndHalvesAreThoseOfTheRegistrar() throws IOException {
        write("drivers/bus/core.c", "subsys_initcall(bus_init);\n/* late_initcall(not_me); */\n");
        write("drivers/bus/pm.c", "fs_initcall_sync(bus_pm_init)\n");

        assertThat(read().initcalls())
                .extracting(code -> code.name() + " " + code.level() + " " + code.kconfig())
                .containsExactly("bus_init subsys BUS", "bus_pm_init fs_sync BUS&BUS_PM");
    }

    @Test
    void aMacroOfTheFileItselfCounts() throws IOException {
        write("drivers/bus/core.c", """
                #define TEST(name) static int __init test_##name(void) { return 0; } late_initcall(test_##name)
                TEST(one);
                TEST(two);
                """);

        assertThat(read().initcalls()).extracting(Code::name).containsExactly("test_one", "test_two");
    }

    @Test
    void powerpcAndSecurityRegisterInTheirOwnWay() throws IOException {
        write("arch/powerpc/platforms/pseries/setup.c", "machine_arch_initcall(pseries, pSeries_init_panel);\n");
        write("security/keys/lsm.c", "DEFINE_LSM(keys) = {\n\t.initcall_device = keys_init,\n};\n");

        assertThat(read().initcalls())
                .extracting(code -> code.name() + " " + code.level())
                .containsExactlyInAnyOrder("__machine_initcall_pseries_pSeries_init_panel arch", "keys_init device");
    }

    @Test
    void objectsOfATristateAreModules() throws IOException {
        write("drivers/bus/core.c", "");

        assertThat(read().modules()).containsExactly(new Code("bus", "drivers/bus/core.c", "BUS", "", List.of("BUS")));
    }

    @Test
    void wordsAreThoseOfTheKernelAndOfItsModules() throws IOException {
        write(
                "drivers/bus/core.c",
                "early_param(\"nobus\", f);\n__setup(\"bus=\", g);\nmodule_param(depth, int, 0);\n"
                        + "core_param(bus_debug, d, int, 0);\n");

        assertThat(read().words())
                .containsExactlyInAnyOrder("nobus", "bus", "bus.depth", "bus_debug", "CONFIG_BUS", "CONFIG_BUS_PM");
    }

    @Test
    void theVersionIsTheMakefiles() throws IOException {
        assertThat(read().version()).isEqualTo(new KernelVersion(6, 12, 3));
    }

    @Test
    void whatIsNoKernelIsRefused() throws IOException {
        Files.delete(tree.resolve("MAINTAINERS"));

        assertThatThrownBy(this::read).isInstanceOf(NoSuchFileException.class).hasMessageContaining("MAINTAINERS");
    }

    private KernelFacts read() throws IOException {
        return KernelSource.read(SourceTree.open(tree));
    }

    private void write(String file, String text) throws IOException {
        Path path = tree.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
