package io.bootledger.traces.ftrace;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.FunctionGraphJoined;
import io.bootledger.traces.event.call.FunctionStackTimed;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphJoinTest {
    private static final String LOG = """
            [    0.000000] Linux version 6.12.1 (a@b) #1 SMP
            [    1.010000] calling  first_init+0x0/0x10 @ 1
            [    1.010220] initcall first_init+0x0/0x10 returned 0 after 213 usecs
            [    1.011000] calling  second_init+0x0/0x10 [mod] @ 1
            [    1.011320] initcall second_init+0x0/0x10 [mod] returned 0 after 313 usecs
            [    1.100000] Run /init as init process
            """;

    private static final String HEAD = """
            # tracer: function_graph
            #
            # CPU  DURATION                  FUNCTION CALLS
            # |     |   |                     |   |   |   |
            """;

    private static final String FIRST = """
             0)               |  first_init() {
             0) ! 150.000 us  |    kmalloc();
             0) ! 211.500 us  |  }
            """;

    @Test
    void theOutermostFunctionIsTheInitcallOfItsName() throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        assertThat(join(HEAD + FIRST, LOG, events).isJoined()).isTrue();

        assertThat(events).extracting(RecordedEvent::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(events.get(events.size() - 1).event()).isInstanceOf(BootRecorded.class);
        assertThat(events)
                .extracting(RecordedEvent::event)
                .contains(new FunctionGraphJoined("trace.txt", 1, 1, 0, 0, 0, 0, 0));
        assertThat(told(events)).containsExactly("first_init [] 1 61500", "first_init [kmalloc] 1 150000");
    }

    @Test
    void whatDoOneInitcallCallsIsTheInitcallAndWhatElseItCallsIsNone() throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        join(HEAD + """
                 0)               |  do_one_initcall() {
                 0)   9.000 us    |    _printk();
                 0)               |    second_init [mod]() {
                 0) ! 100.000 us  |      kmalloc();
                 0) ! 311.000 us  |    }
                 0) ! 330.000 us  |  }
                """, LOG, events);
        assertThat(told(events))
                .containsExactly(
                        "second_init [] 1 211000",
                        "second_init [kmalloc] 1 100000",
                        "null [do_one_initcall] 1 10000",
                        "null [do_one_initcall, _printk] 1 9000");
    }

    @Test
    void eventsOfInitcallsInTheTraceTellWhatOtherFunctionsRanBelow() throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        TraceJoin join = join(HEAD + """
                 0)               |  /* initcall_start: func=first_init+0x0/0x10 */
                 0)   7.000 us    |  pci_scan_slot();
                 0)               |  /* initcall_finish: func=first_init+0x0/0x10 ret=0 */
                 0)   8.000 us    |  pci_scan_slot();
                """, LOG, events);
        assertThat(join.isJoined()).isTrue();
        assertThat(told(events)).containsExactly("first_init [pci_scan_slot] 1 7000", "null [pci_scan_slot] 1 8000");
        assertThat(events)
                .extracting(RecordedEvent::event)
                .contains(new FunctionGraphJoined("trace.txt", 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aFunctionThatIsCalledTwiceIsNoInitcall() throws IOException {
        TraceJoin join = join(HEAD + FIRST + FIRST, LOG, new ArrayList<>());
        assertThat(join.isJoined()).isFalse();
        assertThat(join.refusal()).isEqualTo("it is a function graph, and shows no initcall of the log");
    }

    @Test
    void aCallThatTakesAnotherTimeIsOfAnotherBoot() throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        TraceJoin join = join(HEAD + FIRST, LOG.replace("after 213", "after 113"), events);
        assertThat(join.isJoined()).isFalse();
        assertThat(join.refusal())
                .isEqualTo("1 of 1 initcalls take longer or shorter in it than the kernel measured in the log");
        assertThat(told(events)).isEmpty();
    }

    @Test
    void anInterruptMayComeBetweenTheKernelsClockAndTheFunction() throws IOException {
        assertThat(join(HEAD + FIRST, LOG.replace("after 213", "after 443"), new ArrayList<>())
                        .isJoined())
                .isTrue();
        assertThat(join(HEAD + FIRST, LOG.replace("after 213", "after 513"), new ArrayList<>())
                        .isJoined())
                .isFalse();
    }

    @Test
    void withoutDurationsItIsRefused() throws IOException {
        TraceJoin join = join("""
                # tracer: function_graph
                # CPU                FUNCTION CALLS
                 0)  first_init();
                """, LOG, new ArrayList<>());
        assertThat(join.isJoined()).isFalse();
        assertThat(join.refusal()).contains("funcgraph-duration");
    }

    @Test
    void aGraphAloneIsABoot() throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        TraceJoin join = TraceJoin.ofItself(trace(HEAD + FIRST + " 0)   cut"), events::add);
        assertThat(join.endAlone()).isTrue();
        assertThat(told(events)).containsExactly("null [first_init] 1 61500", "null [first_init, kmalloc] 1 150000");
        assertThat(events.get(0).event()).isEqualTo(new FunctionGraphJoined("trace.txt", 0, 0, 0, 0, 0, 0, 1));
        assertThat(events.get(events.size() - 1).event())
                .isEqualTo(new BootRecorded("function_graph", 1, 8, 8, 3, 4, 1));
    }

    private static List<String> told(List<RecordedEvent> events) {
        return events.stream()
                .map(RecordedEvent::event)
                .filter(FunctionStackTimed.class::isInstance)
                .map(FunctionStackTimed.class::cast)
                .map(stack -> (stack.symbol() == null ? null : stack.symbol().function()) + " " + stack.functions()
                        + " " + stack.calls() + " " + stack.selfNs())
                .toList();
    }

    private static TraceJoin join(String trace, String log, List<RecordedEvent> events) throws IOException {
        TraceJoin join = new TraceJoin(trace(trace), events::add);
        LogReader.read(source("boot.log", log), ReadingOptions.EVERYTHING, join);
        return join;
    }

    private static TracedBoot trace(String text) throws IOException {
        try (LogSource source = source("trace.txt", text)) {
            return TracedBoot.read(source);
        }
    }

    private static LogSource source(String name, String text) throws IOException {
        return LogSource.stream(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
