package io.bootledger.reports.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StageSlicesTest {
    private static final String KERNEL = "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n"
            + "[    0.500000] calling  a_init+0x0/0x10 @ 1\n[    0.600000] initcall a_init+0x0/0x10 returned 0 after 99 usecs\n"
            + "[    1.500000] Run /sbin/init as init process\n";

    @Test
    void whatHasATimeIsASlice() throws IOException {
        BootAnalysis boot = boot(KERNEL + "[    2.000000] systemd[1]: Detected architecture arm64.\n"
                + "[    3.000000] systemd[1]: Startup finished in 1.5s (kernel) + 1.5s (userspace) = 3s.\n");

        assertThat(StageSlices.of(boot))
                .extracting(slice -> slice.name() + " " + slice.startUs() + " " + slice.endUs())
                .containsExactly("kernel 0 1500000", "systemd 1500000 3000000");
        assertThat(BootTrace.of(boot).tracks().get(0).name()).isEqualTo("power-on to login");
    }

    @Test
    void theKernelAloneIsNoTrack() throws IOException {
        assertThat(StageSlices.of(boot("U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n" + KERNEL)))
                .isEmpty();
    }

    /** Viewers drop what lies before 0, so all is later by as much. */
    @Test
    void whatRanBeforeTheKernelsClockMovesAll() throws IOException {
        StringBuilder log = new StringBuilder("[10:00:01.000] U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n"
                + "[10:00:03.000] [    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n");
        for (int i = 1; i <= 9; i++) {
            log.append("[10:00:03.%d00] [    0.%d00000] a record\n".formatted(i, i));
        }
        log.append("[10:00:04.000] [    1.000000] Run /sbin/init as init process\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChromeTrace trace = ChromeTrace.begin(out);
        trace.add(boot(log.toString()));
        trace.end();

        List<String> stages = new ArrayList<>();
        String labels = "";
        for (JsonNode event : JsonMapper.shared().readTree(out.toByteArray()).get("traceEvents")) {
            if (event.path("cat").asString("").equals("stage")) {
                stages.add(event.get("name").asString() + " " + event.get("ts") + " " + event.get("dur"));
            }
            labels += event.at("/args/labels").asString("");
            assertThat(event.path("ts").asLong(0)).isNotNegative();
        }
        assertThat(stages).containsExactly("U-Boot 0 2000000", "kernel 2000000 1000000");
        assertThat(labels).isEqualTo("the kernel's clock starts at 2000000 us");
    }

    private static BootAnalysis boot(String log) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        LogReader.read(
                LogSource.stream("log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))),
                ReadingOptions.NUMBERS,
                new BootAnalyzer("log", AnalysisOptions.LOG_ONLY, boots::add));
        return boots.get(0);
    }
}
