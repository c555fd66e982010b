package io.bootledger.traces.format.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.Priority;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every frame with lines as they are found: what is peeled off, what is learnt from it, and what is left. */
class FrameMatrixTest {
    private static final String CALLING = "calling  foo_init+0x0/0x1b @ 1";

    /**
     * A line and what it says.
     *
     * @param format names of its frames, in the table's order
     * @param micros the stamp, null where there is none
     */
    record Sample(
            String format,
            String line,
            LogRecord.Clock clock,
            @Nullable Long micros,
            @Nullable String caller,
            @Nullable Integer priority,
            String message) {
        @Override
        public String toString() {
            return format + ": " + line;
        }
    }

    private static Sample of(
            String format,
            String line,
            LogRecord.Clock clock,
            @Nullable Long micros,
            @Nullable String caller,
            @Nullable Integer priority) {
        return new Sample(format, line, clock, micros, caller, priority, CALLING);
    }

    private static Sample kernel(
            String format, String prefix, long micros, @Nullable String caller, @Nullable Integer priority) {
        return of(format, prefix + CALLING, LogRecord.Clock.KERNEL, micros, caller, priority);
    }

    private static Sample bare(String format, String prefix) {
        return of(format, prefix + CALLING, LogRecord.Clock.NONE, null, null, null);
    }

