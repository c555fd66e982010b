package io.bootledger.cli.process;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.reports.text.TextReport;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Analyzes a boot of a few lines on another core while the options are parsed, so that classes are loaded and tables made when the
 * real boot comes: that saves about a tenth of the time that a small log takes.
 */
public final class Rehearsal {
    private static final String BOOT = String.join(
            "\n",
            "[    0.000000] Linux version 6.1.0 (gcc) #1 SMP",
            "[    0.000000] Command line: initcall_debug",
            "[    0.100000] calling  one_init+0x0/0x10 @ 1",
            "[    0.200000] initcall one_init+0x0/0x10 returned -19 after 100000 usecs",
            "[    0.200001] one: ordinary words",
            "[    0.300000] probe of one returned 0 after 10 usecs",
            "[    0.400000] Freeing unused kernel image (initmem) memory: 4K",
            "[    0.500000] Run /init as init process",
            "");

    /** Begins, and lets the caller go on. */
    public static void begin() {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            Thread thread = new Thread(Rehearsal::playUnheard, "rehearsal");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void playUnheard() {
        try {
            play();
        } catch (IOException | RuntimeException | Error e) {
            // What goes wrong here goes wrong with the real boot too, which has someone to tell.
        }
    }

    static void play() throws IOException {
        LogSource log =
                LogSource.stream("rehearsal", new ByteArrayInputStream(BOOT.getBytes(StandardCharsets.US_ASCII)));
        TraceReader.read(
                log, ReadingOptions.NUMBERS, new BootAnalyzer("rehearsal", AnalysisOptions.LOG_ONLY, Rehearsal::show));
    }

    private static void show(BootAnalysis boot) {
        TextReport.of(boot, TextLayout.PLAIN);
    }

    private Rehearsal() {}
}
