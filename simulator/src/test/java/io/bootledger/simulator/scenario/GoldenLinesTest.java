package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.format.write.LogForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds every line of a simulated boot against the log of the real one: only times, sizes and record numbers may differ. */
class GoldenLinesTest {
    private static final Path SAMPLES = Path.of("../traces/samples");
    private static final List<Pattern> TIMES_AND_SIZES = List.of(
            Pattern.compile("(?<=^\\[)[ .0-9]*(?=\\])"),
            Pattern.compile("(?<=^[0-7],)[0-9]+,[0-9]+(?=,-)"),
            Pattern.compile("(?<= after )[0-9]+(?= usecs)"),
            Pattern.compile("(?<=\\[    )T[0-9]+(?=\\])|(?<=caller=)T[0-9]+"),
            Pattern.compile("(?<=: )[0-9]+(?=[kK]$)"));

    @ParameterizedTest
    @CsvSource({
        "amd64-5.10-cloud/dmesg.txt.gz, DMESG",
        "amd64-6.1-cloud/dmesg.txt, DMESG",
        "amd64-6.1-cloud/kmsg.txt.gz, KMSG",
        "amd64-6.1-cloud/console.log.gz, CONSOLE",
        "i386-6.12-caller/kmsg.txt.gz, KMSG",
        "amd64-7.2-cloud/dmesg.txt, DMESG"
    })
    void everyLineIsOneThatTheKernelPrinted(String sample, LogForm form) throws IOException {
        Set<String> printed = new HashSet<>(lines(text(sample)));
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        new ScenarioLog(withoutMessages(fit(sample))).write(1, form, log);
        List<String> simulated = lines(log.toString(StandardCharsets.UTF_8));
        assertThat(simulated).hasSizeGreaterThan(500);
        assertThat(simulated.stream().filter(line -> !printed.contains(line))).isEmpty();
    }

    /** Ordinary messages are only repeated, and the reader takes the blanks around them away. */
    private static Scenario withoutMessages(Scenario fitted) {
        List<InitFunction> silent = fitted.machine().initcalls().stream()
                .map(function -> function.saying(List.of()))
                .toList();
        return fitted.withMachine(
                fitted.machine().withInitcalls(silent, fitted.machine().loads()));
    }

    private static List<String> lines(String log) {
        return List.of(log.split("\n")).stream().map(GoldenLinesTest::masked).toList();
    }

    private static String masked(String line) {
        String masked = line;
        for (Pattern number : TIMES_AND_SIZES) {
            masked = number.matcher(masked).replaceAll("#");
        }
        return masked;
    }

    private static String text(String sample) throws IOException {
        try (InputStream file = Files.newInputStream(SAMPLES.resolve(sample));
                InputStream plain = sample.endsWith(".gz") ? new GZIPInputStream(file) : file) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Scenario fit(String sample) throws IOException {
        ScenarioFit fit = new ScenarioFit(sample, ordinal -> KnownCall.at(null));
        try (LogSource source = LogSource.file(SAMPLES.resolve(sample))) {
            LogReader.read(source, ReadingOptions.EVERYTHING, fit);
        }
        return fit.scenario();
    }
}
