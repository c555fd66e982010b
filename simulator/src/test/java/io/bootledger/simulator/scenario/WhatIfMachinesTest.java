package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.whatif.WhatIf;
import io.bootledger.simulator.machine.Device;
import io.bootledger.simulator.machine.Machine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Boots machines whose boot thread waits, asks the analyzer what each change would gain, and boots the changed machines. More of them:
 * {@code -Dmachines=2000}.
 */
class WhatIfMachinesTest {
    private static final int MACHINES = Integer.getInteger("machines", 60);

    /** A machine counts as foretold if every one of its changes gains what was said. */
    @Test
    void whatIsReallyGainedLiesInsideTheBounds() {
        List<String> wrong = new ArrayList<>();
        int machinesWrong = 0;
        int changes = 0;
        for (int seed = 1; seed <= MACHINES; seed++) {
            Scenario machine = WaitingMachine.of(seed);
            int before = wrong.size();
            for (WhatIf told : analyze(machine).accounting().whatIfs()) {
                for (List<Edit> edits : edits(told, machine)) {
                    changes++;
                    check(seed, machine, told, edits, wrong);
                }
            }
            machinesWrong += wrong.size() > before ? 1 : 0;
        }
        System.out.printf(
                "%d machines, %d changes: %d changes outside, on %d machines%n",
                MACHINES, changes, wrong.size(), machinesWrong);
        assertThat(changes).isGreaterThan(10 * MACHINES);
        assertThat(machinesWrong)
                .as("machines with a change outside its bounds:%n%s", String.join("\n", wrong))
                .isLessThanOrEqualTo(MACHINES / 20);
    }

    /** As the page has it: at least what the surest gains, less what others may cost, and at most the sum. */
    @Test
    void severalChangesTogetherGainWhatThePageSays() {
        List<String> wrong = new ArrayList<>();
        int sets = 0;
        for (int seed = 1; seed <= MACHINES; seed++) {
            Scenario machine = WaitingMachine.of(seed);
            BootAnalysis boot = analyze(machine);
            long least = 0;
            long costs = 0;
            long most = 0;
            List<Edit> edits = new ArrayList<>();
            for (WhatIf told : boot.accounting().whatIfs()) {
                List<List<Edit>> ways = edits(told, machine);
                if (ways.isEmpty() || edits.size() > 6) {
                    continue;
                }
                // The one that changes most.
                edits.addAll(ways.get(Math.min(1, ways.size() - 1)));
                least = Math.max(least, told.gainLowUs());
                costs += Math.min(0, told.gainLowUs());
                most += Math.max(0, told.gainHighUs());
                sets++;
                check(seed, machine, new Bounds(least + costs, Math.min(boot.totalUs(), most)), edits, wrong);
            }
        }
        System.out.printf("%d machines, %d sets of changes: %d outside%n", MACHINES, sets, wrong.size());
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
    }

    private record Bounds(long lowUs, long highUs) {}

    private static void check(int seed, Scenario machine, WhatIf told, List<Edit> edits, List<String> wrong) {
        check(seed, machine, new Bounds(told.gainLowUs(), told.gainHighUs()), edits, wrong);
    }

    private static void check(int seed, Scenario machine, Bounds told, List<Edit> edits, List<String> wrong) {
        Scenario changed = machine;
        for (Edit edit : edits) {
            changed = edit.apply(changed);
        }
        Prediction prediction = Prediction.of(machine, changed, seed);
        long gained = prediction.beforeUs() - prediction.afterUs();
        if (gained < told.lowUs() || gained > told.highUs()) {
            wrong.add("machine " + seed + " " + machine.machine().kernel().release() + ", "
                    + machine.machine().cpus()
                    + " CPUs, " + edits + ": gained " + gained + " us, told " + told.lowUs() + " to "
                    + told.highUs());
        }
    }

    /** The ways to make a change; none for one that machines cannot make. */
    private static List<List<Edit>> edits(WhatIf told, Scenario scenario) {
        String name = told.target();
        Machine machine = scenario.machine();
        return switch (told.action()) {
            case FASTER ->
                ways(
                        "initcall." + name + ".",
                        told.words().endsWith("gone")
                                        && !supplies(machine, devices(machine, name))
                                        && !starts(machine, name)
                                ? List.of("faster=30%", "faster=100%", "module", "remove")
                                : List.of("faster=30%", "faster=100%"));
            case ASYNCHRONOUS ->
                supplies(machine, Set.of(name)) ? List.of() : ways("device." + name + ".", List.of("async"));
            case INITRAMFS -> ways("initramfs.", List.of("faster=40%", "faster=100%"));
            case UNPACK_AT_ONCE -> ways("cmdline=", List.of("initramfs_async=0"));
            case NO_SELF_TESTS -> ways("cmdline=", List.of("cryptomgr.notests=1"));
            case ASYNC_WORK ->
                List.of(machine.devices().stream()
                        .filter(Device::async)
                        .map(device -> Edit.parse("device." + device.name() + ".faster=100%"))
                        .toList());
            default -> List.of();
        };
    }

    private static List<List<Edit>> ways(String path, List<String> ways) {
        return ways.stream().map(way -> List.of(Edit.parse(path + way))).toList();
    }

    private static Set<String> devices(Machine machine, String function) {
        return machine.initcalls().stream()
                .filter(found -> found.function().equals(function) && found.driver() != null)
                .flatMap(found -> machine.devices().stream()
                        .filter(device -> device.driver().equals(found.driver())))
                .map(Device::name)
                .collect(Collectors.toSet());
    }

    /** Whether others wait for work that it leaves to a thread: left out, it takes that along. */
    private static boolean starts(Machine machine, String function) {
        return machine.initcalls().stream()
                .filter(found -> found.function().equals(function))
                .anyMatch(found ->
                        !found.queues().isEmpty() || !found.algorithms().isEmpty());
    }

    /** Whether others need one of these devices: left out, it takes them along, and late it puts them off. No log tells. */
    private static boolean supplies(Machine machine, Set<String> devices) {
        return machine.devices().stream().anyMatch(other -> !Collections.disjoint(other.needs(), devices));
    }

    private static BootAnalysis analyze(Scenario machine) {
        List<BootAnalysis> boots = new ArrayList<>();
        new ScenarioLog(machine).events(1, new BootAnalyzer("simulated", AnalysisOptions.LOG_ONLY, boots::add));
        return boots.get(0);
    }
}
