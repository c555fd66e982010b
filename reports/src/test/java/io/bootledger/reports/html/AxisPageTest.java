package io.bootledger.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.axis.SecondFile;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page's tables of who ran from power-on to login. */
class AxisPageTest {
    private static final String KERNEL = "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n"
            + "[    1.500001] Run /sbin/init as init process\n";

    @Test
    void stagesAndUnitsAreTables() throws IOException {
        SecondFile units = SecondFile.of("blame.txt", List.of("  345ms ssh.service"));
        Map<String, Object> data = data("U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n" + KERNEL, List.of(units));

        assertThat(data.get("stages").toString()).contains("U-Boot", "1-1", "kernel", "2-3");
        assertThat(data.get("units").toString()).contains("ssh.service", "345000");
    }

    @Test
    void whatLoadersTellByTheirOwnClockIsAColumn() throws IOException {
        String loader = "U-Boot 2021.01 (Jan 01 2021 - 00:00:00)\n[   2.000] a\n[   9.125] b\n";

        assertThat(data(loader + KERNEL, List.of()).get("stages").toString()).contains("stampsUs", "7125000", "loader");
    }

    @Test
    void theKernelAloneHasNone() throws IOException {
        assertThat(data(KERNEL, List.of()).get("stages").toString()).doesNotContain("kernel");
    }

    private static Map<String, Object> data(String log, List<SecondFile> beside) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        LogReader.read(
                LogSource.stream("log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))),
                ReadingOptions.NUMBERS,
                new BootAnalyzer("log", AnalysisOptions.LOG_ONLY.with(beside), boots::add));
        return BootData.of(boots.get(0), SampleBoot.excerpt(1));
    }
}
