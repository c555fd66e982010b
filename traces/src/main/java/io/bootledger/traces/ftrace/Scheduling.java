package io.bootledger.traces.ftrace;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.ProbeFinished;
import io.bootledger.traces.ftrace.TaskSpan.State;
import io.bootledger.traces.message.MessageTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the events of a trace up, initcall by initcall. Bounded: it holds the calls, the tasks, and of each task's past what a call
 * that still sleeps may be told by.
 */
final class Scheduling {
    static final int MOST_CALLS = 100_000;
    /** How the line at a probe's end begins ({@code drivers/base/dd.c}, {@code really_probe_debug}). */
    private static final String PROBE = "probe of ";

    private static final int MOST_TASKS = 50_000;
    /** Calls that one task may be in at once: one, or a module's inside another. */
    private static final int MOST_OPEN = 16;
    /** What is kept of the past of all tasks while a call sleeps; of a longer sleep is not known who had the rest. */
    private static final int MOST_SPANS = 500_000;
    /** Stands on every CPU that has nothing to do, and, until it makes the first thread, for the boot itself. */
    private static final int IDLE = 0;
    /** {@code CONFIG_NR_CPUS} of any kernel. */
    private static final int MOST_CPUS = 8_192;

    private final MessageTable messages = new MessageTable();
    private final Map<Integer, Task> tasks = new HashMap<>();
    private final List<TracedCall> calls = new ArrayList<>();
    private final List<TracedProbe> probes = new ArrayList<>();
    /** When the last event of each CPU was. */
    private final Map<Integer, Long> lastOf = new HashMap<>();

    /** Which task each CPU switched to last: the next switch there is from it, or one is missing. */
    private final Map<Integer, Integer> running = new HashMap<>();

    private final Coverage coverage = new Coverage();
    private int sleepers;
    private int kept;
    private @Nullable Task justSwitchedOff;
    private @Nullable Task fellAsleep;

    void apply(TraceLine line) {
        if (line.event().equals(TraceLine.STACK)) {
            fellAsleep = justSwitchedOff;
            return;
        }
        if (line.cpu() >= MOST_CPUS) {
            loseOpen();
            return;
        }
        coverage.see(line.event());
        Task task = runs(line);
        switch (line.event()) {
            case "sched_switch" -> switched(line);
            case "sched_waking", "sched_wakeup", "sched_wakeup_new" -> woken(line, task);
            case "workqueue_execute_start" -> executes(task, line.us(), new Work(behind(line.fields(), "function ")));
            case "workqueue_execute_end" -> executes(task, line.us(), null);
            case "initcall_start", "initcall_finish" -> initcall(line, task);
            case "console" -> printed(line, task);
            default -> {}
        }
        justSwitchedOff = line.event().equals("sched_switch") ? tasks.get(line.pid()) : null;
        lastOf.put(line.cpu(), line.us());
    }

    /** A function of the stack trace behind the last event. */
    void frame(String function) {
        if (fellAsleep != null) {
            fellAsleep.sleepsIn(function);
        }
    }

    /** A line of the heading, or where the events of a CPU begin of which earlier ones are written over: what was before is not whole. */
    void head(String line) {
        if (coverage.isStart(line)) {
            calls.forEach(TracedCall::lose);
            loseOpen();
        }
    }

    /** Events of a CPU are missing since its last one: what became meanwhile of the tasks that are in a call, nobody knows. */
    void lose(int cpu) {
        long sinceUs = lastOf.getOrDefault(cpu, 0L);
        for (int last = calls.size() - 1; last >= 0 && calls.get(last).endUs() >= sinceUs; last--) {
            calls.get(last).lose();
        }
        loseOpen();
    }

    /** A line cannot be read: what it said of the tasks that are in a call, nobody knows. */
    void loseOpen() {
        for (Task task : tasks.values()) {
            task.calls.forEach(TracedCall::lose);
            task.lately.forget();
        }
    }

    /** The calls that returned, in the order in which they did. */
    List<TracedCall> calls() {
        return calls;
    }

    /** The probes inside them, in the order of their lines. */
    List<TracedProbe> probes() {
        return probes;
    }

    Coverage coverage() {
        return coverage;
    }

    /** The task that an event is recorded of has the CPU, whatever was missed before. */
    private Task runs(TraceLine line) {
        Task task = task(line.pid(), line.task(), line.us());
        if (task.state == State.ASLEEP) {
            wake(task, null, false, line.us());
        }
        if (task.state == State.RUNNABLE) {
            enter(task, State.RUNNING, line.us(), null);
        }
        return task;
    }

    private void switched(TraceLine line) {
        int off = line.pid("prev_pid=");
        int on = line.pid("next_pid=");
        String state = line.field("prev_state=", " ==>");
        if (off < 0 || on < 0 || state == null) {
            loseOpen();
            return;
        }
        Integer ran = running.put(line.cpu(), on);
        if (ran != null && ran != off) {
            lose(line.cpu());
        }
        if (off != IDLE) {
            leaves(task(off, line.field("prev_comm=", " prev_pid="), line.us()), state, line.us());
        }
        if (on != IDLE) {
            Task task = task(on, line.field("next_comm=", " next_pid="), line.us());
            if (task.state == State.ASLEEP) {
                coverage.wokenByNobody();
                task.calls.forEach(TracedCall::wokenByNobody);
                wake(task, null, false, line.us());
            }
            enter(task, State.RUNNING, line.us(), null);
        }
    }

