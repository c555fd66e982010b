package io.bootledger.traces.format.frame;

import static io.bootledger.traces.format.frame.Token.NO_MATCH;

import io.bootledger.traces.format.bytes.Ascii;
import java.nio.charset.StandardCharsets;

/**
 * An event of ftrace or of {@code trace-cmd report} ({@code kernel/trace/trace_output.c}, {@code trace_print_context}):
 * {@code systemd-1       [001] .....    22.555418: initcall_start: func=...}. The task's name may hold blanks and dashes, so
 * its pid is what stands behind the last dash before the CPU; a thread group and flags may stand around the CPU. {@code perf script}
 * writes {@code swapper/0     1 [000]     0.123456: initcall:initcall_start: func=...}, a blank before the pid.
 */
final class FtraceLine {
    private static final byte[] PERF_EVENT = "initcall:initcall_".getBytes(StandardCharsets.US_ASCII);
    private static final int PERF_GROUP = "initcall:".length();

    static int match(LogRecord line, int at) {
        int cpu = at;
        while ((cpu = Ascii.indexOf(line.bytes, cpu + 1, line.to, '[')) > 0) {
            int end = Ascii.skipDigits(line.bytes, cpu + 1, line.to);
            if (end >= cpu + 3 && end < line.to && line.bytes[end] == ']' && Ascii.blank(line.bytes[cpu - 1])) {
                int event = stamp(line, end + 1);
                boolean ofPerf = event > 0 && Ascii.startsWith(line.bytes, event, line.to, PERF_EVENT);
                line.framed = event > 0 && task(line, at, cpu, ofPerf);
                return line.framed ? event + (ofPerf ? PERF_GROUP : 0) : NO_MATCH;
            }
        }
        return NO_MATCH;
    }

    /** The place behind flags and stamp. */
    private static int stamp(LogRecord line, int at) {
        int place = at;
        for (int part = 0; part < 2; part++) {
            place = Ascii.skipBlanks(line.bytes, place, line.to);
            int end = STAMP.match(line, place);
            if (end > 0) {
                return end;
            }
            place = Tokens.word(line, place);
            if (place < 0) {
                return NO_MATCH;
            }
        }
        return NO_MATCH;
    }

    private static final Shape STAMP = Shape.of("{seconds}: ");

    private static boolean task(LogRecord line, int from, int cpu, boolean ofPerf) {
        int end = cpu;
        while (end > from && Ascii.blank(line.bytes[end - 1])) {
            end--;
        }
        if (end > from && line.bytes[end - 1] == ')') {
            while (end > from && line.bytes[end] != '(') {
                end--;
            }
            while (end > from && Ascii.blank(line.bytes[end - 1])) {
                end--;
            }
        }
        int digits = end;
        while (digits > from && Ascii.digit(line.bytes[digits - 1])) {
            digits--;
        }
        boolean behindName =
                digits > from && (line.bytes[digits - 1] == '-' || ofPerf && Ascii.blank(line.bytes[digits - 1]));
        if (digits == end || !behindName || end - digits > 9) {
            return false;
        }
        line.calledByTask((int) Ascii.number(line.bytes, digits, end));
        return true;
    }

    private FtraceLine() {}
}
