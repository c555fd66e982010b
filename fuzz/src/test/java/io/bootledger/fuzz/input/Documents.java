package io.bootledger.fuzz.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bootledger.simulator.kernel.Simulation;
import io.bootledger.simulator.machine.SystemMap;
import io.bootledger.simulator.scenario.RandomMachine;
import io.bootledger.simulator.scenario.Scenarios;
import io.bootledger.simulator.scenario.SeededRandom;
import io.bootledger.traces.stream.EventWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What is read besides logs, damaged in the same ways. */
final class Documents {
    private static final List<String> BUDGET = List.of(
            "schema = 1\n",
            "[defaults]\ntotal = { rel = \"2 %\", abs = \"2 ms\", alpha = 0.05 }\nphase = { rel = \"5 %\" }\n",
            "[defaults]\ninitcall = { rel = \"10 %\", abs = \"1 ms\", alpha = 0.01 }\n",
            "[[budget]]\nmetric = \"total\"\nmax = \"1.5 s\"\n",
            "[[budget]]\ninitcall = \"usb_*\"\nmax = \"40 ms\"\nseverity = \"warn\"\n",
            "[[budget]]\nlevel = \"device\"\nmax = \"0 ms\"\n",
            "[[budget]]\nphase = \"*\"\nmax = \"9223372036854775807 us\"\n",
            "[[budget]]\nnew-initcall-max = \"5 ms\"\nfailures-max = 0\n",
            "[[waive]]\ninitcall = \"i915_init\"\nuntil = 2026-12-31\nmax-shift = \"20 ms\"\nreason = \"known\"\n");

    static byte[] budget(SeededRandom random) {
        StringBuilder text = new StringBuilder(BUDGET.get(0));
        int parts = random.below(5);
        while (parts-- > 0) {
            text.append(random.pick(BUDGET));
        }
        return damaged(text.toString().getBytes(UTF_8), random);
    }

    static byte[] scenario(SeededRandom random) {
        return damaged(Scenarios.text(RandomMachine.of(random.below(10_000))).getBytes(UTF_8), random);
    }

    static byte[] symbols(SeededRandom random) {
        Simulation machine =
                new Simulation(RandomMachine.of(random.below(10_000)).machine());
        return damaged(SystemMap.of(machine.image()).getBytes(UTF_8), random);
    }

    static byte[] events(SeededRandom random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RandomEvents events = new RandomEvents(random);
        long micros = 0;
        try (EventWriter writer = new EventWriter(out, "boot.log")) {
            int count = random.below(30);
            for (int at = 0; at < count; at++) {
                writer.accept(events.recorded(at, micros));
                micros += random.below(100_000);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return random.chance(500) ? out.toByteArray() : damaged(out.toByteArray(), random);
    }

    private static byte[] damaged(byte[] text, SeededRandom random) {
        List<byte[]> lines = Lines.of(text);
        Logs.damage(lines, random);
        return Lines.joined(lines);
    }

    private Documents() {}
}
