package io.bootledger.simulator.kernel;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.Device;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.ModuleLoad;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.message.MessageTable;
import java.util.ArrayList;
import java.util.List;

/** A boot for a test: the text of its records, with their stamps in microseconds, and its truth. */
record BootOf(List<String> lines, BootTruth truth) {
    static final String RELEASE = "6.12.30";

    static Machine machine(
            KernelConfig kernel, List<InitFunction> initcalls, List<Device> devices, List<ModuleLoad> loads) {
        return new Machine(
                null, kernel, 1, "tsc", null, null, null, null, null, null, initcalls, devices, null, null, loads,
                null);
    }

    static BootOf initcalls(InitFunction... initcalls) {
        return machine(machine(KernelConfig.of(RELEASE, Arch.ARM64), List.of(initcalls), List.of(), List.of()));
    }

    static BootOf machine(Machine machine) {
        List<String> lines = new ArrayList<>();
        MessageTable messages = new MessageTable();
        KernelVersion version = machine.kernel().version();
        EventSink log = record -> lines.add(messages.write(record.event(), version));
        BootTruth truth = new Simulation(machine).boot(Durations.EXACT, log);
        return new BootOf(lines, truth);
    }

    List<String> linesWith(String part) {
        return lines.stream().filter(line -> line.contains(part)).toList();
    }

    BootTruth.Initcall call(String function) {
        return truth.initcalls().stream()
                .filter(call -> call.function().equals(function))
                .findFirst()
                .orElseThrow();
    }
}
