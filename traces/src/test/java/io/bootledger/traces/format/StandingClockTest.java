package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.call.ProbeFinished;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingClockTest {
    @Test
    void recordsOfOneMomentThatDifferInOneDigitAreNotTheSameRecord() throws IOException {
        String log = """
                [    0.000000] Linux version 4.19.0-27-amd64 (a@b) (gcc) #1 SMP
                [    0.000000] calling  tty027_init6+0x0/0xd57 @ 0
                [    0.000000] probe of drv4.0 returned 1 after 0 usecs
                [    0.000000] probe of drv4.1 returned 1 after 0 usecs
                [    0.000000] initcall tty027_init6+0x0/0xd57 returned 0 after 0 usecs
                """;
        List<String> probed = new ArrayList<>();
        LogSource source = LogSource.stream("log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
        LogReader.read(source, ReadingOptions.NUMBERS, event -> {
            if (event.event() instanceof ProbeFinished probe) {
                probed.add(probe.device());
            }
        });
        assertThat(probed).containsExactly("drv4.0", "drv4.1");
    }
}
