package io.bootledger.analyzer.compare.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuringTest {
    private static final String HEAD = """
            [    0.000000] Linux version 6.12.1 (a@b) #1 SMP
            [    0.100000] calling  con_init+0x0/0x10 @ 0
            [    0.130000] initcall con_init+0x0/0x10 returned 0 after 30000 usecs
            [    0.200000] calling  migration_init+0x0/0x10 @ 1
            """;

    @Test
    void whatConsolesTakeIsNoneOfTheStretchBeforeProcessOne() throws IOException {
        BootMeasures boot = measured(HEAD + """
                [    0.210000] initcall migration_init+0x0/0x10 returned 0 after 10000 usecs
                [    0.300000] Run /init as init process
                """);

        assertThat(boot.gaps()).containsEntry(BootMeasures.BEFORE_PID1, 170_000L);
    }

    @Test
    void aLogThatBreaksOffInACallSaysInWhich() throws IOException {
        assertThat(measured(HEAD).incomplete())
                .isEqualTo("no sign of init in its log, which ends inside migration_init");
        assertThat(measured(HEAD).died()).isNull();
    }

    private static BootMeasures measured(String log) throws IOException {
        List<BootMeasures> boots = new ArrayList<>();
        try (LogSource source =
                LogSource.stream("boot.log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)))) {
            LogReader.read(
                    source,
                    ReadingOptions.NUMBERS,
                    new BootAnalyzer("boot.log", AnalysisOptions.LOG_ONLY, boot -> boots.add(BootMeasures.of(boot))));
        }
        return boots.get(0);
    }
}
