package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Fault;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.ModuleLoad;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.simulator.steps.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A load of a module that another task is loading, by version ({@code kernel/module.c}, {@code kernel/module/main.c}). */
class RepeatedLoadsTest {
    private static final int FIRST = 181;
    private static final int SECOND = 182;

    /** {@code foo_init} takes 50 ms, and the second loader comes 10 ms after the first. */
    private static Machine machine(String release, InitFunction function, ModuleLoad... more) {
        List<ModuleLoad> loads = new ArrayList<>();
        loads.add(new ModuleLoad("foo", Nanos.ofMillis(5), 1, null, null));
        loads.add(new ModuleLoad("foo", Nanos.ofMillis(15), 2, null, null));
        loads.addAll(List.of(more));
        return BootOf.machine(KernelConfig.of(release, Arch.ARM), List.of(function), List.of(), loads);
    }

    private static InitFunction foo() {
        return InitFunction.of(InitcallMacro.MODULE_INIT, "foo_init", Nanos.ofMillis(50))
                .asModule();
    }

    private static List<Step> steps(Machine machine, int pid) {
        List<Step> steps = new ArrayList<>();
        new Simulation(machine).steps(Durations.EXACT, steps::add);
        return steps.stream().filter(step -> step.pid() == pid).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2.6.32, find_module, , -17",
        "3.6, find_module, , -17",
        "3.7, find_module, wait_event_interruptible, -17",
        "3.8, find_module_all, wait_event_interruptible, -17",
        "3.9, add_unformed_module, wait_event_interruptible, -17",
        "6.3, add_unformed_module, wait_event_interruptible, -17",
        "6.4, module_patient_check_exists, wait_event_interruptible, -17",
        "6.5, idempotent_init_module, wait_for_completion, 0",
        "6.10, idempotent_init_module, wait_for_completion, 0",
        "6.11, idempotent_init_module, idempotent_wait_for_completion, 0",
        "7.2, idempotent_init_module, idempotent_wait_for_completion, 0"
    })
    void whoComesSecondWaitsWhereTheKernelHasIt(String release, String where, String wait, int returned) {
        Machine machine = machine(release, foo());
        List<Step> second = steps(machine, SECOND);
        Step last = second.get(second.size() - 1);
        assertThat(last.returned()).isEqualTo(returned);
        assertThat(second).extracting(Step::function).contains(where).doesNotContain(Step.CALL);
        if (wait == null) {
            assertThat(last.timeUs()).isEqualTo(second.get(0).timeUs());
        } else {
            List<Step> first = steps(machine, FIRST);
            assertThat(second).extracting(Step::function).contains(wait);
            assertThat(last.timeUs()).isEqualTo(first.get(first.size() - 1).timeUs());
        }
        BootOf boot = BootOf.machine(machine);
        assertThat(boot.linesWith("calling  foo_init")).hasSize(1);
        assertThat(boot.truth().repeatedLoads()).singleElement().satisfies(load -> {
            assertThat(load.pid()).isEqualTo(SECOND);
            assertThat(load.untilUs()).isEqualTo(last.timeUs());
            assertThat(load.returned()).isEqualTo(returned);
        });
    }

    /** Up to 6.1 it then loads the module itself, whose init function runs a second time. */
    @ParameterizedTest
    @CsvSource({"3.6, 1, -17", "3.7, 2, -19", "6.1, 2, -19", "6.2, 1, -16", "6.4, 1, -16", "6.5, 1, -19", "7.2, 1, -19"
    })
    void whatComesOfAWaitForALoadThatFails(String release, int calls, int returned) {
        Machine machine = machine(release, foo().returning(-19));
        assertThat(BootOf.machine(machine).linesWith("calling  foo_init")).hasSize(calls);
        List<Step> second = steps(machine, SECOND);
        assertThat(second.get(second.size() - 1).returned()).isEqualTo(returned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.2", "6.1", "6.12"})
    void whatIsLoadedAlreadyIsRefusedAtOnce(String release) {
        Machine machine = machine(release, foo(), new ModuleLoad("foo", Nanos.ofMillis(200), 3, null, null));
        List<Step> third = steps(machine, 183);
        assertThat(third.get(third.size() - 1).returned()).isEqualTo(-17);
        assertThat(third.get(third.size() - 1).timeUs()).isEqualTo(third.get(0).timeUs());
    }

    /** What is loaded after it by the same loader never is. */
    @ParameterizedTest
    @CsvSource({"6.1, HANG", "6.12, HANG", "6.1, OOPS", "6.12, OOPS"})
    void whoWaitsForOneThatNeverComesWaitsForEver(String release, Fault fault) {
        ModuleLoad next = new ModuleLoad("foo", Nanos.ofMillis(1), 2, null, null);
        Machine machine = machine(release, foo().failingBy(fault), next);
        List<Step> second = steps(machine, SECOND);
        assertThat(second).noneMatch(step -> step.function().equals(Step.RETURN));
        assertThat(second.stream().filter(step -> step.function().equals("insmod")))
                .hasSize(1);
        assertThat(BootOf.machine(machine).truth().repeatedLoads())
                .singleElement()
                .satisfies(load -> {
                    assertThat(load.untilUs()).isNull();
                    assertThat(load.returned()).isNull();
                });
    }

    @ParameterizedTest
    @CsvSource({"3.6, ok", "3.7, unfinished", "6.12, unfinished"})
    void aModuleThatRequestsItselfWaitsForItself(String release, String outcome) {
        InitFunction itself = foo().requesting(List.of("foo"));
        BootOf boot = BootOf.machine(BootOf.machine(
                KernelConfig.of(release, Arch.ARM),
                List.of(itself),
                List.of(),
                List.of(new ModuleLoad("foo", Nanos.ZERO, 1, null, null))));
        assertThat(boot.call("foo_init").outcome()).isEqualTo(outcome);
    }

    @Test
    void whoRequestsAModuleThatHangsHangsToo() {
        InitFunction asks = InitFunction.of(InitcallMacro.MODULE_INIT, "asks_init", Nanos.ZERO)
                .asModule()
                .requesting(List.of("foo"));
        BootOf boot = BootOf.machine(BootOf.machine(
                KernelConfig.of("6.12", Arch.ARM),
                List.of(asks, foo().failingBy(Fault.HANG)),
                List.of(),
                List.of(new ModuleLoad("asks", Nanos.ZERO, 1, null, null))));
        assertThat(boot.call("asks_init").outcome()).isEqualTo("unfinished");
    }
}