    static Stream<Sample> samples() {
        return Stream.of(
                kernel("dmesg", "[    0.713514] ", 713_514, null, null),
                kernel("dmesg", "[123456.000001] ", 123_456_000_001L, null, null),
                kernel("dmesg", "[  10.46] ", 10_460_000, null, null),
                kernel("dmesg", "[    0.713514,0] ", 713_514, null, null),
                kernel("dmesg", "  [ 0.713514]   ", 713_514, null, null),
                kernel("dmesg+caller", "[  311.384007][    T1] ", 311_384_007, "T1", null),
                kernel("dmesg+caller", "[    0.716374] [    T0] ", 716_374, "T0", null),
                kernel("dmesg+caller", "[ 30.932869][ C12] ", 30_932_869, "C12", null),
                kernel("dmesg+caller", "[    0.1613][T400001] ", 161_300, "T400001", null),
                of("text+caller", "[    T1] " + CALLING, LogRecord.Clock.NONE, null, "T1", null),
                kernel("dmesg -r", "<7>[    0.713514] ", 713_514, null, 7),
                kernel("dmesg -r", "<30>[    0.713514] ", 713_514, null, 30),
                of("dmesg -r", "<7>" + CALLING, LogRecord.Clock.NONE, null, null, 7),
                kernel("dmesg, dmesg -x", "kern  :debug : [    0.713514] ", 713_514, null, 7),
                kernel("dmesg, dmesg -x", "user  :warn  : [   23.965544] ", 23_965_544, null, 12),
                of(
                        "dmesg -T, dmesg -x",
                        "kern  :debug : [Thu Jan  1 00:00:19 1970] " + CALLING,
                        LogRecord.Clock.WALL,
                        19_000_000L,
                        null,
                        7),
                kernel("dmesg -d", "[    0.714603 <    0.001089>] ", 714_603, null, null),
                of("dmesg --time-format delta", "[<    0.000117>] " + CALLING, LogRecord.Clock.DELTA, 117L, null, null),
                of("dmesg -e", "[  +0.001089] " + CALLING, LogRecord.Clock.DELTA, 1_089L, null, null),
                of("dmesg -e", "[ +75.000000] " + CALLING, LogRecord.Clock.DELTA, 75_000_000L, null, null),
                of("dmesg -e", "[  -0.000003] " + CALLING, LogRecord.Clock.DELTA, -3L, null, null),
                of("dmesg -e", "[Nov20 12:18] " + CALLING, LogRecord.Clock.DELTA, 0L, null, null),
                of("dmesg -e", "[Nov 20 12:18] " + CALLING, LogRecord.Clock.DELTA, 0L, null, null),
                of("dmesg -T", "[Thu Jan  1 00:00:19 1970] " + CALLING, LogRecord.Clock.WALL, 19_000_000L, null, null),
                of(
                        "dmesg -T",
                        "[Thu Jan  1 00:00:19 1970 <    0.010000>] " + CALLING,
                        LogRecord.Clock.WALL,
                        19_000_000L,
                        null,
                        null),
                of(
                        "dmesg --time-format iso",
                        "1970-01-01T00:00:19,713514+00:00 " + CALLING,
                        LogRecord.Clock.WALL,
                        19_713_514L,
                        null,
                        null),
                kernel("kmsg", "7,160,424069,-;", 424_069, null, 7),
                kernel("kmsg", "7,160,424069,-,caller=T1;", 424_069, "T1", 7),
                kernel("kmsg", "12,1611,6511940,c,caller=C0,more=1;", 6_511_940, "C0", 12),
                bare("syslog", "Nov 14 22:13:20 myhost kernel: "),
                bare("syslog", "Nov  4 22:13:20.123456 myhost kernel: "),
                bare("syslog", "mar 06 13:18:23 kepler kernel: "),
                bare("syslog", "févr. 06 13:18:23 kepler kernel: "),
                bare("syslog", "kernel: "),
                kernel("dmesg, syslog", "Feb 20 19:21:10 vinco kernel: [    0.713514] ", 713_514, null, null),
                kernel("dmesg, syslog", "Jan  1 01:00:54 fritz kern.debug kernel: [    0.713514] ", 713_514, null, 7),
                bare("syslog iso", "2023-11-14T22:13:20+0000 myhost kernel: "),
                bare("syslog iso", "2023-11-14T22:13:20.123456+00:00 myhost kernel: "),
                kernel(
                        "dmesg, syslog iso",
                        "2024-10-24T17:18:59.537720+00:00 host kernel: [    0.713514] ",
                        713_514,
                        null,
                        null),
                kernel(
                        "dmesg, syslog rfc5424",
                        "<7>1 2003-10-11T22:14:15.003Z host kernel - - - [    0.713514] ",
                        713_514,
                        null,
                        7),
                bare("journalctl short-full", "Tue 2023-11-14 22:13:20 UTC myhost kernel: "),
                bare("journalctl short-unix", "1700000000.123456 myhost kernel: "),
                kernel("dmesg, journalctl short-monotonic", "[    0.713514] myhost kernel: ", 713_514, null, null),
                kernel(
                        "dmesg -d, journalctl short-monotonic",
                        "[    0.713514 <    0.212345 >] myhost kernel: ",
                        713_514,
                        null,
                        null),
                kernel(
                        "journalctl short-delta, journalctl short-monotonic",
                        "[    0.000000                ] myhost kernel: ",
                        0,
                        null,
                        null),
                bare("logcat", "08-04 17:00:04.885     0     0 I         : "),
                kernel("dmesg, logcat", "08-04 17:00:04.885     0     0 I [    0.713514] ", 713_514, null, null),
                bare("logcat", "01-01 08:47:05.452 I/        (    0): "),
                kernel("capture, dmesg", "[2023-11-14 22:13:20.123] [    0.713514] ", 713_514, null, null),
                kernel("capture, dmesg", "[2023-11-14T22:13:20.123] [    0.713514] ", 713_514, null, null),
                kernel("capture, dmesg", "[22:13:20.123] [    0.713514] ", 713_514, null, null),
                kernel("capture, dmesg", "2026-01-04T12:00:03.1234567Z [    0.713514] ", 713_514, null, null),
                kernel("capture, dmesg", "2026-01-04T12:00:03.123456  [    0.713514] ", 713_514, null, null),
                kernel("capture, dmesg", "12:00:03.123456  [    0.713514] ", 713_514, null, null),
                kernel("capture, dmesg", "Nov 14 22:13:20 [    0.713514] ", 713_514, null, null),
                kernel("dmesg, grabserial", "[12.345678 0.000123] [    0.713514] ", 713_514, null, null),
                kernel("dmesg, grabserial", "[22:13:20.123456 0.000123] [    0.713514] ", 713_514, null, null),
                of("grabserial", "[12.345678 0.000123] " + CALLING, LogRecord.Clock.CAPTURE, 12_345_678L, null, null),
                kernel("dmesg", "> [    0.713514] ", 713_514, null, null),
                kernel("dmesg", ">> > [    0.713514] ", 713_514, null, null),
                kernel("dmesg", ">[    0.713514] ", 713_514, null, null),
                kernel("dmesg, grep -n", "552:[    0.713514] ", 713_514, null, null),
                kernel("dmesg, grep -n", "551-[    0.713514] ", 713_514, null, null),
                kernel("dmesg", "[    0.713514] .(0)[1:swapper/0]", 713_514, "T1", null),
                kernel("dmesg -r", "<6>[    0.713514]  (0)[1:swapper/0]", 713_514, "T1", 6),
                kernel("dmesg", "[    0.713514] <7>-(0)[0:swapper]", 713_514, "T0", 7),
                kernel("dmesg -r", "<6>[    0.713514]  [0:      swapper/0:    1] ", 713_514, "T1", 6),
                kernel("dmesg", "[    0.713514] I[0:      swapper/0:    1] ", 713_514, "T1", null),
                kernel("dmesg -r", "<6>[    0.713514]  [7:    kworker/7:1:   62] ", 713_514, "T62", 6),
                kernel("dmesg -r", "<6>[    0.713514](CPU:0-pid:1:swapper/0) ", 713_514, "T1", 6),
                kernel("dmesg", "[    0.713514](CPU:3-pid:62:kworker/3:1) ", 713_514, "T62", null),
                kernel("dmesg, dmesg -r", "<6>[    0.713514 / 01-01 00:00:00.000][0] ", 713_514, null, 6),
                kernel("dmesg", "[   63.131821s][pid:2476,cpu5,surfaceflinger]", 63_131_821, "T2476", null),
                kernel("dmesg", "[   77.860792s][pid:1067,cpu0,kworker/u17:0]", 77_860_792, "T1067", null),
                kernel("kmsg", "6.1.0-50-cloud-amd64,7,160,424069,-;", 424_069, null, 7),
                kernel("serial console", "\r[    0.713514] ", 713_514, null, null),
                perf("swapper/0     1 [000]     0.123456: initcall:", 123_456, "T1"),
                perf("kworker/u4:1    12 [001]     0.112233: initcall:", 112_233, "T12"),
                trace("        modprobe-643     [006] .....    26.742491: ", 26_742_491, "T643"),
                trace("          <idle>-0       [000] ....     0.112233: ", 112_233, "T0"),
                trace(" kworker/u4:1-ev-12 ( 12) [001] d..1.    0.112233: ", 112_233, "T12"),
                trace("       swapper/0-1     [000]     0.123456: ", 123_456, "T1"));
    }

