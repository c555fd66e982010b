package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.kernel.BootTruth;
import io.bootledger.traces.event.call.InitcallFinished;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceMachineTest {
    @Test
    void itHasTwoThousandInitcallsMostOfThemShort() {
        List<Long> takes = ReferenceMachine.on(HostNoise.QUIET).machine().initcalls().stream()
                .map(function -> function.takes().value())
                .toList();

        assertThat(takes).hasSize(2_000);
        assertThat(takes.stream().filter(nanos -> nanos >= 1_000_000)).hasSizeBetween(75, 95);
        assertThat(takes.stream().mapToLong(Long::longValue).sum()).isBetween(700_000_000L, 900_000_000L);
    }

    @Test
    void itBootsToInit() {
        BootTruth truth = new ScenarioLog(ReferenceMachine.on(HostNoise.TYPICAL)).run(1, record -> {}, event -> {});

        assertThat(truth.milestones().initStartedUs()).isBetween(1_200_000L, 1_700_000L);
        assertThat(truth.initcalls()).hasSize(2_000);
    }

    @Test
    void withoutAClockAllTimesAreTicks() {
        List<Long> times = new ArrayList<>();
        new ScenarioLog(ReferenceMachine.on(HostNoise.TICKS)).events(1, record -> {
            if (record.event() instanceof InitcallFinished) {
                times.add(record.time().nanos());
            }
        });

        assertThat(times).hasSize(2_000).allMatch(nanos -> nanos % 4_000_000 == 0);
        assertThat(times.get(times.size() - 1)).isPositive();
    }
}
