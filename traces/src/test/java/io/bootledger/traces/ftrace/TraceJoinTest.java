package io.bootledger.traces.ftrace;

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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceJoinTest {
    /** Of a boot whose log is {@link #LOG}: its clock shows 40 ms more. */
    private static final String TRACE = """
            # tracer: nop
            #
                        init-1       [000] .....     1.050000: initcall_start: func=first_init+0x0/0x10
                        init-1       [000] .....     1.050230: initcall_finish: func=first_init+0x0/0x10 ret=0
                        init-1       [000] .....     1.051000: initcall_start: func=second_init+0x0/0x10
                        init-1       [000] .....     1.051330: initcall_finish: func=second_init+0x0/0x10 ret=0
                        init-1       [000] .....     1.052000: initcall_start: func=third_init+0x0/0x10
                        init-1       [000] .....     1.052430: initcall_finish: func=third_init+0x0/0x10 ret=0
                        init-1       [000] .....     1.053000: initcall_start: func=fourth_init+0x0/0x10
                        init-1       [000] .....     1.053530: initcall_finish: func=fourth_init+0x0/0x10 ret=0
                        init-1       [000] .....     1.060000: initcall_start: func=waits_init+0x0/0x10
                        init-1       [000] d..2.     1.060300: sched_switch: prev_comm=init prev_pid=1 prev_prio=120 prev_state=D ==> next_comm=kworker/u4:1 next_pid=9 next_prio=120
                        init-1       [000] d..2.     1.060310: <stack trace>
             => __schedule
             => schedule
             => schedule_timeout
             => call_usermodehelper_exec
             => waits_init
                kworker/u4:1-9       [000] .....     1.060400: workqueue_execute_start: work struct 0000000012345678: function call_usermodehelper_exec_work
                kworker/u4:1-9       [000] d..2.     1.060500: sched_switch: prev_comm=kworker/u4:1 prev_pid=9 prev_prio=120 prev_state=D ==> next_comm=kworker/u4:2 next_pid=10 next_prio=120
               kworker/u4:2-10      [000] .....     1.060510: workqueue_execute_start: work struct 0000000012345679: function async_run_entry_fn
               kworker/u4:2-10      [000] d....     1.060520: console: Unpacking initramfs...
               kworker/u4:2-10      [000] d..2.     1.068500: sched_waking: comm=kworker/u4:1 pid=9 prio=120 target_cpu=000
               kworker/u4:2-10      [000] .....     1.068510: workqueue_execute_end: work struct 0000000012345679: function async_run_entry_fn
               kworker/u4:2-10      [000] d..2.     1.068520: sched_switch: prev_comm=kworker/u4:2 prev_pid=10 prev_prio=120 prev_state=I ==> next_comm=kworker/u4:1 next_pid=9 next_prio=120
                kworker/u4:1-9       [000] d..2.     1.069300: sched_waking: comm=init pid=1 prio=120 target_cpu=000
                kworker/u4:1-9       [000] d..2.     1.069400: sched_switch: prev_comm=kworker/u4:1 prev_pid=9 prev_prio=120 prev_state=R+ ==> next_comm=init next_pid=1 next_prio=120
                        init-1       [000] .....     1.070000: initcall_finish: func=waits_init+0x0/0x10 ret=0
            """;

    private static final String LOG = """
            [    0.000000] Linux version 6.12.1 (a@b) #1 SMP
            [    1.010000] calling  first_init+0x0/0x10 @ 1
            [    1.010220] initcall first_init+0x0/0x10 returned 0 after 213 usecs
            [    1.011000] calling  second_init+0x0/0x10 @ 1
            [    1.011320] initcall second_init+0x0/0x10 returned 0 after 313 usecs
            [    1.012000] calling  third_init+0x0/0x10 @ 1
            [    1.012420] initcall third_init+0x0/0x10 returned 0 after 413 usecs
            [    1.013000] calling  fourth_init+0x0/0x10 @ 1
            [    1.013520] initcall fourth_init+0x0/0x10 returned 0 after 513 usecs
            [    1.020000] calling  waits_init+0x0/0x10 @ 1
            [    1.029990] initcall waits_init+0x0/0x10 returned 0 after 9987 usecs
            [    1.100000] Run /init as init process
            """;

    private static final Sleep FOR_WHATEVER = new Sleep(9_000, null, null, false, List.of(), null, 0);

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

    @Test
    void whatATaskDidWhileEventsAreMissingIsNotTold() throws IOException {
        String lost = TRACE.replaceFirst("(?m)^ *kworker/u4:2-10 .*sched_waking", "CPU:0 [LOST 12 EVENTS]\n$0");
        List<RecordedEvent> events = new ArrayList<>();
        assertThat(joined(trace(lost), LOG, events).isJoined()).isTrue();
        assertThat(scheduled(events))
                .extracting(InitcallScheduled::ranUs)
                .containsExactly(230L, 330L, 430L, 530L, null);
        assertThat(scheduled(events).get(4).durationUs()).isEqualTo(10_000);
        assertThat(scheduled(events).get(4).sleeps()).isEmpty();
    }

    @Test
    void aCallThatEndedSinceTheLastEventOfTheCpuIsNotToldEither() throws IOException {
        String lost = TRACE.replaceFirst("(?m)^ *init-1 .*initcall_start: func=waits", "CPU:1 [LOST EVENTS]\n$0");
        List<RecordedEvent> events = new ArrayList<>();
        assertThat(joined(trace(lost), LOG, events).isJoined()).isTrue();
        assertThat(scheduled(events))
                .extracting(InitcallScheduled::ranUs)
                .containsExactly(null, null, null, null, 900L);
    }

    @Test
    void beforeABufferThatWasWrittenOverNothingIsMeasured() throws IOException {
        String over =
                TRACE.replaceFirst("(?m)^ *init-1 .*initcall_start: func=waits", "##### CPU 1 buffer started ####\n$0");
        List<RecordedEvent> events = new ArrayList<>();
        assertThat(joined(trace(over), LOG, events).isJoined()).isTrue();
        assertThat(scheduled(events))
                .extracting(InitcallScheduled::ranUs)
                .containsExactly(null, null, null, null, 900L);
        assertThat(scheduled(events).get(4).sleeps()).containsExactly(FOR_WHATEVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?m)^.*workqueue.*\n", "(?m)^.*console: .*\n", "(?m)^.*first_init.*\n"})
    void whatASleepWasForIsNotToldWithoutTheEventsThatTell(String missing) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        String log = LOG.replaceFirst("(?m)^.*calling  second", """
                [    1.010600] calling  sixth_init+0x0/0x10 @ 1
                [    1.010900] initcall sixth_init+0x0/0x10 returned 0 after 213 usecs
                [    1.011000] calling  second""");
        String whole = TRACE.replaceFirst("(?m)^ *init-1 .*initcall_start: func=second", """
                        init-1       [000] .....     1.050600: initcall_start: func=sixth_init+0x0/0x10
                        init-1       [000] .....     1.050910: initcall_finish: func=sixth_init+0x0/0x10 ret=0
            $0""");
        assertThat(joined(trace(whole.replaceAll(missing, "")), log, events).isJoined())
                .isTrue();
        InitcallScheduled waits = scheduled(events).get(scheduled(events).size() - 1);
        assertThat(waits.runnableUs()).isNotNull();
        assertThat(waits.sleeps()).containsExactly(FOR_WHATEVER);
    }

    @Test
    void ofATraceThatWasWrittenOverNoSleepIsExplained() throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        String heading = "# entries-in-buffer/entries-written: 30/31   #P:2\n";
        assertThat(joined(trace(heading + TRACE), LOG, events).isJoined()).isTrue();
        assertThat(scheduled(events).get(4).sleeps()).containsExactly(FOR_WHATEVER);
    }

    @Test
    void withoutWakeUpsNoSleepIsMeasured() throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        assertThat(joined(trace(TRACE.replaceAll("(?m)^.*sched_waking.*\n", "")), LOG, events)
                        .isJoined())
                .isTrue();
        assertThat(scheduled(events))
                .hasSize(5)
                .allMatch(call -> call.ranUs() == null && call.sleeps().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"# tracer: nop\n", "LAB-TRACE-BEGIN\n    init-1   [000] d....     1.461214: console: x\n"})
    void aTraceIsKnownByItsFirstLines(String head) throws IOException {
        assertThat(TracedBoot.isTrace(source(head))).isTrue();
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

    private static List<InitcallScheduled> scheduled(List<RecordedEvent> events) {
        return events.stream()
                .map(RecordedEvent::event)
                .filter(InitcallScheduled.class::isInstance)
                .map(InitcallScheduled.class::cast)
                .toList();
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

    private static TraceJoin joined(TracedBoot trace, String log, List<RecordedEvent> events) throws IOException {
        TraceJoin join = new TraceJoin(trace, events::add);
        LogReader.read(source(log), ReadingOptions.NUMBERS, join);
        return join;
    }

    private static TracedBoot trace(String text) throws IOException {
        return TracedBoot.read(source(text));
    }

    private static LogSource source(String text) throws IOException {
        return LogSource.stream("trace.txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
