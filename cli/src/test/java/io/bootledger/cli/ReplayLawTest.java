package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.project.Checkout;
import io.bootledger.traces.format.LogSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code replay --until T} is the analysis of the log cut off at T, but for what docs/store.md says. */
class ReplayLawTest {
    private static final int MOMENTS = 7;
    private static final Pattern STAMP =
            Pattern.compile("(?:<\\d+>)?\\[ *(\\d+)\\.(\\d{6})\\].*|\\d+,\\d+,(\\d+),.*", Pattern.DOTALL);

    static Stream<String> logs() throws IOException {
        try (Stream<Path> samples = Files.walk(Checkout.path("traces/samples"))) {
            List<String> logs = new ArrayList<>(List.of("desktop", "arm-board", "failing-boot", "deferral-maze"));
            samples.filter(file -> file.getFileName().toString().matches("(dmesg|kmsg|console)\\.(txt|log).*"))
                    .map(Path::toString)
                    .sorted()
                    .forEach(logs::add);
            return logs.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void everyViewOfAMomentIsThatOfTheLogCutOffThere(String log) throws IOException {
        String text = text(log);
        List<String> lines = Arrays.asList(text.split("(?<=\\n)"));
        List<Long> stamps = lines.stream().map(ReplayLawTest::stamp).toList();
        List<Long> known = stamps.stream().filter(stamp -> stamp >= 0).toList();
        boolean forward = known.stream().sorted().toList().equals(known);
        for (int part = 1; part <= MOMENTS; part++) {
            long moment = known.get(known.size() * part / (MOMENTS + 1)) + 3;
            String until = moment + "us";
            int end = forward ? lastUpTo(moment, stamps) : lastLine(replay(text, "--until", until));
            String cut = String.join("", lines.subList(0, end));

            assertThat(views(replay(text, "--until", until, "--json", "-")))
                    .as("%s until %s, line %d", log, until, end)
                    .isEqualTo(views(run(cut, "analyze", "-", "--json", "-")));
        }
    }

    private static int lastUpTo(long moment, List<Long> stamps) {
        int end = stamps.size();
        while (stamps.get(end - 1) < 0 || stamps.get(end - 1) > moment) {
            end--;
        }
        return end;
    }

    private static int lastLine(String state) {
        Matcher line = Pattern.compile("up to line (\\d+)").matcher(state);
        assertThat(line.find()).isTrue();
        return Integer.parseInt(line.group(1));
    }

    /** The frames are those of the whole log. */
    private static String views(String json) {
        return json.replaceFirst("\"format\": \"[^\"]+\"", "FRAMES");
    }

    /** Microseconds; -1 for a line without a stamp. */
    private static long stamp(String line) {
        Matcher stamp = STAMP.matcher(line);
        if (!stamp.matches()) {
            return -1;
        }
        return stamp.group(3) != null
                ? Long.parseLong(stamp.group(3))
                : Long.parseLong(stamp.group(1)) * 1_000_000 + Long.parseLong(stamp.group(2));
    }

    private static String text(String log) throws IOException {
        if (!log.contains("/")) {
            return latin1(Run.bootledger("simulate", log).outBytes());
        }
        try (var source = LogSource.file(Path.of(log))) {
            return latin1(source.stream().readAllBytes());
        }
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String replay(String log, Object... more) {
        return run(log, Stream.concat(Stream.of("replay", "-"), Stream.of(more)).toArray());
    }

    private static String run(String log, Object... words) {
        Run run = Run.with(new ByteArrayInputStream(log.getBytes(StandardCharsets.ISO_8859_1)), Map.of(), words);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }
}
