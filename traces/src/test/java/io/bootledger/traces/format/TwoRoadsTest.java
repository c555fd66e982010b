package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.Samples;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.frame.PrintkPrefix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is there for speed only, {@code .ahead}, changes no event; and what people see is a fold of the events. */
class TwoRoadsTest {
    private static final int MOST = 1 << 18;
    private static final List<ReadingOptions> OPTIONS =
            List.of(ReadingOptions.EVERYTHING, new ReadingOptions(false, false));

    private record Read(List<RecordedEvent> events, LogContents contents) {}

    private interface Road {
        LogContents read(LogSource source, ReadingOptions options, List<RecordedEvent> events) throws IOException;
    }

    static Stream<Path> logs() throws IOException {
        return Samples.all().stream();
    }

    /** Logs, each damaged in several ways. */
    static Stream<Arguments> damaged() throws IOException {
        List<Path> logs = Samples.ours();
        return logs.stream().flatMap(log -> Stream.of(1L, 2L, 3L, 4L).map(seed -> Arguments.of(log, seed)));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void bothReadTheSame(Path log) throws IOException {
        bothReadTheSame(bytes(log));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void soTheyDoWhereItIsDamaged(Path log, long seed) throws IOException {
        byte[] bytes = bytes(log);
        Random random = new Random(seed);
        ByteArrayOutputStream several = new ByteArrayOutputStream();
        for (int times = 1 << 20; several.size() < 3 * MOST && times > several.size(); times >>= 1) {
            byte[] copy = bytes.clone();
            Damage.of(copy, random);
            several.writeBytes(copy);
        }
        bothReadTheSame(several.toByteArray());
    }

    @Test
    void soTheyDoWhereOneLineIsManyToATerminal() throws IOException {
        bothReadTheSame("""
                [    0.000000] Linux version 6.1.0 (build@host) (gcc 12) #1 SMP
                [    0.100000] loading 10 %\rcalling  a_init+0x0/0x22c @ 1
                [    0.100000] calling  b_init+0x0/0x22c @ 1\rinitcall b_init+0x0/0x22c returned 0 after 4 usecs
                [    0.100500] initcall a_init+0x0/0x22c returned 0 after 0 usecs\r
                [    0.200000] calling  c_init+0x0/0x22c @ 1 \r
                [    0.200500] usb 1-1: new[    0.300000] initcall c_init+0x0/0x22c returned 0 after 9 usecs
                [    0.400000] probe of a\rprobe of 1.2 returned 0 after 3 usecs
                """.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 0.300000",
                "  \" 0.300000",
                "1 1 0.300000",
                "     .300000",
                "   -0.300000",
                "    0.3 0000",
                "    :.300000"
            })
    void aStampWithOtherThanBlanksBeforeItsDigitsIsNone(String stamp) throws IOException {
        String padded = " ".repeat(Math.max(0, 12 - stamp.length())) + stamp;
        byte[] line = ("[" + padded + "] calling  b_init+0x0/0x10 @ 1").getBytes(StandardCharsets.US_ASCII);
        assertThat(PrintkPrefix.nanos(line, 0, line.length)).isNegative();
        bothReadTheSame(("[    0.000000] Linux version 6.1.0 (a@b) #1 SMP\n"
                        + new String(line, StandardCharsets.US_ASCII) + "\n[    0.450000] Run /init as init process\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void soTheyDoWhereLinesDifferByALittle() throws IOException {
        String calling = "[    0.000001] calling  m_init+0x0/0x10 @ 7";
        String log = String.join(
                "\n",
                calling,
                calling,
                calling + "\r",
                calling + "\r\r",
                calling + " ",
                calling + "7",
                calling.substring(0, calling.length() - 1),
                calling + "\r ",
                calling + "[    0.000002] initcall m_init+0x0/0x10 returned 0 after 0 usecs",
                "[    0.000001][    T7] " + calling.substring(15),
                "[    0.000001][    T7] " + calling.substring(15),
                "[    0.000001] [ C12]  " + calling.substring(15) + "\r",
                "[    0.000001][T1234567890] " + calling.substring(15),
                "[    0.000001][    X7] " + calling.substring(15),
                "[    0.000001][    T] " + calling.substring(15),
                "[    0.000001][    T7 " + calling.substring(15),
                "[    0.000001][    T7][    T8] " + calling.substring(15),
                "[    0.000001][    T7]",
                "[    0.000001][    T7] usb 1-1: new device",
                "[    0.000001][    T8] usb 1-1: new device",
                "[    0.000001] usb 1-1: new device",
                "[    0.000001][    T8] [12] usb 1-1: new device",
                "<6>" + calling,
                "<14>" + calling,
                "\r" + calling,
                "",
                "\r",
                calling,
                "[    0.00000",
                "");
        bothReadTheSame(log.getBytes(StandardCharsets.US_ASCII));
    }

    private static void bothReadTheSame(byte[] log) throws IOException {
        for (ReadingOptions options : OPTIONS) {
            Read ahead = read(log, options, (source, wanted, events) -> LogReader.read(source, wanted, events::add));
            Read plain = read(
                    log, options, (source, wanted, events) -> LogReader.readLineByLine(source, wanted, events::add));
            for (int at = 0; at < Math.min(ahead.events().size(), plain.events().size()); at++) {
                assertThat(ahead.events().get(at)).isEqualTo(plain.events().get(at));
            }
            assertThat(ahead).isEqualTo(plain);
        }
    }

    private static Read read(byte[] log, ReadingOptions options, Road road) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        LogContents contents = road.read(LogSource.stream("log", new ByteArrayInputStream(log)), options, events);
        return new Read(events, contents);
    }

    private static byte[] bytes(Path log) throws IOException {
        try (LogSource source = LogSource.file(log)) {
            byte[] bytes = source.stream().readNBytes(4 * MOST);
            assertThat(bytes).isNotEmpty();
            return bytes;
        }
    }

    /** What serial lines, editors and mail do to a log. */
    private static final class Damage {
        private static final byte[] AWKWARD = "\r\n[]<>: T.@0+".getBytes(StandardCharsets.US_ASCII);

        static void of(byte[] log, Random random) {
            for (int i = 0; i < log.length / 60; i++) {
                log[random.nextInt(log.length)] = awkward(log, random);
            }
        }

        private static byte awkward(byte[] log, Random random) {
            return switch (random.nextInt(3)) {
                case 0 -> AWKWARD[random.nextInt(AWKWARD.length)];
                case 1 -> log[random.nextInt(log.length)];
                default -> (byte) random.nextInt(256);
            };
        }
    }
}
