package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.analyzer.timeline.Probe;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InterleavedProbesTest {
    @Test
    void aComplaintBelongsToItsDeviceAlsoWhenAnotherProbeEndsInBetween() throws Exception {
        String log = """
                [    0.000000] Linux version 4.19.0-27-amd64 (a@b) (gcc) #1 SMP
                [    0.424282] calling  mtd_setup+0x0/0x486 @ 1
                [    0.431780] drv8: probe of drv8.0 failed with error -5
                [    0.432080] probe of drv8.1 returned 1 after 10000 usecs
                [    0.436902] probe of drv8.0 returned 0 after 10000 usecs
                [    0.441405] initcall mtd_setup+0x0/0x486 returned 0 after 0 usecs
                """;
        assertThat(RandomMachinesTest.analyze(log.getBytes(StandardCharsets.UTF_8), null)
                        .get(0)
                        .timeline()
                        .probes())
                .extracting(Probe::device, probe -> probe.outcome().toString(), Probe::errno)
                .containsExactly(tuple("drv8.1", "ok", null), tuple("drv8.0", "failed", "EIO"));
    }
}
