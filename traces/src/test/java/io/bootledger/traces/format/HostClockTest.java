package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.HostClockRead;
import io.bootledger.traces.event.machine.StageReported;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs that capture a console put before its lines, and a file beside it, tells of two clocks. */
class HostClockTest {
    private static final List<String> CONSOLE = List.of(
            "U-Boot 2021.01 (Jan 01 2021 - 00:00:00 +0000)",
            "Starting kernel ...",
            "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP",
            "[    0.100000] printk: console [ttyS0] enabled",
            "[    0.200000] calling  a_init+0x0/0x10 @ 1",
            "[    0.300000] initcall a_init+0x0/0x10 returned 0 after 100000 usecs",
            "[    0.400000] Run /sbin/init as init process",
            "[    0.500000] systemd[1]: Detected architecture x86-64.",
            "board login: ");

    /** Microseconds of the host's clock: a console's lines are kept until it is there, and each comes a little late. */
    private static final long[] AT_US = {
        1_000_000, 2_000_000, 2_490_000, 2_490_000, 2_501_000, 2_605_000, 2_702_000, 2_803_000, 4_000_000
    };

    static Stream<Arguments> stamps() {
        return Stream.of(
                Arguments.of(
                        "grabserial",
                        stamped(us -> "[%d.%06d 0.000100] ".formatted(us / 1_000_000, us % 1_000_000)),
                        1),
                Arguments.of("grabserial -T", stamped(us -> "[" + clock(us, 6) + " 0.000100] "), 1),
                Arguments.of("tio", stamped(us -> "[" + clock(us, 3) + "] "), 1_000),
                Arguments.of("minicom", stamped(us -> "[2026-11-29 " + clock(us, 3) + "] "), 1_000),
                Arguments.of("tio -t iso8601", stamped(us -> "[2026-11-29T" + clock(us, 3) + "] "), 1_000),
                Arguments.of("ts -s %H:%M:%.S", stamped(us -> clock(us, 6) + " "), 1),
                Arguments.of("ts %b %d %H:%M:%.S", stamped(us -> "Nov 29 " + clock(us, 6) + " "), 1),
                Arguments.of("LAVA, as text", stamped(us -> "2026-11-29T" + clock(us, 6) + "  "), 1),
                Arguments.of(
                        "LAVA",
                        numbered((us, text) -> "- {\"dt\": \"2026-11-29T" + clock(us, 6)
                                + "\", \"lvl\": \"target\", \"msg\": \"" + text + "\"}"),
                        1));
    }

    private interface Line {
        String of(long us, String text);
    }

    private static String stamped(java.util.function.LongFunction<String> stamp) {
        return numbered((us, text) -> stamp.apply(us) + text);
    }

    private static String numbered(Line form) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < CONSOLE.size(); i++) {
            log.append(form.of(AT_US[i], CONSOLE.get(i))).append('\n');
        }
        return log.toString();
    }

    private static String clock(long us, int digits) {
        String second = "%02d.%06d".formatted(us / 1_000_000, us % 1_000_000);
        return "12:00:" + second.substring(0, 3 + digits);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stamps")
    void theLeastThatItIsAheadAndTheMostAreRead(String program, String log, long precisionUs) throws IOException {
        List<RecordedEvent> events = events(LogSource.stream("log", bytes(log)));

        HostClockRead read = read(events);
        assertThat(read.lines()).as("but for the kernel's 0").isEqualTo(4);
        assertThat(read.mostUs() - read.leastUs()).as("of what no console kept").isEqualTo(4_000);
        assertThat(read.precisionUs()).isEqualTo(precisionUs);
        List<Long> stages = stages(events);
        assertThat(stages.get(0) - read.leastUs()).as("U-Boot, in boot time").isEqualTo(-1_301_000);
        assertThat(Objects.requireNonNull(read.lastBeforeUs()) - read.leastUs()).isEqualTo(-301_000);
        assertThat(stages.get(stages.size() - 1) - read.leastUs())
                .as("the prompt")
                .isEqualTo(1_699_000);
    }

    @Test
    void soDoesAFileBesideTheLog(@TempDir Path folder) throws IOException {
        Path log = log(folder);
        Files.writeString(HostStamps.of(log), stampLines(AT_US));

        List<RecordedEvent> events = events(LogSource.file(log));

        assertThat(read(events)).isEqualTo(new HostClockRead(4, 2_301_000, 2_305_000, 1, 2_000_000L));
        assertThat(stages(events)).containsExactly(1_000_000L, 2_803_000L, 4_000_000L);
    }

    @Test
    void aFileThatHoldsSomethingElseIsNoClock(@TempDir Path folder) throws IOException {
        Path log = log(folder);
        for (String other : List.of("", "what is this\n", "5\n4\n", "1".repeat(40) + "\n", "-1\n")) {
            Files.writeString(HostStamps.of(log), other);

            List<RecordedEvent> events = events(LogSource.file(log));

            assertThat(events).noneMatch(event -> event.event() instanceof HostClockRead);
            assertThat(stages(events)).containsOnlyNulls();
        }
    }

    @Test
    void midnightIsNotATurnBack() throws IOException {
        String log = numbered((us, text) -> "[" + (us < 2_600_000 ? "23:59:" : "00:00:")
                + "%02d.%03d] ".formatted((us / 1_000 + 57_400) / 1_000 % 60, (us / 1_000 + 57_400) % 1_000) + text);

        HostClockRead read = read(events(LogSource.stream("log", bytes(log))));

        assertThat(read.lines()).isEqualTo(4);
        assertThat(read.mostUs() - read.leastUs()).isEqualTo(4_000);
    }

    /** {@code grabserial -m} counts from the line it waits for. */
    @Test
    void ofAClockThatIsSetBackOnlyWhatComesAfterIsCompared() throws IOException {
        String log = numbered((us, text) -> {
            long since = us >= 2_490_000 ? us - 2_490_000 : us;
            return "[%d.%06d 0.000100] %s".formatted(since / 1_000_000, since % 1_000_000, text);
        });

        List<RecordedEvent> events = events(LogSource.stream("log", bytes(log)));

        assertThat(read(events).leastUs()).isEqualTo(-189_000);
        assertThat(read(events).lastBeforeUs()).isNull();
        assertThat(events)
                .filteredOn(event -> event.event() instanceof HostClockRead)
                .extracting(event -> event.origin().line())
                .containsExactly(3L);
    }

    private static Path log(Path folder) throws IOException {
        return Files.writeString(folder.resolve("01.log"), String.join("\n", CONSOLE) + "\n");
    }

    private static String stampLines(long[] us) {
        StringBuilder lines = new StringBuilder();
        for (long stamp : us) {
            lines.append(stamp).append('\n');
        }
        return lines.toString();
    }

    private static ByteArrayInputStream bytes(String log) {
        return new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8));
    }

    private static List<RecordedEvent> events(LogSource source) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        LogReader.read(source, ReadingOptions.NUMBERS, events::add);
        return events;
    }

    private static HostClockRead read(List<RecordedEvent> events) {
        return events.stream()
                .map(RecordedEvent::event)
                .filter(HostClockRead.class::isInstance)
                .map(HostClockRead.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> stages(List<RecordedEvent> events) {
        List<Long> stamps = new ArrayList<>();
        for (RecordedEvent event : events) {
            if (event.event() instanceof StageReported stage) {
                stamps.add(stage.hostUs());
            }
        }
        return stamps;
    }
}
