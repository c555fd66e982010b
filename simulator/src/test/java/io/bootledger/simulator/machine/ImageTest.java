package io.bootledger.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.symbols.NoSymbolTableException;
import io.bootledger.traces.symbols.SymbolTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTest {
    private static final List<InitFunction> OBJECTS = List.of(
            InitFunction.of(InitcallMacro.LATE_INITCALL, "late_a", Nanos.ZERO),
            InitFunction.of(InitcallMacro.MODULE_INIT, "driver_init", Nanos.ZERO),
            InitFunction.of(InitcallMacro.CORE_INITCALL_SYNC, "core_b", Nanos.ZERO),
            InitFunction.of(InitcallMacro.CORE_INITCALL, "core_c", Nanos.ZERO),
            InitFunction.of(InitcallMacro.CONSOLE_INITCALL, "con_init", Nanos.ZERO),
            InitFunction.of(InitcallMacro.ROOTFS_INITCALL, "populate_rootfs", Nanos.ZERO),
            InitFunction.of(InitcallMacro.FS_INITCALL_SYNC, "fs_d", Nanos.ZERO),
            InitFunction.of(InitcallMacro.EARLY_INITCALL, "early_e", Nanos.ZERO),
            InitFunction.of(InitcallMacro.DEVICE_INITCALL, "plain_init", Nanos.ZERO));

    @Test
    void theLinkerScriptOrdersTheLevelsAndTheMakefileOrdersWithinThem() {
        Image image = Image.link(KernelConfig.of("6.12", Arch.X86_64), OBJECTS);
        assertThat(image.entries().stream().map(entry -> entry.function().function()))
                .containsExactly(
                        "early_e",
                        "core_c",
                        "core_b",
                        "fs_d",
                        "populate_rootfs",
                        "driver_init",
                        "plain_init",
                        "late_a",
                        "con_init");
    }

    /** As the tables of real kernels have them. */
    @ParameterizedTest
    @CsvSource({"amd64-6.1-cloud, 6.1", "amd64-7.2-cloud, 7.2", "i386-6.12-caller, 6.12"})
    void theBoundarySymbolsAreThoseOfRealKernels(String sample, String release) throws IOException {
        Map<String, String> real = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("../traces/samples", sample, "kallsyms-initcalls.txt"))) {
            String[] symbol = line.split(" ");
            if (line.matches("\\S+ D __(con_|security_)?initcall\\w*_(start|end)")) {
                real.put(symbol[2], symbol[0]);
            }
        }
        List<String> boundaries = Image.link(KernelConfig.of(release, Arch.X86_64), OBJECTS).parts().stream()
                .filter(part -> part instanceof Image.BoundarySymbol)
                .map(Image.Part::name)
                .toList();
        assertThat(boundaries).hasSize(13).containsExactlyInAnyOrderElementsOf(real.keySet());
        assertThat(boundaries).extracting(real::get).isSorted();
    }

    @Test
    void theBoundarySymbolsOfAnArrayStandAroundIt() {
        String map = SystemMap.of(Image.link(
                KernelConfig.of("4.19", Arch.X86_64),
                List.of(
                        InitFunction.of(InitcallMacro.SECURITY_INITCALL, "selinux_init", Nanos.ZERO),
                        InitFunction.of(InitcallMacro.CONSOLE_INITCALL, "con_init", Nanos.ZERO))));
        assertThat(map.lines().map(line -> line.split(" ")[2]).skip(10))
                .containsExactly(
                        "__initcall_end",
                        "__con_initcall_start",
                        "__initcall_con_init",
                        "__con_initcall_end",
                        "__security_initcall_start",
                        "__initcall_selinux_init",
                        "__security_initcall_end");
    }

    @ParameterizedTest
    @CsvSource({
        "4.9, false, __initcall_core_c1",
        "6.12, false, __initcall__kmod_core_c__#_core_c1",
        "6.12, true, __initcall__kmod_core_c__#_core_c1"
    })
    void anEntryBearsTheSymbolOfItsEra(String release, boolean lto, String symbol) {
        Image image = Image.link(config(release, lto), OBJECTS);
        String entry = image.level(InitcallLevel.CORE).get(0).symbol();
        assertThat(entry.replaceAll("[0-9]+_[0-9]+", "#")).isEqualTo(symbol);
        assertThat(image.level(InitcallLevel.CORE).get(0).called().startsWith("__initstub__kmod_core_c__"))
                .isEqualTo(lto);
    }

    private static KernelConfig config(String release, boolean lto) {
        return new KernelConfig(
                release, Arch.X86_64, null, 0, "", null, null, false, lto, false, null, null, 0, 0, 0, null);
    }

    @ParameterizedTest
    @CsvSource({"4.9, X86_64, 8", "4.19, X86_64, 4", "4.9, ARM, 4", "6.1, ARM64, 4", "6.12, RISCV64, 8"})
    void entriesAreFourBytesApartWherePointersAreRelativeOrShort(String release, Arch arch, int bytes) {
        Image image = Image.link(KernelConfig.of(release, arch), OBJECTS);
        assertThat(image.entries().get(1).address() - image.entries().get(0).address())
                .isEqualTo(bytes);
    }

    /** Up to 3.3 only the names' ends tell the levels behind early. */
    @ParameterizedTest
    @CsvSource({"3.2", "4.9", "5.10.0", "6.12", "7.2"})
    void theSymbolTableReaderFindsTheLinkOrderInTheSystemMap(String release)
            throws IOException, NoSymbolTableException {
        Image image = Image.link(KernelConfig.of(release, Arch.X86_64), OBJECTS);
        for (String text : List.of(SystemMap.of(image), SystemMap.kallsyms(image, 0x3_a000_0000L))) {
            SymbolTable table = SymbolTable.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            assertThat(table.entries().stream()
                            .filter(entry -> entry.level() != InitcallLevel.CONSOLE)
                            .map(entry -> entry.function() + " " + entry.level() + (entry.sync() ? " sync" : "")))
                    .containsExactly(
                            "early_e early",
                            "core_c core",
                            "core_b core sync",
                            "fs_d fs sync",
                            "populate_rootfs rootfs",
                            "driver_init device",
                            "plain_init device",
                            "late_a late");
        }
    }
}
