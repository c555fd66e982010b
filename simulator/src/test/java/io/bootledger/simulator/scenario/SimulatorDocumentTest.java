package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.machine.SystemMap;
import io.bootledger.traces.format.write.LogForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/simulator.md shows is what the simulator prints. */
class SimulatorDocumentTest {
    @Test
    void theDocumentShowsTheSimulatorsOwnOutput() throws IOException {
        Scenario machine = Scenarios.builtIn("cloud-vm");
        Scenario asModule = Edit.parse("initcall.virtio_blk_init.module").apply(machine);
        List<String> shown = blocks(Files.readString(Path.of("../docs/simulator.md"), StandardCharsets.UTF_8));
        assertThat(shown).hasSize(6);
        assertThat(SystemMap.of(new ScenarioLog(machine).simulation().image())).contains(shown.get(0));
        assertThat(log(machine, LogForm.DMESG)).contains(shown.get(1));
        assertThat(log(machine, LogForm.FTRACE)).contains(shown.get(2));
        assertThat(log(asModule, LogForm.DMESG).lines())
                .containsSubsequence(shown.get(3).lines().toList());
    }

    private static String log(Scenario scenario, LogForm form) throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        new ScenarioLog(scenario).write(1, form, log);
        return log.toString(StandardCharsets.UTF_8);
    }

    /** The fenced blocks, each with its line breaks. */
    private static List<String> blocks(String document) {
        String[] parts = document.split("```\n");
        return Arrays.stream(parts)
                .filter(part -> Arrays.asList(parts).indexOf(part) % 2 == 1)
                .toList();
    }
}
