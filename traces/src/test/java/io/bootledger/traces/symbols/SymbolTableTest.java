package io.bootledger.traces.symbols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bootledger.traces.event.InitcallLevel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SymbolTableTest {
    @Test
    void namesSince512CarryModuleFunctionAndLevel() {
        assertThat(table("""
                                ffffffff83810488 d __initcall__kmod_core__674_2280_init_hw_perf_eventsearly
                                ffffffff83810490 d __initcall__kmod_foo_bar__12_34_foo_init66
                                ffffffff83810494 d __initcall__kmod_regulator__9_6200_regulator_init_complete7s
                                ffffffff83810498 d __initcall__kmod_hvc__1_2_hvc_console_initcon
                                """))
                .containsExactly(
                        "console hvc_console_init (hvc)",
                        "early init_hw_perf_events (core)",
                        "device foo_init6 (foo_bar)",
                        "late_sync regulator_init_complete (regulator)");
    }

    @Test
    void aCompilersSuffixIsNoPartOfTheLevel() {
        assertThat(table("ffffffff83810488 d __initcall__kmod_pci_dma__250_136_pci_iommu_initrootfs.llvm.12345\n"))
                .containsExactly("rootfs pci_iommu_init (pci_dma)");
    }

    @Test
    void withBoundariesTheAddressTellsTheLevelWhateverTheNameEndsIn() {
        assertThat(table("""
                                0000000000001000 D __initcall_start
                                0000000000001000 d __initcall_spawn_ksoftirqdearly
                                0000000000001008 D __initcall0_start
                                0000000000001008 D __initcall1_start
                                0000000000001008 d __initcall_foo1s
                                0000000000001010 D __initcall2_start
                                0000000000001010 D __initcall3_start
                                0000000000001010 D __initcall4_start
                                0000000000001010 D __initcall5_start
                                0000000000001010 D __initcallrootfs_start
                                0000000000001010 d __initcall_populate_rootfsrootfs
                                0000000000001018 D __initcall6_start
                                0000000000001018 d __initcall_bar66
                                0000000000001020 D __initcall7_start
                                0000000000001020 D __con_initcall_start
                                0000000000001020 D __initcall_end
                                0000000000001020 d __initcall_con_init6
                                0000000000001028 d __initcall_last_con
                                0000000000001030 D __con_initcall_end
                                """))
                .containsExactly(
                        "console con_init6",
                        "console last_con",
                        "early spawn_ksoftirqd",
                        "core_sync foo",
                        "rootfs populate_rootfs",
                        "device bar6");
    }

    @Test
    void anEntryListedBeforeTheBoundaryAtItsAddressBelongsBehindIt() {
        SymbolTable table = read("""
                00001000 D __initcall_start
                00001000 D __initcall0_start
                00001000 D __initcall5_start
                00001000 d __initcall_inet_init5
                00001004 d __initcall_populate_rootfsrootfs
                00001004 D __initcallrootfs_start
                00001008 d __initcall_uart_init6
                00001008 D __initcall6_start
                0000100c D __initcall7_start
                0000100c D __initcall_end
                """);

        assertThat(shown(table)).containsExactly("fs inet_init", "rootfs populate_rootfs", "device uart_init");
        assertThat(table.missing()).isZero();
    }

    @Test
    void unsortedOutputOfNmIsSortedByAddress() {
        assertThat(table("""
                                ffffffff80000010 d __initcall_a6
                                ffffffff80000000 d __initcall_z4
                                                 U __initcall_undefined6
                                ffffffff80000008 d __initcall_m5
                                """)).containsExactly("subsys z", "fs m", "device a");
    }

    @Test
    void hiddenAddressesKeepTheOrderOfTheFile() {
        assertThat(table("""
                                0000000000000000 D __initcall_start
                                0000000000000000 d __initcall_migration_initearly
                                0000000000000000 D __initcall0_start
                                0000000000000000 d __initcall_zeta1
                                0000000000000000 d __initcall_alpha1
                                0000000000000000 D __con_initcall_start
                                0000000000000000 d __initcall_con_init
                                0000000000000000 t helper\t[ext4]
                                """)).containsExactly("console con_init", "early migration_init", "core zeta", "core alpha");
    }

    @Test
    void namesBefore2619TellNoLevel() {
        assertThat(table("""
                                c0400000 T __initcall_start
                                c0400000 t __initcall_init_cpufreq2
                                c0400004 t __initcall_ksysfs_init
                                c0400008 t __initcall_md5
                                c040000c t __initcall_aes_init
                                c0400010 T __con_initcall_start
                                c0400010 T __initcall_end
                                c0400010 t __initcall_con_init
                                c0400014 T __con_initcall_end
                                """))
                .containsExactly("console con_init", "? init_cpufreq2", "? ksysfs_init", "? md5", "? aes_init");
    }

    @Test
    void theEarlyBoundaryOf2627StandsAlone() {
        assertThat(table("""
                                c0400000 T __initcall_start
                                c0400000 t __initcall_foo6early
                                c0400004 T __early_initcall_end
                                c0400004 t __initcall_pure0
                                c0400008 t __initcall_core1s
                                c040000c t __initcall_dmi_earlyrootfs
                                c0400010 t __initcall_post2
                                c0400014 t __initcall_populaterootfs
                                c0400018 t __initcall_dev6
                                c040001c T __initcall_end
                                c040001c T __security_initcall_start
                                c040001c t __initcall_selinux_init
                                c0400020 T __security_initcall_end
                                """))
                .containsExactly(
                        "? selinux_init",
                        "early foo6",
                        "pure pure",
                        "core_sync core",
                        "core_sync dmi_early",
                        "postcore post",
                        "rootfs populate",
                        "device dev");
    }

    @Test
    void androidsBackportNumbersItsNames() {
        assertThat(table("ffffff8008f00000 t __initcall_173_390_debug_traps_init3\n"
                        + "ffffff8008f00008 t __initcall_12_99_con_initcon\n"))
                .containsExactly("console con_init", "arch debug_traps_init");
    }

    @Test
    void stubFunctionsOfALtoKernelTellLevelsButNoOrder() {
        SymbolTable table = read("""
                ffffffff81000000 t __initstub__kmod_b__2_3_late_one7
                ffffffff81000010 t __initstub__kmod_a__1_2_first_onecon
                """);

        assertThat(shown(table)).containsExactly("console first_one (a)", "late late_one (b)");
        assertThat(table.ordered()).isFalse();
    }

    @Test
    void aFileThatLacksInitcallsOfTheImageSaysHowMany() {
        SymbolTable table = read("""
                00001000 D __initcall_start
                00001000 D __initcall0_start
                00001000 d __initcall_a0
                00001004 d __initcall_a_again0
                00001004 d __initcall_same_slot0
                00001010 D __initcall_end
                """);

        assertThat(table.entries()).hasSize(2);
        assertThat(table.missing()).isEqualTo(2);
    }

    @Test
    void aFunctionsOtherNameLeadsToItsEntry() {
        SymbolTable table = read("""
                ffffffff81000000 t ia32_binfmt_init
                ffffffff81000000 t init_elf_binfmt
                ffffffff81000040 t other
                ffffffff83810488 d __initcall__kmod_elf__1_2_init_elf_binfmt1
                """);

        assertThat(table.aliases()).containsOnly(Map.entry("ia32_binfmt_init", "init_elf_binfmt"));
    }

    @Test
    void whatIsNoSymbolTableIsRefusedWithTheReason() {
        assertThatThrownBy(() -> SymbolTable.read(stream("[    0.000000] Linux version 6.1.0\n")))
                .isInstanceOf(NoSymbolTableException.class)
                .hasMessageContaining("no line reads <address> <type> <name>");
        assertThatThrownBy(() -> SymbolTable.read(stream(""))).isInstanceOf(NoSymbolTableException.class);
        assertThatThrownBy(() -> SymbolTable.read(stream("ffffffff81000000 T _stext\n")))
                .hasMessageContaining("names 1 symbols and no initcall")
                .hasMessageContaining("CONFIG_KALLSYMS_ALL");
        assertThatThrownBy(() -> SymbolTable.read(
                        stream("ffffffffffffffff B The real System.map is in the linux-image-<version>-dbg package\n")))
                .hasMessageContaining("stub that Debian installs");
    }

    private static List<String> table(String text) {
        return shown(read(text));
    }

    private static List<String> shown(SymbolTable table) {
        return table.entries().stream().map(SymbolTableTest::shown).toList();
    }

    private static String shown(SymbolTable.Entry entry) {
        InitcallLevel level = entry.level();
        return (level == null ? "?" : level + (entry.sync() ? "_sync" : "")) + " " + entry.function()
                + (entry.module() == null ? "" : " (" + entry.module() + ")");
    }

    private static SymbolTable read(String text) {
        try {
            return SymbolTable.read(stream(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSymbolTableException e) {
            throw new AssertionError(e);
        }
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
