package io.bootledger.traces.ftrace;

import org.jspecify.annotations.Nullable;

/**
 * A line of ftrace's {@code trace} or of {@code trace-cmd report} ({@code kernel/trace/trace_output.c}, {@code trace_print_context}):
 * {@code kworker/0:1-10  [000] d.h2.     1.247777: sched_waking: comm=init pid=1 prio=120 target_cpu=000}.
 *
 * @param task name of the task that was running
 * @param pid its pid
 * @param cpu on which it ran
 * @param interrupt whether an interrupt had broken in, so that the event is not the task's
 * @param us microseconds on the trace's clock
 * @param event {@code sched_waking}; {@code <stack trace>} where one follows
 * @param fields the rest
 */
record TraceLine(String task, int pid, int cpu, boolean interrupt, long us, String event, String fields) {
    static final String STACK = "<stack trace>";

    private static final int MOST_DIGITS = 9;
    private static final String IN_INTERRUPT = "hHsZz";
    private static final int INTERRUPT_FLAG = 2;

    /** Null for a line that is no event. */
    static @Nullable TraceLine of(String line) {
        for (int cpu = line.indexOf(" ["); cpu >= 0; cpu = line.indexOf(" [", cpu + 1)) {
            int end = digitsEnd(line, cpu + 2);
            if (end > cpu + 2 && end - cpu <= MOST_DIGITS && end < line.length() && line.charAt(end) == ']') {
                return behindCpu(line, cpu, end);
            }
        }
        return null;
    }

    private static @Nullable TraceLine behindCpu(String line, int cpu, int cpuEnd) {
        int digits = taskEnd(line, cpu);
        int dash = digits;
        while (dash > 0 && isDigit(line.charAt(dash - 1))) {
            dash--;
        }
        boolean named = dash > 1 && dash < digits && digits - dash <= MOST_DIGITS && line.charAt(dash - 1) == '-';
        int at = blanksEnd(line, cpuEnd + 1);
        int colon = line.indexOf(": ", at);
        if (!named || colon < 0) {
            return null;
        }
        int stamp = line.lastIndexOf(' ', colon) + 1;
        String flags = stamp > at ? line.substring(at, stamp).strip() : "";
        long us = micros(line, stamp, colon);
        return us < 0
                ? null
                : new TraceLine(
                        line.substring(0, dash - 1).strip(),
                        Integer.parseInt(line, dash, digits, 10),
                        Integer.parseInt(line, cpu + 2, cpuEnd, 10),
                        flags.length() > INTERRUPT_FLAG && IN_INTERRUPT.indexOf(flags.charAt(INTERRUPT_FLAG)) >= 0,
                        us,
                        event(line, blanksEnd(line, colon + 1)),
                        fields(line, blanksEnd(line, colon + 1)));
    }

    /** A thread group may stand in brackets between the task and the CPU. */
    private static int taskEnd(String line, int cpu) {
        int end = blanksStart(line, cpu);
        if (end > 0 && line.charAt(end - 1) == ')') {
            end = blanksStart(line, Math.max(0, line.lastIndexOf('(', end)));
        }
        return end;
    }

    private static String event(String line, int from) {
        int end = line.indexOf(':', from);
        return line.startsWith(STACK, from) ? STACK : end < 0 ? line.substring(from) : line.substring(from, end);
    }

    private static String fields(String line, int from) {
        int end = line.indexOf(':', from);
        return end < 0 ? "" : line.substring(end + 1).strip();
    }

    /** Seconds with a fraction; -1 for anything else: a clock that counts cycles tells no time. */
    private static long micros(String line, int from, int to) {
        int point = digitsEnd(line, from);
        int end = point < to ? digitsEnd(line, point + 1) : to;
        if (point == from || point >= to || line.charAt(point) != '.' || end != to || point - from > MOST_DIGITS) {
            return -1;
        }
        long us = Long.parseLong(line, from, point, 10);
        for (int digit = 0; digit < 6; digit++) {
            int at = point + 1 + digit;
            us = us * 10 + (at < to ? line.charAt(at) - '0' : 0);
        }
        return us;
    }

    /** The value of {@code name=}, as far as the next of these; null without. */
    @Nullable
    String field(String name, String next) {
        int from = fields.startsWith(name) ? 0 : fields.indexOf(" " + name) + 1;
        if (!fields.startsWith(name, from)) {
            return null;
        }
        int to = next.isEmpty() ? -1 : fields.indexOf(next, from);
        return fields.substring(from + name.length(), to < 0 ? fields.length() : to);
    }

    /** The pid behind {@code name=}; -1 without. */
    int pid(String name) {
        int from = fields.indexOf(name);
        int end = from < 0 ? 0 : digitsEnd(fields, from + name.length());
        int digits = end - from - name.length();
        return from < 0 || digits == 0 || digits > MOST_DIGITS
                ? -1
                : Integer.parseInt(fields, from + name.length(), end, 10);
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int blanksEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int blanksStart(String text, int to) {
        int at = to;
        while (at > 0 && text.charAt(at - 1) == ' ') {
            at--;
        }
        return at;
    }
}