    private static Sample perf(String prefix, long micros, String caller) {
        return trace(prefix, micros, caller);
    }

    private static Sample trace(String prefix, long micros, String caller) {
        String event = "initcall_start: func=foo_init+0x0/0x1b";
        return new Sample("ftrace", prefix + event, LogRecord.Clock.KERNEL, micros, caller, null, event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aLineIsReadByItsOwnFrames(Sample sample) {
        LogRecord record = peel(sample.line());
        assertThat(new String(record.bytes, record.from, record.to - record.from, StandardCharsets.UTF_8))
                .isEqualTo(sample.message());
        assertThat(record.clock).isEqualTo(sample.clock());
        assertThat(sample.micros() == null ? null : record.nanos / 1_000).isEqualTo(sample.micros());
        assertThat(String.valueOf(record.caller())).isEqualTo(String.valueOf(sample.caller()));
        Priority priority = record.priority();
        assertThat(priority == null ? null : priority.code()).isEqualTo(sample.priority());
        assertThat(sorted(record.frames)).isEqualTo(sample.format());
    }

    /** The names in the table's order, not by frequency, since each was seen once. */
    private static String sorted(long frames) {
        FormatNames.Counts counts = new FormatNames.Counts();
        counts.count(frames, 1);
        String name = counts.name();
        int caller = name.indexOf("+caller");
        String formats = caller < 0 ? name : name.substring(0, caller);
        String[] names = formats.split(", ");
        Arrays.sort(names);
        return String.join(", ", names) + (caller < 0 ? "" : "+caller");
    }

    @Test
    void everyFrameHasASample() {
        Set<Frame> seen = new HashSet<>();
        for (Sample sample : samples().toList()) {
            for (Frame frame : Frames.ALL) {
                for (int from = 0; from < sample.line().length(); from++) {
                    LogRecord record = begin(sample.line());
                    record.from = from;
                    if (frame.peel(record)) {
                        seen.add(frame);
                    }
                }
            }
        }
        List<Frame> programs =
                Frames.ALL.stream().filter(frame -> !seen.contains(frame)).toList();
        assertThat(programs)
                .allMatch(frame -> frame.layer() == Frame.Layer.HOST)
                .hasSizeLessThan(9);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aLineCutAnywhereIsSurvived(Sample sample) {
        byte[] whole = sample.line().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= whole.length; length++) {
            LogRecord record = new LogRecord();
            record.begin(Arrays.copyOf(whole, length), 0, length, 1);
            new Framing(LearntFrames.NONE).peel(record);
            assertThat(record.from).isBetween(0, length);
        }
    }

    @Test
    void whatAProgramWroteIsNotTheKernels() {
        assertThat(peel("May 29 15:02:45 xps avahi-daemon[1088]: No service file found").foreign)
                .isTrue();
        LogRecord init = peel(
                "May 29 15:02:45 xps systemd[1]: Startup finished in 4.446s (kernel) + 9.1s (userspace) = 13.546s.");
        assertThat(init.foreign).isFalse();
        assertThat(new String(init.bytes, init.from, 12, StandardCharsets.UTF_8))
                .isEqualTo("systemd[1]: ");
    }

    @Test
    void theHandWrittenPrefixSaysTheSameAsTheTable() {
        for (Sample sample : samples().toList()) {
            LogRecord fast = begin(sample.line());
            if (PrintkPrefix.peel(fast)) {
                LogRecord table = begin(sample.line());
                for (Frame frame : Frames.ALL) {
                    if (frame.layer() == Frame.Layer.PRIORITY || frame.layer() == Frame.Layer.STAMP) {
                        frame.peel(table);
                    }
                }
                assertThat(List.of(fast.nanos, fast.clock, fast.priority, fast.from))
                        .isEqualTo(List.of(table.nanos, table.clock, table.priority, table.from));
            }
        }
    }

    private static LogRecord peel(String line) {
        LogRecord record = begin(line);
        new Framing(LearntFrames.NONE).peel(record);
        return record;
    }

    private static LogRecord begin(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        LogRecord record = new LogRecord();
        record.begin(bytes, 0, bytes.length, 1);
        return record;
    }

    @Test
    void aCallerIsATaskOrACpu() {
        assertThat(peel("[    1.0000][    T1] x").caller()).isEqualTo(Caller.task(1));
        assertThat(peel("[    1.0000][    C3] x").caller()).isEqualTo(Caller.cpu(3));
    }
}
