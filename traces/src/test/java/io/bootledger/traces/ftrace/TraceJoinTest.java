package io.bootledger.traces.ftrace;

import static io.bootledger.traces.ftrace.TracedText.LOG;
import static io.bootledger.traces.ftrace.TracedText.TRACE;
import static io.bootledger.traces.ftrace.TracedText.joined;
import static io.bootledger.traces.ftrace.TracedText.source;
import static io.bootledger.traces.ftrace.TracedText.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.Sleep;
import io.bootledger.traces.event.TraceJoined;
import io.bootledger.traces.event.call.InitcallScheduled;
import io.bootledger.traces.event.call.ProbeScheduled;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceJoinTest {
    @Test
    void whatBecameOfTheTaskStandsBehindTheEventsOfTheLog() throws IOException {
        TracedBoot trace = trace(TRACE);
        List<RecordedEvent> events = new ArrayList<>();
        TraceJoin join = joined(trace, LOG, events);

        assertThat(join.isJoined()).isTrue();
        assertThat(events).extracting(RecordedEvent::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(events.get(events.size() - 1).event()).isInstanceOf(BootRecorded.class);
        assertThat(events).extracting(RecordedEvent::event).contains(new TraceJoined("trace.txt", 5, 40_010, 0));

        InitcallScheduled waits =
                (InitcallScheduled) events.get(events.size() - 2).event();
        assertThat(waits.symbol().function()).isEqualTo("waits_init");
        assertThat(waits.durationUs()).isEqualTo(10_000);
        assertThat(waits.ranUs()).isEqualTo(300 + 600);
        assertThat(waits.runnableUs()).isEqualTo(100);
        assertThat(waits.sleeps())
                .containsExactly(new Sleep(
                        9_000,
                        "kworker/u4:1",
                        "call_usermodehelper_exec_work",
                        false,
                        List.of("schedule_timeout", "call_usermodehelper_exec", "waits_init"),
                        "do_populate_rootfs",
                        7_990));
        assertThat(events.get(events.size() - 2).time()).isEqualTo(BootTime.ofMicros(1_029_990));
    }

    @Test
    void aCallThatTakesLessThanTheKernelMeasuredIsOfAnotherBoot() throws IOException {
        TraceJoin join = joined(trace(TRACE), LOG.replace("after 313", "after 913"), new ArrayList<>());
        assertThat(join.isJoined()).isFalse();
        assertThat(join.refusal()).isEqualTo("1 of 5 initcalls take less in it than the kernel measured in the log");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.03, 1.05, 2, 3})
    void aTraceWhoseClockGoesAtAnotherPaceIsRefused(double pace) throws IOException {
        String slower = Pattern.compile("\\d\\.\\d{6}")
                .matcher(TRACE)
                .replaceAll(stamp -> String.format(Locale.ROOT, "%.6f", Double.parseDouble(stamp.group()) * pace));
        TraceJoin join = joined(trace(slower), LOG, new ArrayList<>());
        assertThat(join.isJoined()).isFalse();
        assertThat(join.refusal()).isEqualTo("its clock and the log's do not go at one pace");
    }

    @Test
    void wholeSecondsTellNoPace() throws IOException {
        String seconds = LOG.replaceAll("(\\d)\\.\\d{6}]", "$1.000000]");
        assertThat(joined(trace(TRACE), seconds, new ArrayList<>()).isJoined()).isTrue();
    }

    /** 3906 and 7812 are ticks of 4 ms in ns&gt;&gt;10, as kernels up to 5.17 count. */
    @ParameterizedTest
    @ValueSource(strings = {"3906", "7812", "4000", "9765"})
    void callsThatTheKernelMeasuredInTicksProveNothing(String ticks) throws IOException {
        String fifth = LOG.replace(
                "[    1.029990]",
                "[    1.018000] calling  ticks_init+0x0/0x10 @ 1\n"
                        + "[    1.018100] initcall ticks_init+0x0/0x10 returned 0 after " + ticks
                        + " usecs\n[    1.029990]");
        String trace = TRACE.replaceFirst(
                "(?m)^ *init-1 .*initcall_start: func=waits_init",
                "            init-1       [000] .....     1.058000: initcall_start: func=ticks_init+0x0/0x10\n"
                        + "            init-1       [000] .....     1.058110: initcall_finish: func=ticks_init+0x0/0x10 ret=0\n"
                        + "$0");
        assertThat(joined(trace(trace), fifth, new ArrayList<>()).isJoined()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"# tracer: nop\n", "LAB-TRACE-BEGIN\n    init-1   [000] d....     1.461214: console: x\n"})
    void aTraceIsKnownByItsFirstLines(String head) throws IOException {
        assertThat(TracedBoot.isTrace(source(head))).isTrue();
    }

    @Test
    void noMoreThanItsHeadIsLookedAt() throws IOException {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream("a log\n".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    private int read;

                    @Override
                    public int read() {
                        assertThat(++read).isLessThan(1 << 20);
                        return 'x';
                    }
                });
        assertThat(TracedBoot.isTrace(LogSource.stream("endless", endless))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[    0.000000] Linux version 6.12.1\n",
                "cpus=2\n  init-1     [000]     1.461214: initcall_start:  func=0x1\n",
                "init-1 [000] console: hello\n"
            })
    void aLogIsNoTrace(String head) throws IOException {
        assertThat(TracedBoot.isTrace(source(head))).isFalse();
    }

    @Test
    void tooFewCallsProveNothing() throws IOException {
        TraceJoin join = joined(trace(TRACE), LOG.replace("second_init", "other_init"), new ArrayList<>());
        assertThat(join.isJoined()).isFalse();
        assertThat(join.refusal()).isEqualTo("only 4 initcalls can be held beside those of the log");
    }

    @Test
    void withoutTheSchedulerOnlyDurationsAreKnown() throws IOException {
        String calls = TRACE.lines()
                .filter(line -> line.contains("initcall_") || line.startsWith("#"))
                .reduce("", (text, line) -> text + line + "\n");
        List<RecordedEvent> events = new ArrayList<>();
        assertThat(joined(trace(calls), LOG, events).isJoined()).isTrue();
        InitcallScheduled waits =
                (InitcallScheduled) events.get(events.size() - 2).event();
        assertThat(waits.durationUs()).isEqualTo(10_000);
        assertThat(waits.ranUs()).isNull();
        assertThat(waits.sleeps()).isEmpty();
    }

    @Test
    void aTraceAloneIsJoinedWithItself() throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        LogReader.read(source(TRACE), ReadingOptions.NUMBERS, TraceJoin.ofItself(trace(TRACE), events::add));
        assertThat(events)
                .extracting(RecordedEvent::event)
                .filteredOn(InitcallScheduled.class::isInstance)
                .hasSize(5);
    }

    @Test
    void switchesOfOtherTasksChangeNothing() throws IOException {
        StringBuilder busy = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            busy.append(
                    ("   a-20 [001] d..2. 1.0605%05d: sched_switch: prev_comm=a prev_pid=%d prev_prio=1 prev_state=S"
                                    + " ==> next_comm=b next_pid=%d next_prio=1%n")
                            .formatted(i, 20 + i % 2, 21 - i % 2));
        }
        int asleep = TRACE.indexOf('\n', TRACE.indexOf("Unpacking")) + 1;
        TracedBoot trace = trace(TRACE.substring(0, asleep) + busy + TRACE.substring(asleep));
        assertThat(trace.calls()).hasSize(5);
        assertThat(trace.calls().get(4).event(true, true, false).sleeps().get(0).us())
                .isEqualTo(9_000);
    }

    @Test
    void ofAProbeIsToldWhatItsTaskDidSinceItBegan() throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        joined(trace(probed(TRACE, "9600")), logOfProbe("9600"), events);

        RecordedEvent told = events.get(events.size() - 2);
        assertThat(told.time()).isEqualTo(BootTime.ofMicros(1_029_900));
        assertThat(told.event())
                .isEqualTo(new ProbeScheduled(
                        "0000:00:03.0",
                        1,
                        9_600,
                        550,
                        100,
                        List.of(new Sleep(
                                8_950,
                                "kworker/u4:1",
                                "call_usermodehelper_exec_work",
                                false,
                                List.of("schedule_timeout", "call_usermodehelper_exec", "waits_init"),
                                "do_populate_rootfs",
                                7_990))));
    }

    @Test
    void ofAProbeThatBeganBeforeItsCallNothingIsTold() throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        joined(trace(probed(TRACE, "11000")), logOfProbe("11000"), events);

        assertThat(events).extracting(RecordedEvent::event).noneMatch(ProbeScheduled.class::isInstance);
        assertThat(events).extracting(RecordedEvent::event).anyMatch(InitcallScheduled.class::isInstance);
    }

    /** With the line of a probe inside the last call. */
    private static String probed(String trace, String usecs) {
        int end = trace.lastIndexOf('\n', trace.lastIndexOf("initcall_finish")) + 1;
        String line =
                "            init-1       [000] d....     1.069950: console: probe of 0000:00:03.0 returned 0 after "
                        + usecs + " usecs\n";
        return trace.substring(0, end) + line + trace.substring(end);
    }

    private static String logOfProbe(String usecs) {
        int end = LOG.lastIndexOf('\n', LOG.indexOf("initcall waits_init")) + 1;
        String line = "[    1.029900] probe of 0000:00:03.0 returned 0 after " + usecs + " usecs\n";
        return LOG.substring(0, end) + line + LOG.substring(end);
    }
}
