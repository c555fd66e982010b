package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.reading.Reading;
import io.bootledger.simulator.kernel.BootTruth;
import io.bootledger.traces.format.write.LogForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedLogsTest {
    private static final int BOOTS = 60;

    private static Scenario damaged(LogDamage damage) {
        Scenario whole = Scenarios.builtIn("cloud-vm");
        return new Scenario(whole.title(), whole.machine(), whole.noise(), damage);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 50, 400})
    void aBadSerialLineCostsLinesAndNothingElse(int perMille) throws IOException {
        ScenarioLog writer = new ScenarioLog(damaged(new LogDamage(0, perMille, perMille)));
        for (long seed = 1; seed <= BOOTS; seed++) {
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            BootTruth truth = writer.write(seed, LogForm.CONSOLE, log);
            for (BootAnalysis boot : RandomMachinesTest.analyze(log.toByteArray(), null)) {
                Reading reading = boot.reading();
                assertThat(reading.recognised() + reading.irrelevant() + reading.malformed())
                        .as("lines of seed " + seed)
                        .isEqualTo(reading.lines());
                assertThat(boot.timeline().initcalls())
                        .hasSizeLessThanOrEqualTo(truth.initcalls().size() * 2);
            }
        }
    }

    @Test
    void whatUserSpaceLeavesInFrontOfALineCostsNoInitcall() throws IOException {
        ScenarioLog writer = new ScenarioLog(damaged(new LogDamage(0, 0, 100)));
        for (long seed = 1; seed <= BOOTS; seed++) {
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            BootTruth truth = writer.write(seed, LogForm.CONSOLE, log);
            List<BootAnalysis> boots = RandomMachinesTest.analyze(log.toByteArray(), null);
            assertThat(boots).as("boots of seed " + seed).hasSize(1);
            assertThat(boots.get(0).timeline().initcalls())
                    .as("initcalls of seed " + seed)
                    .hasSameSizeAs(truth.initcalls());
        }
    }

    @Test
    void aLogThatIsCutOffEndsWhereItIsCut() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        BootTruth truth = new ScenarioLog(damaged(new LogDamage(51, 0, 0))).write(1, LogForm.DMESG, log);
        assertThat(log.toString(StandardCharsets.UTF_8).lines()).hasSize(51);
        assertThat(truth.initcalls())
                .last()
                .extracting(BootTruth.Initcall::outcome)
                .isEqualTo("unfinished");
        assertThat(truth.milestones().initStartedUs()).isNull();
    }
}
