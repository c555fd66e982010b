package io.bootledger.simulator.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.KernelVersion;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of calls as it was read in the sources of those versions. */
class StepTableTest {
    @ParameterizedTest
    @CsvSource({
        "2.6.28, init_workqueues usermodehelper_init driver_init init_irq_proc do_initcalls",
        "2.6.32, init_workqueues cpuset_init_smp usermodehelper_init init_tmpfs driver_init init_irq_proc do_ctors do_initcalls",
        "3.4, cpuset_init_smp usermodehelper_init shmem_init driver_init init_irq_proc do_ctors usermodehelper_enable do_initcalls",
        "4.19, cpuset_init_smp shmem_init driver_init init_irq_proc do_ctors usermodehelper_enable do_initcalls",
        "5.10, cpuset_init_smp driver_init init_irq_proc do_ctors usermodehelper_enable do_initcalls",
        "6.12, cpuset_init_smp driver_init init_irq_proc do_ctors do_initcalls",
        "7.2, cpuset_init_smp ksysfs_init driver_init init_irq_proc do_ctors do_initcalls"
    })
    void doBasicSetup(String version, String calls) {
        assertThat(calls(version, "do_basic_setup")).isEqualTo(calls);
    }

    /** Where a module that fits in nothing would be refused first. */
    @ParameterizedTest
    @CsvSource({
        "2.6.32, elf_check_arch check_modstruct_version same_magic find_module simplify_symbols parse_args",
        "3.4, copy_and_check layout_and_allocate simplify_symbols find_module parse_args",
        "3.10, module_sig_check elf_header_check layout_and_allocate add_unformed_module simplify_symbols parse_args do_init_module",
        "4.18, module_sig_check elf_header_check layout_and_allocate add_unformed_module simplify_symbols parse_args do_init_module",
        "4.19, elf_header_check setup_load_info blacklisted module_sig_check check_modstruct_version layout_and_allocate"
                + " add_unformed_module simplify_symbols parse_args do_init_module",
        "5.12, module_sig_check elf_validity_check setup_load_info blacklisted check_modstruct_version layout_and_allocate"
                + " add_unformed_module simplify_symbols parse_args do_init_module",
        "6.12, module_sig_check elf_validity_cache_copy early_mod_check layout_and_allocate add_unformed_module"
                + " simplify_symbols parse_args do_init_module"
    })
    void loadModule(String version, String calls) {
        List<String> of = List.of(calls.split(" "));
        assertThat(Stream.of(calls(version, "load_module").split(" ")).filter(TELLING::contains))
                .containsExactlyElementsOf(of);
    }

    private static final List<String> TELLING = List.of(
            "elf_check_arch",
            "copy_and_check",
            "elf_header_check",
            "elf_validity_check",
            "elf_validity_cache_copy",
            "module_sig_check",
            "setup_load_info",
            "blacklisted",
            "check_modstruct_version",
            "same_magic",
            "early_mod_check",
            "layout_and_allocate",
            "find_module",
            "add_unformed_module",
            "simplify_symbols",
            "parse_args",
            "do_init_module");

    /** Nothing is called by a function that nobody calls, in any version in which a row begins or ends. */
    @Test
    void everyCallerIsCalled() {
        List<String> roots = List.of("start_kernel", "kernel_init", "console_initcall", "insmod", "oops");
        TreeSet<KernelVersion> versions = new TreeSet<>();
        versions.add(new KernelVersion(2, 6, 28));
        StepTable.all().stream()
                .flatMap(row -> Stream.of(row.kernels().from(), row.kernels().before()))
                .filter(Objects::nonNull)
                .forEach(versions::add);
        for (KernelVersion version : versions) {
            List<TableRow> rows = StepTable.all().stream()
                    .filter(row -> row.kernels().holds(version))
                    .toList();
            assertThat(rows.stream().map(TableRow::caller).distinct().filter(caller -> !roots.contains(caller)))
                    .as(version.toString())
                    .allSatisfy(caller ->
                            assertThat(rows.stream().map(TableRow::step)).contains(caller));
        }
    }

    private static String calls(String version, String caller) {
        return String.join(
                " ",
                new StepTable(Objects.requireNonNull(KernelVersion.of(version)))
                        .calls(caller).stream().map(TableRow::step).toList());
    }
}
