package io.bootledger.traces.format.write;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.LevelEntered;
import io.bootledger.traces.format.bytes.LineBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The {@code trace} file of ftrace ({@code include/trace/events/initcall.h}); its head says how many events follow, so that a boot is
 * kept until it ends.
 */
final class FtraceWriter implements LogWriter {
    private static final String LEGEND = """
            #                                _-----=> irqs-off/BH-disabled
            #                               / _----=> need-resched
            #                              | / _---=> hardirq/softirq
            #                              || / _--=> preempt-depth
            #                              ||| / _-=> migrate-disable
            #                              |||| /     delay
            #           TASK-PID     CPU#  |||||  TIMESTAMP  FUNCTION
            #              | |         |   |||||     |         |
            """;
    private static final String OLD_LEGEND = """
            #                                _-----=> irqs-off
            #                               / _----=> need-resched
            #                              | / _---=> hardirq/softirq
            #                              || / _--=> preempt-depth
            #                              ||| /     delay
            #           TASK-PID     CPU#  ||||   TIMESTAMP  FUNCTION
            #              | |         |   ||||      |         |
            """;

    private final LineBuffer out;
    private final int cpus;
    private final IntUnaryOperator cpuOf;
    private final IntFunction<String> taskName;
    private final boolean migrateColumn;
    private final List<RecordedEvent> events = new ArrayList<>();

    FtraceWriter(LineBuffer out, WritingOptions options) {
        this.out = out;
        this.cpus = options.cpus();
        this.cpuOf = options.cpuOf();
        this.taskName = options.taskName();
        KernelVersion version = options.version();
        this.migrateColumn = version == null || version.atLeast(5, 15);
    }

    @Override
    public void accept(RecordedEvent event) {
        if (text(event.event()) != null) {
            events.add(event);
        }
    }

    @Override
    public void endBoot() {
        out.put("# tracer: nop\n#\n# entries-in-buffer/entries-written: ");
        out.put(events.size(), 1, '0').put('/').put(events.size(), 1, '0');
        out.put("   #P:").put(cpus, 1, '0').put("\n#\n").put(migrateColumn ? LEGEND : OLD_LEGEND);
        events.forEach(this::line);
        events.clear();
        out.flush();
    }

    private void line(RecordedEvent event) {
        int pid = event.caller() == null ? 0 : event.caller().id();
        String task = taskName.apply(pid) + "-";
        String id = Integer.toString(pid);
        out.put(" ".repeat(17 - task.length())).put(task).put(id).put(" ".repeat(Math.max(0, 7 - id.length())));
        out.put(" [")
                .put(cpuOf.applyAsInt(pid), 3, '0')
                .put(migrateColumn ? "] .....  " : "] ....  ")
                .seconds(event.time())
                .put(": ");
        out.put(String.valueOf(text(event.event()))).put('\n').endLine();
    }

    private static @Nullable String text(BootEvent event) {
        if (event instanceof LevelEntered entered) {
            return "initcall_level: level=" + entered.level();
        }
        if (event instanceof InitcallStarted started) {
            return "initcall_start: func=" + started.symbol().printed();
        }
        return event instanceof InitcallFinished finished
                ? "initcall_finish: func=" + finished.symbol().printed() + " ret=" + finished.returnValue()
                : null;
    }
}
