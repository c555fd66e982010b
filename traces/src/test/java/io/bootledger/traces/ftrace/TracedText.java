package io.bootledger.traces.ftrace;

import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallScheduled;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A log and a trace of one boot, as text. */
final class TracedText {
    /** Of a boot whose log is {@link #LOG}: its clock shows 40 ms more. */
    static final String TRACE = """
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

    static final String LOG = """
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

    private TracedText() {}

    static List<InitcallScheduled> scheduled(List<RecordedEvent> events) {
        return events.stream()
                .map(RecordedEvent::event)
                .filter(InitcallScheduled.class::isInstance)
                .map(InitcallScheduled.class::cast)
                .toList();
    }

    static TraceJoin joined(TracedBoot trace, String log, List<RecordedEvent> events) throws IOException {
        TraceJoin join = new TraceJoin(trace, events::add);
        LogReader.read(source(log), ReadingOptions.NUMBERS, join);
        return join;
    }

    static TracedBoot trace(String text) throws IOException {
        return TracedBoot.read(source(text));
    }

    static LogSource source(String text) throws IOException {
        return LogSource.stream("trace.txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
