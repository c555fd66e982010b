package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.machine.Console;
import io.bootledger.simulator.steps.Step;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps of a boot are those of the boot that its log, its events and its trace tell of. */
class StepsTest {
    private static final long SEEDS = 500;

    /**
     * Each call and each return: {@code +pid symbol} and {@code -pid symbol value}. Calls come in the same order, and what a task does
     * too; a step tells a return when the line that tells it is printed, a microsecond later, in which another task may do something.
     */
    @Test
    void theCallsAreThoseOfTheTracepointsAndOfTheEvents() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Scenario scenario = RandomMachine.of(seed);
            ScenarioLog machine =
                    new ScenarioLog(new Scenario(scenario.title(), scenario.machine(), scenario.noise(), null));
            List<String> traced = new ArrayList<>();
            machine.run(seed, record -> {}, calls(traced));
            List<Step> steps = steps(machine, seed);
            assertThat(byTask(calls(steps, true))).as("seed " + seed).isEqualTo(byTask(traced));
            boolean inOrder = hasQuickConsole(scenario);
            if (inOrder) {
                assertThat(starts(calls(steps, true))).as("seed " + seed).isEqualTo(starts(traced));
            }
            if (scenario.machine().kernel().logBufferKib() == 0) {
                List<String> logged = new ArrayList<>();
                machine.events(seed, calls(logged));
                boolean consoles = scenario.machine().kernel().version().atLeast(4, 17);
                List<String> told = calls(steps, consoles);
                if (inOrder) {
                    assertThat(starts(told)).as("seed " + seed).isEqualTo(starts(logged));
                }
                assertThat(byTask(starts(told))).as("seed " + seed).isEqualTo(byTask(starts(logged)));
                assertThat(returns(told)).as("seed " + seed).containsExactlyInAnyOrderElementsOf(returns(logged));
            }
        }
    }

    /** On a slow one a short line is sent while a longer one of another task is: it is told later, and its function is called sooner. */
    private static boolean hasQuickConsole(Scenario scenario) {
        Console console = scenario.machine().console();
        return console == null || console.baud() == 0;
    }

    /** {@code init/main.c}: only where {@code init_eaccess} does not find {@code /init}. */
    @ParameterizedTest
    @CsvSource({"primer, true", "failing-boot, true", "cloud-vm, false", "desktop, false"})
    void theRootIsMountedWhereTheInitramfsHasNoInit(String scenario, boolean mounted) {
        assertThat(steps(new ScenarioLog(Scenarios.builtIn(scenario)), 1).stream()
                        .anyMatch(step -> step.function().equals("prepare_namespace")))
                .isEqualTo(mounted);
    }

    @Test
    void aTaskIsInFunctionsAsDeepAsItHasCalledThem() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Map<Integer, Integer> deepest = new HashMap<>();
            long last = 0;
            for (Step step : steps(new ScenarioLog(RandomMachine.of(seed)), seed)) {
                assertThat(step.depth()).isBetween(0, deepest.getOrDefault(step.pid(), -1) + 1);
                assertThat(step.timeUs()).isGreaterThanOrEqualTo(last);
                deepest.put(step.pid(), step.depth());
                last = step.timeUs();
            }
        }
    }

    static List<Step> steps(ScenarioLog machine, long seed) {
        List<Step> steps = new ArrayList<>();
        machine.steps(seed, steps::add);
        return steps;
    }

    private static EventSink calls(List<String> calls) {
        return record -> {
            String pid = record.caller() == null ? "" : "" + record.caller().id();
            if (record.event() instanceof InitcallStarted started) {
                calls.add("+" + started.pid() + " " + started.symbol().printed());
            } else if (record.event() instanceof InitcallFinished finished) {
                calls.add("-" + pid + " " + finished.symbol().printed() + " " + finished.returnValue());
            }
        };
    }

    private static List<String> calls(List<Step> steps, boolean consoles) {
        List<String> calls = new ArrayList<>();
        for (Step step : steps) {
            if (!consoles && step.pid() == 0) {
                continue;
            }
            if (step.function().equals(Step.CALL)) {
                calls.add("+" + step.pid() + " " + step.of());
            } else if (step.returned() != null && step.of() != null && step.of().contains("+0x0/")) {
                calls.add("-" + step.pid() + " " + step.of() + " " + step.returned());
            }
        }
        return calls;
    }

    private static Map<String, List<String>> byTask(List<String> calls) {
        return calls.stream().collect(Collectors.groupingBy(call -> call.substring(1, call.indexOf(' '))));
    }

    private static List<String> starts(List<String> calls) {
        return calls.stream().filter(call -> call.startsWith("+")).toList();
    }

    /** A line that tells a return does not tell the task. */
    private static List<String> returns(List<String> calls) {
        return calls.stream()
                .filter(call -> call.startsWith("-"))
                .map(call -> call.substring(call.indexOf(' ')))
                .toList();
    }
}
