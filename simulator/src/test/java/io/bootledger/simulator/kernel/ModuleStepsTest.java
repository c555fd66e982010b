package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Fault;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.ModuleLoad;
import io.bootledger.simulator.machine.ModuleLoad.Build;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.simulator.steps.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a module comes, by version. */
class ModuleStepsTest {
    private static final InitFunction FOO = InitFunction.of(InitcallMacro.MODULE_INIT, "foo_init", Nanos.ofMicros(10))
            .asModule();

    private static List<Step> load(String release, String commandLine, InitFunction function, @Nullable Build build) {
        Machine machine = BootOf.machine(
                KernelConfig.of(release, Arch.X86_64).withCommandLine(commandLine),
                List.of(function),
                List.of(),
                List.of(new ModuleLoad("foo", Nanos.ZERO, 1, null, build)));
        List<Step> steps = new ArrayList<>();
        new Simulation(machine).steps(Durations.EXACT, steps::add);
        return steps.stream().filter(step -> step.pid() > 1).toList();
    }

    /** The function that refuses, what {@code insmod} is told, and what it says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.6.32 | vermagic | same_magic | -8 | version magic '0.0.0 SMP mod_unload ' should be '2.6.32 SMP mod_unload '",
                "6.12 | vermagic | check_modinfo | -8 | version magic '0.0.0 SMP mod_unload ' should be '6.12 SMP preempt mod_unload '",
                "2.6.29 | modversions | check_modstruct_version | -8 | disagrees about version of symbol struct_module",
                "4.18 | modversions | check_modstruct_version | -8 | disagrees about version of symbol module_layout",
                "2.6.32 | unknown_symbol | simplify_symbols | -2 | foo: Unknown symbol foo_missing",
                "7.2 | unknown_symbol | simplify_symbols | -2 | foo: Unknown symbol foo_missing (err -2)",
                "6.4 | struct_size | elf_validity_cache_copy | -8 | .gnu.linkonce.this_module section size must match the"
                        + " kernel's built struct module size at run time",
                "4.19 | unsigned | module_sig_check | -126 | unsigned; the log says nothing",
                "5.10 | unsigned | module_sig_check | -129 | foo: Loading of unsigned module is rejected",
                "6.12 | unsigned | module_sig_check | -129 | Loading of unsigned module is rejected"
            })
    void whatDoesNotFitIsRefused(String release, String build, String function, int errno, String why) {
        List<Step> steps = load(release, "module.sig_enforce", FOO, Build.valueOf(build.toUpperCase(Locale.ROOT)));
        List<Step> end = steps.subList(steps.size() - 3, steps.size());
        assertThat(end).extracting(Step::function).containsExactly(function, Step.RETURN, Step.RETURN);
        assertThat(end).extracting(Step::returned).containsExactly(null, errno, errno);
        assertThat(end.get(1).does()).isEqualTo(why);
        assertThat(end.get(1).depth()).isEqualTo(end.get(0).depth() + 1);
    }

    @ParameterizedTest
    @CsvSource({"2.6.32, LAYOUT", "6.12, LAYOUT", "7.2, LAYOUT", "2.6.32, STRUCT_SIZE", "6.3, STRUCT_SIZE"})
    void whatHasItsInitElsewhereIsLoadedAndNothingRuns(String release, Build build) {
        List<Step> steps = load(release, "", FOO, build);
        assertThat(steps)
                .noneMatch(step -> step.function().equals(Step.CALL))
                .anyMatch(step -> step.does().equals("is not called: mod->init is NULL"));
        assertThat(steps.get(steps.size() - 1).returned()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"3.6, false", "3.8, true", "6.12, true"})
    void anUnsignedModuleIsLoadedWhereSignaturesAreNotEnforced(String release, boolean looked) {
        List<Step> steps = load(release, "", FOO, Build.UNSIGNED);
        assertThat(steps.stream().anyMatch(step -> step.function().equals("module_sig_check")))
                .isEqualTo(looked);
        assertThat(steps.get(steps.size() - 1).returned()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"4.9, 0", "4.10, -1", "4.19, -1", "7.2, -1"})
    void aModuleThatTheCommandLineNamesIsRefused(String release, int returned) {
        List<Step> steps = load(release, "module_blacklist=bar,foo", FOO, null);
        assertThat(steps.get(steps.size() - 1).returned()).isEqualTo(returned);
    }

    @Test
    void aNegativeReturnUnloadsAndAPositiveOneDoesNot() {
        assertThat(load("6.12", "", FOO.returning(-19), null))
                .extracting(Step::returned)
                .endsWith(-19, -19, -19)
                .doesNotContain(0);
        List<Step> positive = load("6.12", "", FOO.returning(5), null);
        assertThat(positive).anyMatch(step -> step.does().equals("is wondered at, and the module stays"));
        assertThat(positive.get(positive.size() - 1).returned()).isZero();
    }

    /** Since 7.1 ({@code do_init_module}) -EEXIST is kept for a module that is there already. */
    @ParameterizedTest
    @CsvSource({"6.19, -17", "7.0, -17", "7.1, -16"})
    void userSpaceIsNotToldThatAModuleIsThereByItsOwnInit(String release, int told) {
        List<Step> steps = load(release, "", FOO.returning(-17), null);
        assertThat(steps)
                .anyMatch(step -> step.function().equals(Step.RETURN)
                        && step.of() != null
                        && step.of().startsWith("foo_init+")
                        && Objects.equals(step.returned(), -17));
        assertThat(steps).last().extracting(Step::returned).isEqualTo(told);
        assertThat(steps.stream().filter(step -> step.does().contains("EEXIST would say")))
                .hasSize(told == -17 ? 0 : 1);
    }

    @Test
    void aModuleThatHangsIsTheLastThatIsHeardOfItsLoader() {
        List<Step> steps = load("6.12", "", FOO.failingBy(Fault.HANG), null);
        assertThat(steps.subList(steps.size() - 2, steps.size()))
                .extracting(Step::function)
                .containsExactly(Step.CALL, Step.HANG);
    }

    @ParameterizedTest
    @CsvSource({"4.9, do_exit", "5.16, do_exit", "5.17, make_task_dead", "6.12, make_task_dead"})
    void aModuleThatOopsesHasItsLoaderKilled(String release, String killer) {
        List<Step> steps = load(release, "", FOO.failingBy(Fault.OOPS), null);
        Step last = steps.get(steps.size() - 1);
        assertThat(last.function()).isEqualTo(killer);
        assertThat(last.of()).startsWith("foo_init+0x0/").endsWith(" [foo]");
    }

    /** As {@code elf_validity_cache_index_mod} has it, whose line begins otherwise than those of all other refusals. */
    @Test
    void theLogNamesAModuleOfAnotherSize() {
        BootOf boot = BootOf.machine(BootOf.machine(
                KernelConfig.of("6.12", Arch.X86_64),
                List.of(FOO),
                List.of(),
                List.of(new ModuleLoad("foo", Nanos.ZERO, 1, null, Build.STRUCT_SIZE))));
        assertThat(boot.linesWith("linkonce"))
                .containsExactly(
                        "module foo: .gnu.linkonce.this_module section size must match the kernel's built struct"
                                + " module size at run time");
    }
}