    private void leaves(Task task, String state, long us) {
        boolean dies = state.startsWith("X") || state.startsWith("Z");
        if (dies) {
            tasks.remove(task.pid);
        }
        enter(task, state.startsWith("R") ? State.RUNNABLE : State.ASLEEP, us, null);
        sleepers += task.state == State.ASLEEP && !task.calls.isEmpty() && !dies ? 1 : 0;
    }

    private void woken(TraceLine line, Task waker) {
        int pid = line.pid("pid=");
        Task task = pid < 0 ? null : tasks.get(pid);
        if (task != null && task.state == State.ASLEEP) {
            wake(task, line.interrupt() ? task : waker, line.interrupt(), line.us());
        }
    }

    /** A sleep ends: the calls that the sleeper is in are told by whom. */
    private void wake(Task task, @Nullable Task waker, boolean interrupt, long us) {
        if (!task.calls.isEmpty()) {
            tell(task, interrupt ? null : waker, interrupt, us);
            sleepers--;
        }
        enter(task, State.RUNNABLE, us, waker);
        if (sleepers == 0 && kept > 0) {
            tasks.values().forEach(Task::forget);
            kept = 0;
        }
    }

    private static void tell(Task task, @Nullable Task waker, boolean interrupt, long us) {
        Chain.Busy busy = waker == null ? null : Chain.of(task, waker, task.sinceUs, us);
        Spent.Kind kind = new Spent.Kind(
                waker == null ? null : waker.name,
                waker == null ? null : waker.work,
                interrupt,
                task.stack,
                busy == null ? null : busy.owner());
        for (TracedCall call : task.calls) {
            long slept = Math.max(0, us - Math.max(task.sinceUs, call.startUs));
            call.spent.slept(kind, slept, busy == null ? 0 : Math.min(slept, busy.us()));
        }
        task.lately.slept(kind, task.sinceUs, us, busy == null ? 0 : busy.us());
    }

    /** What a task did while someone sleeps in a call may be asked for when that wakes. */
    private void enter(Task task, State next, long us, @Nullable Task waker) {
        TaskSpan over = task.enter(next, us, waker);
        if (sleepers > 0 && kept < MOST_SPANS) {
            task.keep(over);
            kept++;
        }
    }

    private void executes(Task task, long us, @Nullable Work work) {
        enter(task, task.state, us, null);
        task.work = work;
    }

    private void printed(TraceLine line, Task task) {
        if (line.interrupt()) {
            return;
        }
        if (task.work != null) {
            task.work.prints(line.fields());
        }
        if (!task.calls.isEmpty() && line.fields().startsWith(PROBE) && probes.size() < MOST_CALLS) {
            probed(line, task);
        }
    }

    /** The line at a probe's end; it is told if the trace holds all of its time. */
    private void probed(TraceLine line, Task task) {
        if (read(line.fields()) instanceof ProbeFinished probe
                && probe.reported().unit() == ReportedDuration.Unit.USECS) {
            enter(task, task.state, line.us(), null);
            long us = probe.reported().value();
            Spent spent = task.lately.since(line.us() - us);
            if (spent.us() == us) {
                probes.add(new TracedProbe(probe, line.pid(), us, spent));
            }
        }
    }

    private @Nullable BootEvent read(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        return messages.read(bytes, 0, bytes.length);
    }

    private void initcall(TraceLine line, Task task) {
        BootEvent event = read(line.event() + ": " + line.fields());
        enter(task, task.state, line.us(), null);
        if (event instanceof InitcallStarted started && task.calls.size() < MOST_OPEN) {
            task.calls.push(new TracedCall(started.symbol(), line.pid(), line.us()));
        } else if (event instanceof InitcallFinished finished) {
            finish(task, finished.symbol(), line.us());
        }
    }

    private void finish(Task task, InitcallSymbol symbol, long us) {
        Iterator<TracedCall> open = task.calls.iterator();
        while (open.hasNext()) {
            TracedCall call = open.next();
            if (call.symbol.equals(symbol)) {
                open.remove();
                call.end(us);
                if (task.calls.isEmpty()) {
                    task.lately.forget();
                }
                if (calls.size() < MOST_CALLS) {
                    calls.add(call);
                }
                return;
            }
        }
    }

    private Task task(int pid, @Nullable String name, long us) {
        Task task = tasks.get(pid);
        if (task == null) {
            task = new Task(pid, name == null ? "" : name, us);
            if (tasks.size() < MOST_TASKS) {
                tasks.put(pid, task);
            }
        }
        task.name = name == null || name.equals("<...>") ? task.name : name;
        return task;
    }

    private static String behind(String fields, String word) {
        int at = fields.lastIndexOf(word);
        String function = at < 0 ? fields : fields.substring(at + word.length());
        int end = function.indexOf(' ');
        return end < 0 ? function : function.substring(0, end);
    }
}
