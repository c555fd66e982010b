package io.bootledger.traces.ftrace;

import static io.bootledger.traces.ftrace.TracedText.LOG;
import static io.bootledger.traces.ftrace.TracedText.TRACE;
import static io.bootledger.traces.ftrace.TracedText.joined;
import static io.bootledger.traces.ftrace.TracedText.scheduled;
import static io.bootledger.traces.ftrace.TracedText.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.Sleep;
import io.bootledger.traces.event.call.InitcallScheduled;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a trace that is not whole no longer tells. */
class TraceLossTest {
    private static final Sleep FOR_WHATEVER = new Sleep(9_000, null, null, false, List.of(), null, 0);

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

    @Test
    void aMissingSwitchTellsThatEventsOfItsCpuAre() throws IOException {
        String switches = TRACE.replaceFirst(
                "(?m)^ *init-1 .*initcall_start: func=second",
                "  c-30 [003] d..2. 1.050240: sched_switch: prev_comm=c prev_pid=30 prev_prio=1 prev_state=R ==> next_comm=d"
                        + " next_pid=31 next_prio=1\n$0");
        String missing = switches.replaceFirst(
                "(?m)^ *init-1 .*initcall_start: func=waits",
                "  e-32 [003] d..2. 1.053600: sched_switch: prev_comm=e prev_pid=32 prev_prio=1 prev_state=R ==> next_comm=d"
                        + " next_pid=31 next_prio=1\n$0");
        assertThat(ranUs(switches)).containsExactly(230L, 330L, 430L, 530L, 900L);
        assertThat(ranUs(missing)).containsExactly(230L, null, null, null, 900L);
    }

    @Test
    void anEventOfACpuThatNoKernelHasIsNone() throws IOException {
        String far = TRACE.replaceFirst(
                "(?m)^ *init-1 .*initcall_finish: func=second",
                "  c-30 [8192] d..2. 1.051100: sched_waking: comm=a pid=20\n$0");
        assertThat(ranUs(far)).containsExactly(230L, null, 430L, 530L, 900L);
    }

    private static List<@Nullable Long> ranUs(String trace) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        assertThat(joined(trace(trace), LOG, events).isJoined()).isTrue();
        return scheduled(events).stream().map(InitcallScheduled::ranUs).toList();
    }
}
