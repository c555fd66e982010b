package io.bootledger.fuzz.input;

import io.bootledger.simulator.scenario.RandomMachine;
import io.bootledger.simulator.scenario.Scenario;
import io.bootledger.simulator.scenario.ScenarioLog;
import io.bootledger.simulator.scenario.SeededRandom;
import io.bootledger.traces.format.write.LogForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some random machines of one seed, each booted once, when first asked for. */
final class Machines {
    private static final int COUNT = 256;
    private static final List<LogForm> FORMS = List.of(LogForm.values());

    private final long seed;
    private final @Nullable List<byte[]>[] logs;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Machines(long seed) {
        this.seed = seed;
        this.logs = new List[COUNT];
    }

    /** The lines of a log, in any form that the simulator writes; half of them as dmesg prints. */
    List<byte[]> log(SeededRandom random) {
        int machine = random.below(COUNT);
        List<byte[]> lines = logs[machine];
        if (lines == null) {
            LogForm form = machine % 2 == 0 ? LogForm.DMESG : FORMS.get(machine / 2 % FORMS.size());
            lines = boot(seed * COUNT + machine, form);
            logs[machine] = lines;
        }
        return lines;
    }

    private static List<byte[]> boot(long number, LogForm form) {
        Scenario scenario = RandomMachine.of(number);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try {
            new ScenarioLog(scenario).write(number, form, log);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Lines.of(log.toByteArray());
    }
}
