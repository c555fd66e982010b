package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.format.write.LogForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The events of a simulated boot are those that reading its log gives, but for the name of the log's form. */
class SamePayloadTest {
    private static final long SEEDS = 600;

    @ParameterizedTest
    @CsvSource({
        "primer, 6.12.117",
        "desktop, 7.2",
        "cloud-vm, 2.6.32",
        "arm-board, 3.10",
        "cloud-vm, 6.1",
        "failing-boot, 3.10",
        "failing-boot, 6.12",
        "deferral-maze, 6.12"
    })
    void ofABuiltInMachine(String name, String release) throws IOException {
        Scenario scenario = Scenarios.builtIn(name);
        check(
                scenario.withMachine(scenario.machine()
                        .withKernel(scenario.machine().kernel().withRelease(release))),
                1);
    }

    @Test
    void ofARandomOneWithEveryKindOfEventThatTheKernelPrints() throws IOException {
        Set<Class<?>> kinds = new HashSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Scenario random = RandomMachine.of(seed);
            if (random.machine().kernel().logBufferKib() == 0) {
                check(random, seed).forEach(event -> kinds.add(event.getClass()));
            }
        }
        assertThat(kinds).hasSizeGreaterThan(20);
    }

    private static List<BootEvent> check(Scenario scenario, long seed) throws IOException {
        ScenarioLog machine = new ScenarioLog(scenario);
        List<RecordedEvent> simulated = new ArrayList<>();
        machine.events(seed, simulated::add);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        machine.write(seed, LogForm.DMESG, log);
        List<RecordedEvent> read = new ArrayList<>();
        try (LogSource source = LogSource.stream("simulated", new ByteArrayInputStream(log.toByteArray()))) {
            LogReader.read(source, ReadingOptions.EVERYTHING, read::add);
        }
        assertThat(payloads(read)).as("seed " + seed).isEqualTo(payloads(simulated));
        return payloads(read);
    }

    private static List<BootEvent> payloads(List<RecordedEvent> events) {
        return events.stream()
                .map(RecordedEvent::event)
                .map(event -> event instanceof BootRecorded told
                        ? new BootRecorded(
                                "",
                                told.firstLine(),
                                told.lastLine(),
                                told.lines(),
                                told.recognised(),
                                told.irrelevant(),
                                told.malformed())
                        : event)
                .toList();
    }
}
