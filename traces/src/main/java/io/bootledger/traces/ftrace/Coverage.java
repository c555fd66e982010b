package io.bootledger.traces.ftrace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which kinds of events a trace holds, and whether it holds them since it began. */
final class Coverage {
    private static final Pattern ENTRIES =
            Pattern.compile("# entries-in-buffer/entries-written: (\\d{1,18})/(\\d{1,18})\\b");

    private static final String STARTED = " buffer started ####";

    /** Of real traces one in some hundred wakings is not seen. */
    private static final int MANY = 25;

    private boolean switches;
    private boolean wakes;
    private boolean works;
    private boolean prints;
    private boolean writtenOver;
    private long wakings;
    private long unseen;

    void see(String event) {
        switch (event) {
            case "sched_switch" -> switches = true;
            case "sched_waking", "sched_wakeup", "sched_wakeup_new" -> {
                wakes = true;
                wakings++;
            }
            case "workqueue_execute_start", "workqueue_execute_end" -> works = true;
            case "console" -> prints = true;
            default -> {}
        }
    }

    /**
     * Takes a line of the heading, or the one before a CPU's first event where earlier ones of it were written over
     * ({@code kernel/trace/trace.c}, {@code test_cpu_buff_start}).
     *
     * @return whether it is the latter
     */
    boolean isStart(String line) {
        Matcher entries = ENTRIES.matcher(line);
        boolean starts = line.endsWith(STARTED);
        writtenOver |= starts || entries.lookingAt() && !entries.group(1).equals(entries.group(2));
        return starts;
    }

    /** A task that slept gets a CPU, and no event says who woke it: another CPU may have, just before it slept. */
    void wokenByNobody() {
        unseen++;
    }

    /** Whether that is too often for a race. */
    boolean lacksWakings() {
        return unseen * MANY > wakings;
    }

    /** Whether it tells what tasks do: without who wakes whom, a sleep has neither an end nor a reason. */
    boolean hasSchedulerEvents() {
        return switches && wakes;
    }

    /** Whether it has what tells for whom a task slept: work items, and the lines that tell which one unpacks the initramfs. */
    boolean explainsSleeps() {
        return works && prints && !writtenOver;
    }
}
