package io.bootledger.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeferralSectionTest {
    private static final String LOG = """
            [    0.000000] Linux version 6.12.1 (a@b) #1 SMP
            [    2.000000] probe of regulator-usb-h1-vbus returned -517 after 100 usecs
            [    2.100000] probe of panel returned 517 after 100 usecs
            [    5.000000] probe of 20b4000.gpio returned 0 after 900 usecs
            [    5.100000] probe of 20a4000.gpio returned 0 after 900 usecs
            [    6.000000] probe of regulator-usb-h1-vbus returned 0 after 100 usecs
            [    6.100000] probe of panel returned 0 after 100 usecs
            [    7.000000] Run /init as init process
            """;

    @Test
    void perhapsHasItsReasonAndItsCandidates() throws IOException {
        assertThat(section(LOG))
                .contains("regulator-usb-h1-vbus  perhaps one of 2")
                .contains("""
                          ? perhaps: a supplier was missing, and the driver core does not say which; bound before the next try:
                              regulator-usb-h1-vbus: one of 20b4000.gpio, 20a4000.gpio
                          ? perhaps: the driver asked to be tried again, and does not say why; bound before the next try:
                              panel: one of 20b4000.gpio, 20a4000.gpio, regulator-usb-h1-vbus
                        """)
                .contains("dyndbg=\"file drivers/base/core.c +p\"");
    }

    @Test
    void whatIsKnownNeedsNoReason() throws IOException {
        String known = LOG.lines()
                .filter(line -> !line.contains("20a4000.gpio") && !line.contains("panel"))
                .reduce("", (all, line) -> all + line + "\n");
        assertThat(section(known)).contains("likely 20b4000.gpio").doesNotContain("perhaps", "dyndbg");
    }

    private static String section(String log) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        LogReader.read(
                LogSource.stream("board.log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))),
                ReadingOptions.EVERYTHING,
                new BootAnalyzer("board.log", AnalysisOptions.LOG_ONLY, boots::add));
        Page page = new Page(new TextLayout(300, false));
        DeferralSection.write(boots.get(0), page);
        return page.toString();
    }
}
