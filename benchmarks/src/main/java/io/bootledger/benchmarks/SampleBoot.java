package io.bootledger.benchmarks;

import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A real boot, in the forms in which the parts take it. Looked for in the checkout that the benchmarks are started in. */
@State(Scope.Benchmark)
public class SampleBoot {
    static final int ORDINARY_LINES = 100_000;

    private static final Path LOG = Path.of("traces/samples/amd64-6.1-cloud/dmesg.txt");
    private static final long FIRST_ORDINARY_MICROS = 40_000_000;

    byte[] log = {};
    List<byte[]> messages = List.of();
    List<RecordedEvent> events = new ArrayList<>();
    byte[] ordinaryLines = {};

    @Setup
    public void read() throws IOException {
        log = Files.readAllBytes(LOG);
        messages = Files.readAllLines(LOG).stream()
                .map(line -> line.substring(line.indexOf("] ") + 2).getBytes(StandardCharsets.UTF_8))
                .toList();
        LogReader.read(source(log), ReadingOptions.NUMBERS, events::add);
        ordinaryLines = ordinaryLines();
    }

    static LogSource source(byte[] log) throws IOException {
        return LogSource.stream("log", new ByteArrayInputStream(log));
    }

    private static byte[] ordinaryLines() {
        StringBuilder lines = new StringBuilder("[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n"
                + "[    3.000000] Run /init as init process\n");
        for (int i = 0; i < ORDINARY_LINES; i++) {
            long micros = FIRST_ORDINARY_MICROS + 731L * i;
            lines.append(String.format(
                    Locale.ROOT,
                    "[%5d.%06d] usb 1-1: new high-speed USB device number %d using xhci_hcd%n",
                    micros / 1_000_000,
                    micros % 1_000_000,
                    i % 128));
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
